package httplib

import (
	"fmt"
	"go/types"
	"os"
	"path/filepath"
	"slices"
	"sort"
	"strings"
	"testing"

	"github.com/auroravet/auroravet/internal/testmodule"
)

// pinned loads the libraries of the rows in the versions that testdata pins.
func pinned(t *testing.T) map[string]*types.Package {
	t.Helper()
	return testmodule.Packages(t, sortedKeys(paths()))
}

func sortedKeys[V any](m map[string]V) []string {
	var out []string
	for k := range m {
		out = append(out, k)
	}
	sort.Strings(out)
	return out
}

// surface returns the functions and methods of a package by the names that rows give
// them: methods of interfaces, of unexported types and those that are promoted, too.
func surface(pkg *types.Package) map[string]*types.Signature {
	out := map[string]*types.Signature{}
	scope := pkg.Scope()
	for _, name := range scope.Names() {
		switch o := scope.Lookup(name).(type) {
		case *types.Func:
			out[pkg.Path()+"."+name] = o.Signature()
		case *types.TypeName:
			if sig, ok := o.Type().Underlying().(*types.Signature); ok {
				out[pkg.Path()+"."+name] = sig
			}
			named, ok := types.Unalias(o.Type()).(*types.Named)
			if !ok || o.IsAlias() {
				continue
			}
			methods := types.NewMethodSet(types.NewPointer(named))
			if types.IsInterface(named) {
				methods = types.NewMethodSet(named)
			}
			for m := range methods.Methods() {
				f := m.Obj().(*types.Func)
				star := "*"
				if _, ptr := f.Signature().Recv().Type().(*types.Pointer); !ptr {
					star = ""
				}
				if len(m.Index()) > 1 {
					continue // its own type has it
				}
				out[fmt.Sprintf("(%s%s.%s).%s", star, pkg.Path(), name, f.Name())] = f.Signature()
			}
		}
	}
	return out
}

// TestRowsNameRealFunctions compares every row with the libraries: the function, its
// receiver, and that each operand is a parameter.
func TestRowsNameRealFunctions(t *testing.T) {
	pkgs := pinned(t)
	surfaces := map[string]map[string]*types.Signature{}
	for path, p := range pkgs {
		surfaces[path] = surface(p)
	}
	made := map[string]bool{}
	for _, r := range Rows() {
		if _, captures := r.Get("as"); captures && r.Op == "function" && len(r.Operands) > 1 {
			made[r.Text("as")] = true
		}
	}
	for _, r := range Rows() {
		if made[r.Func] {
			continue // a function that a library returns, which has no name of its own
		}
		where := fmt.Sprintf("%s:%d: %s", r.File, r.Line, r.Func)
		funcs := surfaces[r.Package()]
		if funcs == nil {
			t.Errorf("%s: the package is not pinned", where)
			continue
		}
		owner, pattern := split(r.Func)
		hits := 0
		for _, name := range sortedKeys(funcs) {
			o, base := split(name)
			if o != owner || !matches(pattern, base) {
				continue
			}
			hits++
			if pattern != base && Lookup(name) != r {
				continue // a row of its own, or a skip line
			}
			checkRow(t, where, r, name, funcs[name])
		}
		if hits == 0 {
			t.Errorf("%s: there is no such function", where)
		}
	}
	for name := range load().constants {
		path, base := split(name)
		v, ok := pkgs[strings.TrimSuffix(path, ".")].Scope().Lookup(base).(*types.Var)
		if !ok || !v.Exported() {
			t.Errorf("constant %s: there is no such variable", name)
		}
	}
	for _, s := range Skips() {
		if !anyMatch(surfaces[s.Package], s.Func) {
			t.Errorf("skip %s: there is no such function", s.Func)
		}
	}
}

func anyMatch(funcs map[string]*types.Signature, name string) bool {
	owner, pattern := split(name)
	for f := range funcs {
		if o, base := split(f); o == owner && matches(pattern, base) {
			return true
		}
	}
	return false
}

func checkRow(t *testing.T, where string, r *Row, name string, sig *types.Signature) {
	t.Helper()
	for _, o := range r.Operands {
		n := o.Arg
		if r.Method() {
			n--
		}
		if o.Arg >= 0 && o.Name != "at" && n >= sig.Params().Len() {
			t.Errorf("%s: %s=%d, but %s has %d parameters", where, o.Name, n, name, sig.Params().Len())
		}
		if o.First && (!sig.Variadic() || n != sig.Params().Len()-1) {
			t.Errorf("%s: %s is not the variadic parameter of %s", where, o.Name, name)
		}
	}
	_, base := split(r.Func)
	if r.Op == "same" && r.Method() && strings.Contains(base, "*") {
		if sig.Results().Len() != 1 || !types.Identical(sig.Results().At(0).Type(), sig.Recv().Type()) {
			t.Errorf("%s: %s does not return its receiver", where, name)
		}
	}
}

// matterOps are the operations that make a type matter: what a program does with it
// decides what is sent.
var matterOps = []string{"request", "send", "set", "header", "headers", "hook", "client", "path"}

// TestSurfaceIsCovered lists the exported functions and methods of the clients that have
// neither a row nor a skip line: methods of the types that rows work on, and functions
// that make such a type or send by it; all functions of the libraries that repeat calls.
func TestSurfaceIsCovered(t *testing.T) {
	owners, clients, repeating := map[string]bool{}, map[string]bool{}, map[string]bool{}
	for _, r := range Rows() {
		if !strings.Contains(strings.SplitN(r.Package(), "/", 2)[0], ".") {
			continue // the standard library has what programs of the corpus use
		}
		if r.Op == "repeat" {
			clients[r.Package()], repeating[r.Package()] = true, true
			if owner, _ := split(r.Func); r.Method() {
				owners[strings.Trim(owner, "(*).")] = true
			}
		}
		if owner, _ := split(r.Func); slices.Contains(matterOps, r.Op) {
			clients[r.Package()] = true
			if r.Method() {
				owners[strings.Trim(owner, "(*).")] = true
			}
		}
	}
	for path, pkg := range pinned(t) {
		if !clients[path] {
			continue
		}
		funcs := surface(pkg)
		for _, name := range sortedKeys(funcs) {
			owner, base := split(name)
			typ := strings.Trim(owner, "(*).")
			isMethod := strings.HasPrefix(name, "(")
			if _, isType := pkg.Scope().Lookup(base).(*types.TypeName); isType && !isMethod {
				continue
			}
			if !types.NewFunc(0, pkg, base, nil).Exported() || isMethod && !owners[typ] || !isMethod && !repeating[path] && !touches(funcs[name], owners) {
				continue
			}
			if Lookup(name) == nil && !skipped(name) {
				t.Errorf("%s has neither a row nor a skip line: %s", name, funcs[name])
			}
		}
	}
}

func skipped(name string) bool {
	owner, base := split(name)
	return load().skips(owner, base)
}

// touches says whether a function takes or returns a type that rows work on, or a
// client, request, answer or transport of net/http.
func touches(sig *types.Signature, owners map[string]bool) bool {
	for _, tuple := range []*types.Tuple{sig.Params(), sig.Results()} {
		for v := range tuple.Variables() {
			name := strings.TrimLeft(types.TypeString(v.Type(), nil), "*[]")
			switch {
			case owners[name], strings.HasSuffix(name, "Option"):
				return true
			case name == "net/http.Client", name == "net/http.Request", name == "net/http.Response", name == "net/http.RoundTripper":
				return true
			}
		}
	}
	return false
}

// docExample is the row file that the documentation shows.
func docExample(t *testing.T) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(testmodule.Root(t), "docs", "add-a-library.md"))
	if err != nil {
		t.Fatal(err)
	}
	_, rest, _ := strings.Cut(string(text), "```text\n")
	rows, _, ok := strings.Cut(rest, "```")
	if !ok {
		t.Fatal("docs/add-a-library.md shows no row file")
	}
	return rows
}
