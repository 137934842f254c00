package loglib_test

import (
	"go/types"
	"slices"
	"strings"
	"testing"

	"github.com/auroravet/auroravet/internal/loglib"
	"github.com/auroravet/auroravet/internal/rows"
	"github.com/auroravet/auroravet/internal/testmodule"
)

// library loads the types of the packages that the rows are about, as the nested module pins them.
func library(t *testing.T) map[string]*types.Func {
	t.Helper()
	seen := map[string]bool{}
	var paths []string
	for _, r := range loglib.Rows() {
		if p := rows.PackageOf(r.Func); compared(r) && !seen[p] {
			seen[p] = true
			paths = append(paths, p)
		}
	}
	return testmodule.Functions(testmodule.Packages(t, paths))
}

// compared says whether the nested module has the library of a row.
func compared(r *loglib.Row) bool { return r.File != "older.txt" }

func TestRowsAreReal(t *testing.T) {
	funcs := library(t)
	for _, r := range loglib.Rows() {
		if !compared(r) {
			continue
		}
		f := funcs[r.Func]
		if f == nil {
			t.Errorf("%s:%d: no function %s in the pinned library", r.File, r.Line, r.Func)
			continue
		}
		for _, take := range r.Takes {
			checkTake(t, r, f, take)
		}
	}
}

// checkTake says whether the argument of an operand has a type that the operand can work on.
func checkTake(t *testing.T, r *loglib.Row, f *types.Func, take loglib.Take) {
	t.Helper()
	sig := f.Signature()
	arg := take.Arg
	if sig.Recv() != nil {
		arg--
	}
	if arg == -1 {
		return // the receiver
	}
	if arg >= sig.Params().Len() {
		t.Errorf("%s:%d: %s has no argument %d", r.File, r.Line, r.Func, take.Arg)
		return
	}
	p := sig.Params().At(arg).Type()
	_, slice := p.Underlying().(*types.Slice)
	basic, _ := p.Underlying().(*types.Basic)
	text := basic != nil && basic.Info()&(types.IsString|types.IsInteger) != 0
	ok := true
	switch take.As {
	case "format":
		ok = text && sig.Variadic() && arg == sig.Params().Len()-2
	case "pairs", "print", "attrs":
		ok = slice && sig.Variadic() && arg == sig.Params().Len()-1
	case "values":
		ok = slice
	case "key":
		ok = text || p.String() == "any" || strings.HasSuffix(p.String(), "attribute.Key")
	}
	if !ok {
		t.Errorf("%s:%d: argument %d of %s is a %s, not right for %s", r.File, r.Line, take.Arg, r.Func, p, take.As)
	}
}

// TestNothingForgotten compares the rows with the libraries' own lists: a function that takes
// text, any value, an error or a field has a row, or a line that says why it needs none.
func TestNothingForgotten(t *testing.T) {
	funcs := library(t)
	logging := map[string]bool{}
	for _, r := range loglib.Rows() {
		if r.Library() && compared(r) && (r.Op == loglib.Sink || r.Op == loglib.Field) {
			logging[rows.PackageOf(r.Func)] = true
		}
	}
	skips := loglib.Skips()
	used := make([]bool, len(skips))
	var missing []string
	for name, f := range funcs {
		if f.Pkg() == nil || !logging[f.Pkg().Path()] || loglib.Lookup(name) != nil || !takesData(f.Signature()) {
			continue
		}
		i := slices.IndexFunc(skips, func(s loglib.Skip) bool { return s.Matches(name) })
		if i < 0 {
			missing = append(missing, name+" "+strings.TrimPrefix(f.Signature().String(), "func"))
			continue
		}
		used[i] = true
	}
	slices.Sort(missing)
	for _, m := range missing {
		t.Errorf("no row for %s", m)
	}
	for i, s := range skips {
		if !used[i] {
			t.Errorf("%s:%d: nothing without a row is a %s", s.File, s.Line, s.Pattern)
		}
	}
}

// takesData says whether a function is given something that a record could show.
func takesData(sig *types.Signature) bool {
	for p := range sig.Params().Variables() {
		t := p.Type()
		if s, ok := t.Underlying().(*types.Slice); ok {
			t = s.Elem()
		}
		switch u := t.Underlying().(type) {
		case *types.Basic:
			if u.Info()&types.IsString != 0 {
				return true
			}
		case *types.Interface:
			if u.NumMethods() == 0 || t.String() == "error" {
				return true
			}
		}
	}
	return false
}

func TestStylesHaveIdentities(t *testing.T) {
	for name, s := range loglib.Styles {
		if loglib.StyleOf(s.ID) != s || s.Name != name {
			t.Errorf("style %s has the identity of another", name)
		}
	}
}
