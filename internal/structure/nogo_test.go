package structure

import (
	"bytes"
	"encoding/gob"
	"fmt"
	"go/ast"
	"os"
	"path"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/auroravet/auroravet/analyzers"
	"github.com/auroravet/auroravet/analyzers/suppression"
	"github.com/auroravet/auroravet/internal/testmodule"
)

// TestAnalyzerVariables holds that the suite is made of package variables named Analyzer, by
// which Bazel's nogo and other drivers take checks from their packages.
func TestAnalyzerVariables(t *testing.T) {
	var elements []string
	for _, f := range sources(t) {
		if f.name != "analyzers/analyzers.go" {
			continue
		}
		ast.Inspect(f.ast, func(n ast.Node) bool {
			list, ok := n.(*ast.CompositeLit)
			if !ok {
				return true
			}
			for _, e := range list.Elts {
				if sel, ok := e.(*ast.SelectorExpr); !ok || sel.Sel.Name != "Analyzer" {
					t.Errorf("element %d of the suite is no variable named Analyzer", len(elements))
				} else {
					elements = append(elements, sel.X.(*ast.Ident).Name)
				}
			}
			return false
		})
	}
	var names []string
	for _, a := range analyzers.Suite {
		names = append(names, a.Name)
	}
	if !slices.Equal(elements, names) {
		t.Errorf("the packages of the suite are %v, the names of its checks %v", elements, names)
	}
	if others := slices.DeleteFunc(names, func(n string) bool { return n == "suppression" }); !slices.Equal(suppression.Checks, others) {
		t.Errorf("suppression knows the checks %v, the suite has %v", suppression.Checks, others)
	}
}

// TestFactsEncode holds that every fact of the suite and of what it requires survives gob,
// in which drivers keep facts and hand them on.
func TestFactsEncode(t *testing.T) {
	seen := make(map[*analysis.Analyzer]bool)
	facts := 0
	var visit func(a *analysis.Analyzer)
	visit = func(a *analysis.Analyzer) {
		if seen[a] {
			return
		}
		seen[a] = true
		for _, r := range a.Requires {
			visit(r)
		}
		for _, f := range a.FactTypes {
			facts++
			roundTrip(t, a, f)
		}
	}
	for _, a := range analyzers.Suite {
		visit(a)
	}
	if facts == 0 {
		t.Error("the suite has no facts")
	}
}

func roundTrip(t *testing.T, a *analysis.Analyzer, fact analysis.Fact) {
	t.Helper()
	if reflect.TypeOf(fact).Kind() != reflect.Pointer {
		t.Errorf("%s: fact %T is no pointer", a.Name, fact)
		return
	}
	// A driver makes values of the type, so a nil pointer in FactTypes will do.
	value := reflect.New(reflect.TypeOf(fact).Elem())
	fill(value.Elem(), 3)
	in := value.Interface().(analysis.Fact)
	gob.Register(in)
	var b bytes.Buffer
	if err := gob.NewEncoder(&b).Encode(&in); err != nil {
		t.Errorf("%s: %T: %v", a.Name, in, err)
		return
	}
	var out analysis.Fact
	if err := gob.NewDecoder(&b).Decode(&out); err != nil {
		t.Errorf("%s: %T: %v", a.Name, in, err)
		return
	}
	blank(value.Elem())
	blank(reflect.ValueOf(out).Elem())
	if !reflect.DeepEqual(in, out) {
		t.Errorf("%s: %T comes back as %+v, was %+v", a.Name, in, out, in)
	}
}

// ownCode says whether a type has a code of its own, which the tests of its package hold.
func ownCode(v reflect.Value) bool {
	_, ok := v.Addr().Interface().(gob.GobDecoder)
	return ok
}

// blank empties the fields of a fact that have a code of their own.
func blank(v reflect.Value) {
	for i := range v.NumField() {
		if ownCode(v.Field(i)) {
			v.Field(i).SetZero()
		}
	}
}

// fill gives each field that a fact may have a value that is not zero, so that one which
// gob drops, as it drops unexported fields, is missed.
func fill(v reflect.Value, depth int) {
	if depth == 0 || !v.CanSet() || ownCode(v) {
		return
	}
	switch v.Kind() {
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		v.SetInt(3)
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		v.SetUint(3)
	case reflect.String:
		v.SetString("text")
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 1, 1))
		fill(v.Index(0), depth-1)
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		fill(v.Elem(), depth-1)
	case reflect.Map:
		key, elem := reflect.New(v.Type().Key()).Elem(), reflect.New(v.Type().Elem()).Elem()
		fill(key, depth-1)
		fill(elem, depth-1)
		v.Set(reflect.MakeMap(v.Type()))
		v.SetMapIndex(key, elem)
	case reflect.Struct:
		for i := range v.NumField() {
			if !v.Type().Field(i).IsExported() {
				// A field that gob does not see is a mistake in a fact.
				panic(fmt.Sprintf("%s has the unexported field %s", v.Type(), v.Type().Field(i).Name))
			}
			fill(v.Field(i), depth)
		}
	}
}

// TestBazel holds that docs/bazel.md names every check, in the order of the suite.
func TestBazel(t *testing.T) {
	page := filepath.Join(testmodule.Root(t), "docs", "bazel.md")
	old, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	var want strings.Builder
	for _, a := range analyzers.Suite {
		fmt.Fprintf(&want, "        \"@%s//%s\",\n", bazelRepository, path.Join("analyzers", a.Name))
	}
	before, rest, ok1 := strings.Cut(string(old), "    deps = [\n")
	_, after, ok2 := strings.Cut(rest, "    ],\n")
	if !ok1 || !ok2 {
		t.Fatal("docs/bazel.md has no list of deps")
	}
	text := before + "    deps = [\n" + want.String() + "    ],\n" + after
	if text == string(old) {
		return
	}
	if !*update {
		t.Fatal("docs/bazel.md is stale; type \"go test ./internal/structure -update\"")
	}
	if err := os.WriteFile(page, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}

// bazelRepository is the name that Gazelle gives to this module.
const bazelRepository = "com_github_auroravet_auroravet"
