package testmodule

import (
	"go/types"
	"testing"

	"golang.org/x/tools/go/packages"
)

// Packages returns the types of the packages with the given paths, as the nested module pins their
// libraries. A package that is not there fails the test.
func Packages(tb testing.TB, paths []string) map[string]*types.Package {
	tb.Helper()
	mode := packages.NeedName | packages.NeedTypes | packages.NeedImports | packages.NeedDeps | packages.NeedExportFile
	pkgs, err := packages.Load(&packages.Config{Mode: mode, Dir: Dir(tb)}, paths...)
	if err != nil {
		tb.Fatal(err)
	}
	out := make(map[string]*types.Package)
	for _, p := range pkgs {
		for _, e := range p.Errors {
			tb.Errorf("%s: %v", p.PkgPath, e)
		}
		out[p.PkgPath] = p.Types
	}
	return out
}

// Functions returns the exported functions and methods of packages by the names that go/types
// writes, each once.
func Functions(pkgs map[string]*types.Package) map[string]*types.Func {
	out := make(map[string]*types.Func)
	for _, f := range Promoted(pkgs) {
		out[f.FullName()] = f
	}
	return out
}

// Promoted is [Functions] with the methods of embedded interfaces also under the names of the
// interfaces that have them.
func Promoted(pkgs map[string]*types.Package) map[string]*types.Func {
	out := make(map[string]*types.Func)
	for _, pkg := range pkgs {
		for _, name := range pkg.Scope().Names() {
			switch obj := pkg.Scope().Lookup(name).(type) {
			case *types.Func:
				if obj.Exported() {
					out[obj.FullName()] = obj
				}
			case *types.TypeName:
				if obj.Exported() {
					methods(out, obj)
				}
			}
		}
	}
	return out
}

func methods(out map[string]*types.Func, of *types.TypeName) {
	t := of.Type()
	if !types.IsInterface(t) {
		t = types.NewPointer(t)
	}
	for sel := range types.NewMethodSet(t).Methods() {
		m := sel.Obj().(*types.Func)
		if !m.Exported() {
			continue
		}
		out[m.FullName()] = m
		if types.IsInterface(of.Type()) {
			out["("+of.Pkg().Path()+"."+of.Name()+")."+m.Name()] = m
		}
	}
}
