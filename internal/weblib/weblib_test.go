package weblib_test

import (
	"go/types"
	"strings"
	"testing"

	"golang.org/x/tools/go/packages"

	"github.com/auroravet/auroravet/internal/testmodule"
	"github.com/auroravet/auroravet/internal/weblib"
)

// older are the packages that the nested module does not pin.
var older = map[string]bool{"github.com/go-chi/render": true}

// TestRowsAreReal compares the rows with the libraries that the nested module pins.
func TestRowsAreReal(t *testing.T) {
	seen := map[string]bool{}
	var paths []string
	for _, r := range weblib.Rows() {
		if p := weblib.PackageOf(r.Func); !seen[p] && !older[p] {
			seen[p] = true
			paths = append(paths, p)
		}
	}
	mode := packages.NeedName | packages.NeedTypes | packages.NeedImports | packages.NeedDeps | packages.NeedExportFile
	pkgs, err := packages.Load(&packages.Config{Mode: mode, Dir: testmodule.Dir(t)}, paths...)
	if err != nil {
		t.Fatal(err)
	}
	funcs, named := map[string]*types.Func{}, map[string]types.Type{}
	for _, p := range pkgs {
		for _, e := range p.Errors {
			t.Errorf("%s: %v", p.PkgPath, e)
		}
		list(p.Types, funcs, named)
	}
	for _, r := range weblib.Rows() {
		if older[weblib.PackageOf(r.Func)] {
			continue
		}
		f := funcs[r.Func]
		if f == nil {
			t.Errorf("%s: no function %s in the pinned library", r.Place, r.Func)
			continue
		}
		for _, take := range r.Takes {
			check(t, r, f.Signature(), take)
		}
	}
	for typ := range weblib.Writers() {
		if named[typ] == nil {
			t.Errorf("no type %s in the pinned library", typ)
		}
	}
}

// list notes the functions, methods and types of a package.
func list(pkg *types.Package, funcs map[string]*types.Func, named map[string]types.Type) {
	for _, name := range pkg.Scope().Names() {
		switch obj := pkg.Scope().Lookup(name).(type) {
		case *types.Func:
			funcs[obj.FullName()] = obj
		case *types.TypeName:
			t := obj.Type()
			named[pkg.Path()+"."+name] = t
			if !types.IsInterface(t) {
				t = types.NewPointer(t)
			}
			for m := range types.NewMethodSet(t).Methods() {
				if f, ok := m.Obj().(*types.Func); ok {
					funcs[f.FullName()] = f
					recv := strings.NewReplacer("*", "").Replace(t.String())
					funcs["("+recv+")."+f.Name()] = f // a method of an embedded interface
				}
			}
		}
	}
}

// check says whether the argument of an operand is there and of a type that it can be.
func check(t *testing.T, r *weblib.Row, sig *types.Signature, take weblib.Take) {
	t.Helper()
	arg := take.Arg
	if sig.Recv() != nil {
		arg--
	}
	if arg < 0 || arg >= sig.Params().Len() {
		t.Errorf("%s: %s has no argument %d", r.Place, r.Func, take.Arg)
		return
	}
	p := sig.Params().At(arg).Type()
	ok := true
	switch take.As {
	case "text":
		s := p.Underlying().String()
		ok = s == "string" || s == "[]byte" || s == "[]uint8" || strings.Contains(p.String(), "io.Read")
	case "format":
		ok = p.String() == "string" && sig.Variadic() && arg == sig.Params().Len()-2
	case "print":
		ok = sig.Variadic() && arg == sig.Params().Len()-1
	case "value":
	default:
		ok = false
	}
	if !ok {
		t.Errorf("%s: argument %d of %s is a %s, not right for %s", r.Place, take.Arg, r.Func, p, take.As)
	}
}
