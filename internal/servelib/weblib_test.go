package servelib

import (
	"go/types"
	"maps"
	"slices"
	"testing"

	"golang.org/x/tools/go/packages"

	"github.com/auroravet/auroravet/internal/testmodule"
)

// TestRowsNameRealFunctions resolves each row against the libraries that testdata pins.
func TestRowsNameRealFunctions(t *testing.T) {
	rows, err := parse(text)
	if err != nil {
		t.Fatal(err)
	}
	paths := map[string]bool{}
	for _, r := range rows {
		paths[r.Package()] = true
	}
	mode := packages.NeedName | packages.NeedTypes | packages.NeedImports | packages.NeedDeps | packages.NeedExportFile
	pkgs, err := packages.Load(&packages.Config{Mode: mode, Dir: testmodule.Dir(t)}, slices.Sorted(maps.Keys(paths))...)
	if err != nil {
		t.Fatal(err)
	}
	funcs := map[string]*types.Func{}
	for _, p := range pkgs {
		for _, e := range p.Errors {
			t.Errorf("%s: %v", p.PkgPath, e)
		}
		note(funcs, p.Types.Scope())
	}
	for _, name := range slices.Sorted(maps.Keys(rows)) {
		r := rows[name]
		fn := funcs[name]
		if fn == nil {
			t.Errorf("rows.txt:%d: there is no %s", r.Line, name)
		} else if r.Arg >= fn.Signature().Params().Len() {
			t.Errorf("rows.txt:%d: %s has %d parameters", r.Line, name, fn.Signature().Params().Len())
		}
	}
}

// note adds the functions and methods of a package, those of embedded types under the name of
// each type that has them.
func note(funcs map[string]*types.Func, scope *types.Scope) {
	for _, name := range scope.Names() {
		switch o := scope.Lookup(name).(type) {
		case *types.Func:
			funcs[o.FullName()] = o
		case *types.TypeName:
			if o.IsAlias() {
				continue
			}
			t := o.Type()
			if !types.IsInterface(t) {
				t = types.NewPointer(t)
			}
			for m := range types.NewMethodSet(t).Methods() {
				fn := m.Obj().(*types.Func)
				funcs[fn.FullName()] = fn
				if types.IsInterface(o.Type()) {
					funcs["("+o.Pkg().Path()+"."+name+")."+fn.Name()] = fn
				}
			}
		}
	}
}
