package weblib

import (
	"maps"
	"slices"
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

// TestRequestTypes resolves the types of requests, those of the libraries that testdata pins.
func TestRequestTypes(t *testing.T) {
	for _, typ := range []string{"*net/http.Request", "github.com/gofiber/fiber/v3.Ctx"} {
		if !RequestType(typ) {
			t.Errorf("%s is no type of requests", typ)
		}
	}
	if RequestType("net/http.Request") || RequestType("*net/http.Response") {
		t.Error("a copy of a request, or a response, is a type of requests")
	}
}
