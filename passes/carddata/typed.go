package carddata

import (
	"go/types"

	"golang.org/x/tools/go/ssa"
)

// addTyped tells the callers of a generic function that a function literal in it shows a value
// of a type parameter, which whoever calls the literal gives: what the type argument is decides.
func (e *engine) addTyped(fl flow) {
	h := fl.atom.hole
	if h.shape != shown || h.when != "" || fl.to >= 0 || h.fn.Parent() == nil || h.param >= len(h.fn.Params) {
		return
	}
	t, _, _, _ := typeAt(h.fn.Params[h.param].Type(), h.path)
	tp, ok := t.(*types.TypeParam)
	if !ok {
		return
	}
	outer := h.fn
	for outer.Parent() != nil {
		outer = outer.Parent()
	}
	if !declares(outer, tp) {
		return
	}
	fl.atom.hole = hole{fn: outer, param: tp.Index(), shape: typed, mode: h.mode, aux: -1}
	e.addFlow(outer, fl)
}

func declares(fn *ssa.Function, tp *types.TypeParam) bool {
	ps := fn.TypeParams()
	return tp.Index() < ps.Len() && ps.At(tp.Index()) == tp
}

// applyTyped judges such a value by the type argument of a call.
func (e *engine) applyTyped(fn *ssa.Function, call ssa.CallInstruction, sink flow, fl flow) {
	callee, h := call.Common().StaticCallee(), fl.atom.hole
	if callee == nil || h.param >= len(callee.TypeArgs()) {
		return
	}
	arg := callee.TypeArgs()[h.param]
	if tp, ok := arg.(*types.TypeParam); ok {
		for fn.Parent() != nil {
			fn = fn.Parent()
		}
		if declares(fn, tp) {
			h.fn, h.param = fn, tp.Index()
			e.addFlow(fn, flow{to: -1, sink: sink.sink, err: sink.err, body: sink.body, atom: atom{hole: h}})
		}
		return
	}
	e.record(fn, call, sink, item{arg: -1, place: -1, aux: -1}, e.show(ref{}, arg, h.mode).known())
}
