package webhooks

import (
	"slices"
	"strings"

	"github.com/auroravet/auroravet/internal/ir"
)

// places are the fields and package variables of a package that functions stand in, such as
// middleware before a router uses it.
type places struct {
	holds map[string][]string   // the functions in each
	taken map[*ir.Func][]string // those that a function takes out of them
}

// kept finds the places.
func (a *analyzer) kept() *places {
	if a.places != nil {
		return a.places
	}
	a.places = &places{map[string][]string{}, map[*ir.Func][]string{}}
	for _, f := range a.prog.Own {
		for _, in := range f.Instrs() {
			if in.Op != ir.Store {
				continue
			}
			if p := a.slot(f, in.Args[0]); p != "" {
				if fns := a.functionsOf(f, in.Args[1:], 0); len(fns) > 0 {
					a.places.holds[p] = append(a.places.holds[p], fns...)
				}
			}
		}
	}
	for _, f := range a.prog.Own {
		for _, in := range f.Instrs() {
			a.places.taken[f] = append(a.places.taken[f], a.taken(f, in)...)
		}
	}
	return a.places
}

// taken are the functions that an instruction takes out of a place.
func (a *analyzer) taken(f *ir.Func, in *ir.Instr) []string {
	switch {
	case len(a.kept().holds) == 0:
		return nil
	case in.Op == ir.FieldOf:
		return a.kept().holds[a.field(f, in)]
	case in.Op == ir.Load:
		return a.kept().holds[a.slot(f, in.Args[0])]
	}
	return nil
}

// slot is the name of a field or package variable by its address; "" for another one.
func (a *analyzer) slot(f *ir.Func, addr ir.Ref) string {
	if c := f.Const(addr); c != nil && c.Kind == ir.KindGlobal {
		return c.Str
	}
	if d := f.Def(addr); d != nil && d.Op == ir.FieldAddr {
		return a.field(f, d)
	}
	return ""
}

func (a *analyzer) field(f *ir.Func, in *ir.Instr) string {
	return strings.TrimLeft(a.typesOf(f).Of(in.Args[0]), "*") + "." + in.Sym
}

func (a *analyzer) typesOf(f *ir.Func) *ir.Types {
	t := a.types[f]
	if t == nil {
		t = f.Types()
		a.types[f] = t
	}
	return t
}

// onlyKeeps says whether all that a function does with another one is to put it into a place from which
// others in the package take it.
func (a *analyzer) onlyKeeps(f *ir.Func, name string) bool {
	taken := false
	for _, g := range a.prog.Own {
		taken = taken || g != f && slices.Contains(a.kept().taken[g], name)
	}
	return taken && !slices.ContainsFunc(f.Instrs(), func(in *ir.Instr) bool {
		return (in.Op == ir.Call && in.Sym != name || in.Op == ir.Invoke) && slices.Contains(a.functionsOf(f, in.Args, 0), name)
	})
}
