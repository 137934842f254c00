package weblib_test

import (
	"go/types"
	"strings"
	"testing"

	"github.com/auroravet/auroravet/internal/rows"
	"github.com/auroravet/auroravet/internal/testmodule"
	"github.com/auroravet/auroravet/internal/weblib"
)

// TestRowsAreReal compares the rows with the libraries that the nested module pins.
func TestRowsAreReal(t *testing.T) {
	seen := map[string]bool{}
	var paths []string
	for _, r := range weblib.Rows() {
		if p := rows.PackageOf(r.Func); !seen[p] {
			seen[p] = true
			paths = append(paths, p)
		}
	}
	pkgs := testmodule.Packages(t, paths)
	funcs := testmodule.Promoted(pkgs)
	for _, r := range weblib.Rows() {
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
		dot := strings.LastIndexByte(typ, '.')
		if p := pkgs[typ[:dot]]; p == nil || p.Scope().Lookup(typ[dot+1:]) == nil {
			t.Errorf("no type %s in the pinned library", typ)
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
