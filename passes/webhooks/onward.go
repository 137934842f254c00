package webhooks

import (
	"slices"
	"strings"

	"github.com/auroravet/auroravet/internal/ir"
	"github.com/auroravet/auroravet/internal/weblib"
)

// This file holds the handlers whose library hands the request to the next one by itself, unless it is told
// not to: to answer with a refusal and to return keeps nobody from the event.

// goesOnAnyway says whether the next handlers run after a function returns, whatever it has answered: one that
// hands the request on itself where it is pleased, and so has others behind it.
func (v *verdict) goesOnAnyway(fr *frame) bool {
	if !weblib.GoesOn(requestType(fr.fn)) || fr.fn.Results > 0 {
		return false
	}
	for b := range fr.fn.Blocks {
		if v.handsOn(fr, b) {
			return true
		}
	}
	return false
}

// mayAbort says whether a call may keep the next handlers from the request: it tells the library to, or is given
// the request and not in view.
func (v *verdict) mayAbort(fr *frame, in *ir.Instr, depth int) bool {
	name := v.flow.callee(fr, in)
	if use, _ := weblib.UseOf(name); use.Role == weblib.Abort {
		return true
	}
	fns, args := v.flow.targets(fr, in)
	if len(fns) == 0 {
		ofLibrary := strings.HasPrefix(name, "("+requestType(fr.fn)+").")
		types := fr.fn.Types()
		return !ofLibrary && slices.ContainsFunc(args, func(r ir.Ref) bool { return weblib.GoesOn(types.Of(r)) })
	}
	return slices.ContainsFunc(fns, func(fn *ir.Func) bool {
		inner := v.flow.frames[fn]
		return inner == nil || depth > deepest || slices.ContainsFunc(fn.Instrs(), func(in *ir.Instr) bool {
			return (in.Op == ir.Call || in.Op == ir.Invoke) && v.mayAbort(inner, in, depth+1)
		})
	})
}
