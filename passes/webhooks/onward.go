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

// ends says whether a block may keep a function from what comes after, and whether it only returns from one
// after which the next handlers run anyway.
func (v *verdict) ends(fr *frame, b *ir.Block, anyway bool) (stops, returns bool) {
	for i := range b.Instrs {
		in := &b.Instrs[i]
		switch {
		case anyway && in.Op == ir.Return:
			returns = true
		case v.stops(fr, b, in), anyway && v.mayAbort(fr, in, map[*ir.Func]bool{}):
			return true, false
		}
	}
	return false, returns
}

// mayAbort says whether an instruction may keep the next handlers from the request: a call that tells the library
// to, or that is given the request and not in view. seen are the functions that were looked through.
func (v *verdict) mayAbort(fr *frame, in *ir.Instr, seen map[*ir.Func]bool) bool {
	if in.Op != ir.Call && in.Op != ir.Invoke {
		return false
	}
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
		if inner == nil || seen[fn] {
			return inner == nil
		}
		seen[fn] = true
		return slices.ContainsFunc(fn.Instrs(), func(in *ir.Instr) bool { return v.mayAbort(inner, in, seen) })
	})
}
