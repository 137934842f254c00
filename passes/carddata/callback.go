package carddata

import (
	"iter"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// callbackText is what a parameter of a function literal gets from the function that the
// literal is handed to: of a visitor, or of an iterator that a loop ranges over.
func (e *engine) callbackText(p *ssa.Parameter, path string) content {
	var c content
	for v, use := range e.literalUses(p.Parent()) {
		if conv, ok := use.(*ssa.ChangeType); ok && conv.Referrers() != nil {
			for _, u := range *conv.Referrers() {
				c.add(e.handedText(conv, u, paramIndex(p), path))
			}
			continue
		}
		c.add(e.handedText(v, use, paramIndex(p), path))
	}
	return c
}

// literalUses are the values that a function literal is, and what uses them; none for another function.
func (e *engine) literalUses(fn *ssa.Function) iter.Seq2[ssa.Value, ssa.Instruction] {
	return func(yield func(ssa.Value, ssa.Instruction) bool) {
		if fn.Parent() == nil {
			return
		}
		values := []ssa.Value{fn}
		for _, mc := range e.writes.closures[fn] {
			values = append(values, mc)
		}
		for _, v := range values {
			if v.Referrers() == nil {
				continue
			}
			for _, use := range *v.Referrers() {
				if !yield(v, use) {
					return
				}
			}
		}
	}
}

// handedText is what the function of a call gives to parameter i of the function literal v,
// one of the call's arguments.
func (e *engine) handedText(v ssa.Value, use ssa.Instruction, i int, path string) content {
	var c content
	call, ok := use.(ssa.CallInstruction)
	if !ok {
		return c
	}
	for _, t := range e.targets(call.Common()) {
		k := slices.Index(t.args, v)
		if t.body == nil || k < 0 || k >= len(t.body.Params) {
			continue
		}
		y := t.body.Params[k]
		for _, f := range withLiterals(t.body) {
			e.eachCall(f, func(inner ssa.CallInstruction) {
				args := inner.Common().Args
				if inner.Common().IsInvoke() || i >= len(args) || !e.isParameter(inner.Common().Value, y) {
					return
				}
				c.add(e.fill(e.text(ref{args[i], path, inner}), t.body, e.argRefs(t.args, call)).known())
			})
		}
	}
	return c
}

// isParameter says whether a function value is what a parameter holds.
func (e *engine) isParameter(v ssa.Value, p *ssa.Parameter) bool {
	if v == p {
		return true
	}
	switch v.(type) {
	case *ssa.FreeVar, *ssa.UnOp, *ssa.ChangeType:
	default:
		return false
	}
	return slices.ContainsFunc(e.resolve(ref{v, "", nil}), func(s source) bool { return s.v == p && s.path == "" })
}
