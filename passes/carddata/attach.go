package carddata

import (
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/auroravet/auroravet/internal/aurora"
)

// visitAttached finds what a method of a logger of the program's own hangs on the logger that
// it returns, With(fields…) or an event's Str(key, value): what a later record shows of it is
// for the callers of this method to judge.
func (e *engine) visitAttached(fn *ssa.Function) {
	if !e.chains(fn) {
		return
	}
	for m := range types.NewMethodSet(fn.Params[0].Type()).Methods() {
		obj, ok := m.Obj().(*types.Func)
		if !ok || e.bodies[obj.Origin()] == nil || e.bodies[obj.Origin()] == fn {
			continue
		}
		for _, fl := range e.flows[e.bodies[obj.Origin()]] {
			if !fl.ofReceiver() {
				continue
			}
			for _, a := range e.returnedAt(fn, fl.atom.hole).atoms {
				if a.kinds == 0 && a.hole.fn == fn && a.hole.param > 0 && !a.part {
					e.addFlow(fn, flow{to: -1, sink: fl.sink, atom: a})
				}
			}
		}
	}
}

// ofReceiver says whether a flow shows a part of the receiver, which calls before it fill.
func (fl flow) ofReceiver() bool {
	h := fl.atom.hole
	return fl.to < 0 && fl.atom.kinds == 0 && h.param == 0 && h.path != "" && h.shape != called && h.shape != asked && h.shape != typed && h.shape != format
}

// chains says whether fn is a method of a logger that returns one.
func (e *engine) chains(fn *ssa.Function) bool {
	obj, ok := fn.Object().(*types.Func)
	if !ok || fn.Parent() != nil || len(fn.Params) < 2 || fn.Signature.Recv() == nil || fn.Signature.Results().Len() == 0 {
		return false
	}
	recv, result := fn.Params[0].Type(), fn.Signature.Results().At(0).Type()
	if !types.Identical(deref(recv), deref(result)) {
		iface, ok := result.Underlying().(*types.Interface)
		if !ok || iface.Empty() || !types.Implements(recv, iface) {
			return false
		}
	}
	words := append(aurora.Words(typeName(recv)), aurora.Words(obj.Pkg().Name())...)
	return slices.ContainsFunc(words, func(w string) bool {
		return strings.HasPrefix(w, "log") || slices.Contains([]string{"entry", "event", "scope", "span", "audit", "auditor", "trace", "tracer"}, w)
	})
}

// returnedAt is what a hole of the receiver shows of what fn returns.
func (e *engine) returnedAt(fn *ssa.Function, h hole) content {
	var c content
	for _, b := range fn.Blocks {
		ret, ok := lastReturn(b)
		if !ok {
			continue
		}
		r := ref{concrete(ret.Results[0]), h.path, ret}
		switch h.shape {
		case raw:
			c.add(e.text(r))
		case shown:
			c.add(e.showAt(r, h.mode))
		default:
			c.add(e.spreadAt(r, h))
		}
	}
	return c
}

// spreadAt is what the elements of a list at r show, or its keys and values.
func (e *engine) spreadAt(r ref, h hole) content {
	var c content
	for _, s := range e.resolve(r) {
		if s.v == nil || s.zero || s.path != "" {
			continue
		}
		it := item{r: ref{s.v, "", r.at}, m: h.mode, place: -1, aux: -1, ctx: e.scopeOf(r.v)}
		for _, el := range e.expand(it, s.v, h.shape, nil) {
			c.add(e.itemContent(el))
		}
	}
	return c
}

// attachedBefore says whether the logger of a call comes from calls that hung things on it,
// where they were judged.
func (e *engine) attachedBefore(recv ssa.Value) bool {
	found := false
	for _, s := range e.resolve(ref{recv, "", nil}) {
		if s.zero {
			continue
		}
		call, ok := s.v.(*ssa.Call)
		if !ok || s.path != "" {
			return false
		}
		attaches := false
		for _, t := range e.targets(call.Common()) {
			for _, fl := range e.flowsOf(t) {
				attaches = attaches || fl.to < 0 && fl.atom.kinds == 0 && fl.atom.hole.param > 0
			}
		}
		if !attaches {
			return false
		}
		found = true
	}
	return found
}
