package carddata

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/auroravet/auroravet/internal/loglib"
)

// collectedFlow is what a flow into a request shows of an argument that collects the parts of the
// request and comes from generated code of another package: what its methods were given.
func (e *engine) collectedFlow(fl flow, t target) (content, bool) {
	h := fl.atom.hole
	if !fl.body || t.body != nil || h.shape != shown || h.param >= len(t.args) {
		return clean, false
	}
	return e.collected(t.args[h.param], 0)
}

// collected joins what the functions of its package that make v, and its methods, were given of
// card data. It reports whether v comes from such calls.
func (e *engine) collected(v ssa.Value, depth int) (c content, ok bool) {
	if depth > 12 {
		return clean, false
	}
	for _, s := range e.resolve(ref{v, "", nil}) {
		call, isCall := s.v.(*ssa.Call)
		if !isCall || !sets(call.Common(), v.Type()) {
			continue
		}
		ok = true
		c.add(e.handed(call))
		if args := callArgs(&call.Call); call.Call.Signature().Recv() != nil {
			more, _ := e.collected(args[0], depth+1)
			c.add(more)
		}
		for _, w := range e.writes.of[call] {
			if set, isCall := w.instr.(ssa.CallInstruction); isCall && w.arg == 0 && w.path == "" {
				c.add(e.handed(set))
			}
		}
	}
	return c, ok
}

// sets says whether a call makes a value of type t in the package of t, which another one imports.
func sets(common *ssa.CallCommon, t types.Type) bool {
	obj := rowObject(common)
	named, ok := types.Unalias(deref(t)).(*types.Named)
	return ok && obj != nil && obj.Pkg() == named.Obj().Pkg()
}

// handed is what the arguments of a call show that can hold card data.
func (e *engine) handed(call ssa.CallInstruction) content {
	var c content
	args := callArgs(call.Common())
	if call.Common().Signature().Recv() != nil {
		args = args[1:]
	}
	for _, a := range args {
		if e.holds(concrete(a).Type()).has(panKind | cvvKind) {
			c.add(e.show(ref{concrete(a), "", call}, concrete(a).Type(), modeOf("json")))
		}
	}
	return c
}

// visitSubmit looks at an operation object that a runtime of generated clients sends: its
// parameters write themselves into the request.
func (e *engine) visitSubmit(fn *ssa.Function, call ssa.CallInstruction, obj *types.Func, row *loglib.Row) {
	at := row.Get("op")
	for _, s := range e.dynamicSources(ref{callArgs(call.Common())[at], ".Params", call}) {
		if s.v == nil || s.zero {
			continue
		}
		write := methodOf(s.typ(), "WriteToRequest")
		if write == nil || e.bodies[write.Origin()] == nil {
			continue
		}
		for _, fl := range e.sends[e.bodies[write.Origin()]] {
			if h := fl.atom.hole; h.param == 0 && h.shape == shown {
				r := s.in(h.path)
				it := item{r: r, m: h.mode, arg: at, place: -1, aux: -1, ctx: e.scope(fn)}
				e.record(fn, call, flow{to: -1, sink: sinkName(obj), body: true}, it, e.itemContent(it))
			}
		}
	}
}
