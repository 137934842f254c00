package weblib

import (
	"go/types"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/auroravet/auroravet/internal/rows"
	"github.com/auroravet/auroravet/internal/testmodule"
)

// TestUses resolves each row against the libraries that testdata pins.
func TestUses(t *testing.T) {
	paths := map[string]bool{}
	for name := range uses().funcs {
		paths[rows.PackageOf(name)] = true
	}
	funcs := testmodule.Promoted(testmodule.Packages(t, slices.Sorted(maps.Keys(paths))))
	for _, name := range slices.Sorted(maps.Keys(uses().funcs)) {
		use := uses().funcs[name]
		fn := funcs[name]
		if fn == nil {
			t.Errorf("%s: there is no %s", use.Place, name)
		} else if max(use.Param(), use.Path()) >= fn.Signature().Params().Len() {
			t.Errorf("%s: %s has %d parameters", use.Place, name, fn.Signature().Params().Len())
		}
	}
}

// unpinned are the packages that testdata does not pin.
var unpinned = map[string]bool{"github.com/kataras/iris/v12/context": true, "github.com/aws/aws-lambda-go/events": true, "github.com/danielgtaylor/huma/v2": true}

// TestTypes resolves the types of requests and handlers, those of the libraries that testdata pins.
func TestTypes(t *testing.T) {
	names := map[string]string{} // packages
	for word, of := range uses().types {
		for typ := range of {
			if path := rows.PackageOf(strings.TrimLeft(typ, "*")); word != "maker" && !unpinned[path] {
				names[typ] = path
			}
		}
	}
	pkgs := testmodule.Packages(t, slices.Compact(slices.Sorted(maps.Values(names))))
	for typ, path := range names {
		obj := pkgs[path].Scope().Lookup(typ[strings.LastIndexByte(typ, '.')+1:])
		if obj == nil {
			t.Errorf("there is no type %s", typ)
		} else if types.IsInterface(obj.Type()) && strings.HasPrefix(typ, "*") {
			t.Errorf("%s is a pointer to an interface", typ)
		}
	}
	if RequestType("net/http.Request") || RequestType("*net/http.Response") {
		t.Error("a copy of a request, or a response, is a type of requests")
	}
}
