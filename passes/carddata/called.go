package carddata

import (
	"go/types"

	"golang.org/x/tools/go/ssa"
)

// calledContent is what the functions show that an argument may be, when they are called.
func (e *engine) calledContent(h hole, arg ref) content {
	var c content
	found := false
	for _, fn := range e.functions(arg.v, 0) {
		found = true
		switch body := e.resolved(fn.fn, nil).body; {
		case body != nil:
			c.add(e.resultShown(body, 0, h.path, h.mode).known())
		default:
			c.open = true
		}
	}
	if found {
		return c
	}
	return e.calledParameter(arg.v, h.path, h.mode)
}

// calledParameter is the result of a function that a caller gives.
func (e *engine) calledParameter(fn ssa.Value, path string, m mode) content {
	c := unknown()
	for _, s := range e.resolve(ref{fn, "", nil}) {
		if p, ok := s.v.(*ssa.Parameter); ok && s.path == "" {
			c.add(content{atoms: []atom{{hole: hole{fn: p.Parent(), param: paramIndex(p), path: path, shape: called, mode: m, aux: -1}}}})
		}
	}
	return c
}

// calledItems lists what a function shows that a logger calls: its text, or each element of
// the slice that it returns.
func (e *engine) calledItems(it item, fn ssa.Value) []item {
	var out []item
	for _, f := range e.functions(fn, 0) {
		body := e.resolved(f.fn, nil).body
		if body == nil {
			continue
		}
		for _, b := range body.Blocks {
			ret, ok := lastReturn(b)
			if !ok || len(ret.Results) == 0 {
				continue
			}
			el := it
			el.r = ref{ret.Results[0], "", ret}
			if _, slice := ret.Results[0].Type().Underlying().(*types.Slice); slice {
				for _, x := range e.expand(el, ret.Results[0], list, nil) {
					x.place = -1
					out = append(out, x)
				}
				continue
			}
			out = append(out, el)
		}
	}
	return out
}

// showFunction is a function that a logger calls for the value of a field.
func (e *engine) showFunction(r ref, sig *types.Signature, m mode) content {
	if r.v == nil || sig.Params().Len() > 0 || sig.Results().Len() != 1 {
		return clean
	}
	var c content
	for _, s := range e.resolve(r) {
		if s.v != nil && s.path == "" && !s.zero {
			c.add(e.calledContent(hole{mode: m}, s.ref))
		}
	}
	return c
}
