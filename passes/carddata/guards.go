package carddata

import (
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// condition is what a comparison with constants says of a parameter, or of a path of it, where a
// branch is taken: if method == "GET" { … }.
type condition struct {
	p      *ssa.Parameter
	path   string
	not    bool
	values []string // the constants, any of which it is or none
}

// maxGuards bounds what is known of parameters in one place.
const maxGuards = 4

// guardsAt lists what is known of parameters wherever a block runs.
func (e *engine) guardsAt(b *ssa.BasicBlock) []condition {
	if b == nil {
		return nil
	}
	if known, ok := e.guards[b]; ok {
		return known
	}
	e.guards[b] = nil // for a condition that depends on itself
	out := e.guardsAt(b.Idom())
	if g, ok := e.entered(b); ok {
		out = joinGuards(out, g)
	}
	e.guards[b] = out
	return out
}

func joinGuards(of []condition, more ...condition) []condition {
	for _, g := range more {
		known := slices.ContainsFunc(of, func(o condition) bool { return o.same(g) })
		if !known && len(of) < maxGuards {
			of = append(of[:len(of):len(of)], g)
		}
	}
	return of
}

func (g condition) same(o condition) bool {
	return g.p == o.p && g.path == o.path && g.not == o.not && slices.Equal(g.values, o.values)
}

// entered is what the branches that lead to a block say: one, or the cases of one list.
func (e *engine) entered(b *ssa.BasicBlock) (condition, bool) {
	var all condition
	if len(b.Preds) == 0 || len(b.Preds) > maxGuards {
		return all, false
	}
	for i, pred := range b.Preds {
		g, ok := e.taken(pred, b)
		switch {
		case !ok || len(b.Preds) > 1 && g.not:
			return all, false
		case i == 0:
			all = g
		case g.p != all.p || g.path != all.path:
			return all, false
		default:
			all.values = append(all.values[:len(all.values):len(all.values)], g.values...)
		}
	}
	slices.Sort(all.values)
	return all, true
}

// guardsOn lists what is known of parameters on the way from one block to the next.
func (e *engine) guardsOn(from, to *ssa.BasicBlock) []condition {
	out := e.guardsAt(from)
	if g, ok := e.taken(from, to); ok {
		out = joinGuards(out, g)
	}
	return out
}

// taken is what the branch from one block to the next says of a parameter.
func (e *engine) taken(from, to *ssa.BasicBlock) (condition, bool) {
	iff, ok := from.Instrs[len(from.Instrs)-1].(*ssa.If)
	if !ok || from.Succs[0] == from.Succs[1] {
		return condition{}, false
	}
	at := branch{iff, from.Succs[0] == to}
	known, seen := e.branches[at]
	if !seen {
		e.branches[at] = nil // for a condition whose value comes by this very branch
		if g, ok := e.compared(iff.Cond, at.truth); ok {
			known = &g
		}
		e.branches[at] = known
	}
	if known == nil {
		return condition{}, false
	}
	return *known, true
}

// branch is one of the two ways on from a condition.
type branch struct {
	iff   *ssa.If
	truth bool
}

// compared is what a condition of a given truth says of a parameter.
func (e *engine) compared(cond ssa.Value, truth bool) (condition, bool) {
	for {
		not, ok := cond.(*ssa.UnOp)
		if !ok || not.Op != token.NOT {
			break
		}
		cond, truth = not.X, !truth
	}
	if op, ok := cond.(*ssa.BinOp); ok {
		if op.Op != token.EQL && op.Op != token.NEQ {
			return condition{}, false
		}
		x, y := op.X, op.Y
		if _, left := x.(*ssa.Const); left {
			x, y = y, x
		}
		value, ok := constValue(y)
		if !ok {
			return condition{}, false
		}
		return e.operand(x, value, truth != (op.Op == token.EQL))
	}
	return e.operand(cond, "true", !truth)
}

// constValue is a constant as conditions write it.
func constValue(v ssa.Value) (string, bool) {
	c, ok := v.(*ssa.Const)
	switch {
	case !ok:
		return "", false
	case c.Value != nil:
		return c.Value.ExactString(), true
	case pointsOn(c.Type()):
		return "nil", true
	}
	return "", false
}

// operand is the parameter whose value is compared: itself, a field of it, or a variable that is
// it but for a default.
func (e *engine) operand(x ssa.Value, value string, not bool) (g condition, ok bool) {
	x = underTypes(x)
	g = condition{not: not, values: []string{value}}
	switch v := x.(type) {
	case *ssa.Parameter:
		g.p = v
		return g, true
	case *ssa.UnOp, *ssa.Field, *ssa.Phi:
		if value == "nil" || value == `""` {
			return g, false
		}
	default:
		return g, false
	}
	for _, s := range e.resolve(ref{x, "", nil}) {
		p, isParam := s.v.(*ssa.Parameter)
		other, isConst := constValue(s.v)
		switch {
		case s.zero || s.char || s.callee != nil || !isParam && !isConst:
			return g, false
		case isConst && (not || other == value):
			return g, false // the default may be it as well
		case isConst:
		case g.p != nil && (g.p != p || g.path != s.path):
			return g, false
		default:
			g.p, g.path = p, s.path
		}
	}
	receiver := g.p != nil && g.p.Parent().Signature.Recv() != nil && paramIndex(g.p) == 0 && !handsOn(g.p)
	return g, g.p != nil && !receiver && depth(g.path) <= 1
}

// underTypes is v as it was before it got another type of the same kind.
func underTypes(v ssa.Value) ssa.Value {
	for {
		switch c := v.(type) {
		case *ssa.ChangeType:
			v = c.X
		case *ssa.Convert:
			if !types.Identical(c.X.Type().Underlying(), c.Type().Underlying()) {
				return v
			}
			v = c.X
		default:
			return v
		}
	}
}

// restrict adds to what is known of parameters on the way that is followed, until undo.
func (w *walker) restrict(guards []condition) (undo func()) {
	outer := w.guards
	w.guards = joinGuards(outer, guards...)
	return func() { w.guards = outer }
}

// again says whether a ref has to be visited again since it is found with less known of parameters;
// what is known both times is left for the visit.
func (w *walker) again(r ref) bool {
	known := w.known[r]
	common := slices.DeleteFunc(slices.Clone(known), func(g condition) bool {
		return !slices.ContainsFunc(w.guards, g.same)
	})
	if len(common) == len(known) {
		return false
	}
	w.guards = common
	delete(w.known, r)
	return true
}

// note remembers what is known of parameters where a ref is visited.
func (w *walker) note(r ref) {
	if len(w.guards) == 0 {
		return
	}
	if w.known == nil {
		w.known = map[ref][]condition{}
	}
	w.known[r] = w.guards
}
