package carddata

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// This file holds what is written to what a call returns: an encoder around a writer, or the
// other end of a pipe.

// wrappedText is what is written to an encoder or buffer around a builder.
func (e *engine) wrappedText(call ssa.CallInstruction) content {
	var c content
	v, ok := call.(*ssa.Call)
	if !ok {
		return c
	}
	for _, root := range e.kept(v, 0) {
		for _, w := range e.writes.of[root] {
			if use, ok := w.instr.(ssa.CallInstruction); ok && w.arg >= 0 {
				d, _ := e.writesText(use, w.arg)
				c.add(d)
			}
		}
	}
	return c
}

// pipedText is what is written to the second result of a call that makes a pipe.
func (e *engine) pipedText(call *ssa.Call) content {
	c := clean
	for _, root := range e.kept(call, 1) {
		c.add(e.builderText(root, ""))
	}
	return c
}

// kept are the roots under which a result of a call is written to: the result, and the
// variable that gets nothing else, as one that a closure shares.
func (e *engine) kept(call *ssa.Call, index int) []ssa.Value {
	var out []ssa.Value
	if _, several := call.Type().(*types.Tuple); !several {
		out = append(out, call)
	} else if call.Referrers() != nil {
		for _, use := range *call.Referrers() {
			if x, ok := use.(*ssa.Extract); ok && x.Index == index {
				out = append(out, x)
			}
		}
	}
	for _, v := range slices.Clone(out) {
		for _, use := range *v.Referrers() {
			st, ok := use.(*ssa.Store)
			if !ok || st.Val != v {
				continue
			}
			stored := func(w write) bool { return w.val != nil && w.val != v }
			if at, ok := st.Addr.(*ssa.Alloc); ok && !slices.ContainsFunc(e.writes.of[at], stored) {
				out = append(out, at)
			}
		}
	}
	return out
}
