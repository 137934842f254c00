package httplib_test

import (
	"go/types"
	"testing"

	"github.com/auroravet/auroravet/internal/httplib"
	"github.com/auroravet/auroravet/internal/rows"
	"github.com/auroravet/auroravet/internal/testmodule"
)

// TestCredentials resolves every function that takes a credential against the library that the
// nested module pins.
func TestCredentials(t *testing.T) {
	var paths []string
	for _, name := range httplib.Credentials() {
		paths = append(paths, rows.PackageOf(name))
	}
	known := testmodule.Functions(testmodule.Packages(t, paths))
	for _, name := range httplib.Credentials() {
		fn := known[name]
		if fn == nil {
			t.Errorf("there is no function %s", name)
			continue
		}
		c, _ := httplib.CredentialOf(name)
		if c.Param >= fn.Signature().Params().Len() {
			t.Errorf("%s has no parameter %d", name, c.Param)
		} else if !isText(fn.Signature().Params().At(c.Param).Type()) {
			t.Errorf("parameter %d of %s is no text", c.Param, name)
		}
		if c.Name == "" {
			t.Errorf("the credential of %s has no name", name)
		}
	}
}

func isText(t types.Type) bool {
	switch u := t.Underlying().(type) {
	case *types.Basic:
		return u.Kind() == types.String
	case *types.Slice:
		return types.Identical(u.Elem(), types.Typ[types.Byte])
	}
	return false
}
