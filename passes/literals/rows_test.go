package literals

import (
	"go/types"
	"regexp"
	"testing"

	"golang.org/x/tools/go/packages"
)

var fullName = regexp.MustCompile(`^(?:\(\*?(.+)\.(\w+)\)|(.+))\.(\w+)$`)

// TestLibrary resolves the functions that are known by name.
func TestLibrary(t *testing.T) {
	names := map[string]int{}
	for name, r := range library {
		names[name] = len(r.args)
	}
	for name := range pure {
		names[name] = 0
	}
	seen := map[string]bool{}
	var paths []string
	for name := range names {
		m := fullName.FindStringSubmatch(name)
		if p := m[1] + m[3]; !seen[p] {
			seen[p] = true
			paths = append(paths, p)
		}
	}
	mode := packages.NeedName | packages.NeedTypes | packages.NeedImports | packages.NeedDeps | packages.NeedExportFile
	pkgs, err := packages.Load(&packages.Config{Mode: mode}, paths...)
	if err != nil {
		t.Fatal(err)
	}
	byPath := map[string]*types.Package{}
	for _, p := range pkgs {
		byPath[p.PkgPath] = p.Types
	}
	for name, args := range names {
		m := fullName.FindStringSubmatch(name)
		pkg := byPath[m[1]+m[3]]
		obj := pkg.Scope().Lookup(m[4])
		if m[2] != "" {
			obj, _, _ = types.LookupFieldOrMethod(types.NewPointer(pkg.Scope().Lookup(m[2]).Type()), true, pkg, m[4])
		}
		fn, ok := obj.(*types.Func)
		if !ok || fn.FullName() != name {
			t.Errorf("%s does not exist", name)
		} else if n := fn.Signature().Params().Len(); args > n {
			t.Errorf("%s has %d parameters, the row has %d", name, n, args)
		}
	}
}
