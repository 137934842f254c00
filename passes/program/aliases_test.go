package program

import (
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"testing"
)

// TestTypeName holds that a type has one name, whatever aliases it is written with.
func TestTypeName(t *testing.T) {
	const text = `package p
import "net/http"
type (
	Client = http.Client
	Box[T any] struct{ v T }
	Of = Box[Client]
)
var (
	pointer *Client
	list    []Client
	array   [2]Client
	channel <-chan Client
	index   map[string]*Client
	fn      func(Client, ...Client) (*Client, error)
	box     Box[*Client]
	alias   Of
	plain   map[string]int
)`
	fset := token.NewFileSet()
	f, err := parser.ParseFile(fset, "p.go", text, 0)
	if err != nil {
		t.Fatal(err)
	}
	pkg, err := (&types.Config{Importer: importer.Default()}).Check("p", fset, []*ast.File{f}, nil)
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{
		"pointer": "*net/http.Client", "list": "[]net/http.Client", "array": "[2]net/http.Client", "channel": "<-chan net/http.Client",
		"index": "map[string]*net/http.Client", "fn": "func(net/http.Client, ...net/http.Client) (*net/http.Client, error)",
		"box": "p.Box[*net/http.Client]", "alias": "p.Box[net/http.Client]", "plain": "map[string]int",
	} {
		if got := typeName(pkg.Scope().Lookup(name).Type()); got != want {
			t.Errorf("%s is %s, want %s", name, got, want)
		}
	}
}
