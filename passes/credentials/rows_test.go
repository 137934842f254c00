package credentials

import (
	"go/types"
	"regexp"
	"testing"

	"golang.org/x/tools/go/packages"

	"github.com/auroravet/auroravet/internal/testmodule"
)

var fullName = regexp.MustCompile(`^(?:\(\*?(.+)\.(\w+)\)|(.+))\.(\w+)$`)

// TestRows resolves every row against the library that the nested module pins.
func TestRows(t *testing.T) {
	var paths []string
	for _, r := range rows {
		m := fullName.FindStringSubmatch(r.fn)
		if m == nil {
			t.Fatalf("%s is no function name", r.fn)
		}
		paths = append(paths, m[1]+m[3])
	}
	mode := packages.NeedName | packages.NeedTypes | packages.NeedImports | packages.NeedDeps | packages.NeedExportFile
	pkgs, err := packages.Load(&packages.Config{Mode: mode, Dir: testmodule.Dir(t)}, paths...)
	if err != nil {
		t.Fatal(err)
	}
	byPath := map[string]*types.Package{}
	for _, p := range pkgs {
		byPath[p.PkgPath] = p.Types
	}
	for i, r := range rows {
		m := fullName.FindStringSubmatch(r.fn)
		pkg := byPath[paths[i]]
		if pkg == nil {
			t.Errorf("%s: no package %s", r.fn, paths[i])
			continue
		}
		obj := pkg.Scope().Lookup(m[4])
		if m[2] != "" {
			obj = nil
			if tn := pkg.Scope().Lookup(m[2]); tn != nil {
				obj, _, _ = types.LookupFieldOrMethod(types.NewPointer(tn.Type()), true, pkg, m[4])
			}
		}
		fn, ok := obj.(*types.Func)
		if !ok || fn.FullName() != r.fn {
			t.Errorf("%s does not exist", r.fn)
			continue
		}
		params := fn.Signature().Params()
		if r.arg >= params.Len() {
			t.Errorf("%s has no argument %d", r.fn, r.arg)
			continue
		}
		switch u := params.At(r.arg).Type().Underlying().(type) {
		case *types.Basic:
			if u.Kind() == types.String {
				continue
			}
		case *types.Slice:
			continue
		}
		t.Errorf("argument %d of %s is no text", r.arg, r.fn)
	}
}
