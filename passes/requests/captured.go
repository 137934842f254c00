package requests

import (
	"slices"

	"github.com/auroravet/auroravet/internal/eval"
	"github.com/auroravet/auroravet/internal/ir"
)

// This file finds the tokens that a function literal keeps in the variables which it captures: the
// literal fetches one when it is called first, and outlives the function around it.

// captured notes the variables that a literal which outlives the function fills with a token.
func (k *keeper) captured(literals []*eval.Fn) {
	for _, lit := range literals {
		body := k.a.prog.Func(lit.Name)
		if body == nil || body.Pkg != k.a.prog.Path || len(body.Free) != len(lit.Free) || !k.a.reach[lit.Name] {
			continue
		}
		filled := map[int]*renewal{} // by the place of the first store
		at := map[int]int{}
		for i, v := range body.Free {
			w := &renewal{a: k.a, funcs: k.a.prog.Own, place: body.Pkg + "." + v.Name, name: v.Name, outer: outermost(body.Name), fill: map[string]bool{}}
			if pos := w.firstStore(); pos != 0 {
				filled[pos], at[pos] = w, i
			}
		}
		if len(filled) == 0 {
			continue
		}
		m := k.a.machine.Fork(k.a.store)
		end := m.RunLiteral(body, lit, k.end)
		if end == nil {
			continue
		}
		after := &keeper{a: k.a, end: end, fetched: slices.ContainsFunc(m.Sent, k.a.asksForToken)}
		for pos, w := range filled {
			if after.anyToken(lit.Free[at[pos]]) {
				k.a.kept.elsewhere[pos] = w
			}
		}
	}
}

// firstStore is where the place gets its token first, 0 when nothing is stored there.
func (w *renewal) firstStore() int {
	for _, fn := range w.funcs {
		for _, in := range w.stores(fn) {
			if in.Pos != 0 && !w.empties(fn, in) {
				return in.Pos
			}
		}
	}
	return 0
}

// capturedName is the name of the captured variable that an operand is, "" for another operand.
func capturedName(fn *ir.Func, r ir.Ref) string {
	if i := int(r) - len(fn.Params); i >= 0 && i < len(fn.Free) {
		return fn.Free[i].Name
	}
	return ""
}
