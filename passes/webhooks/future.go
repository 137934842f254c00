package webhooks

import (
	"slices"

	"github.com/auroravet/auroravet/internal/ir"
	"github.com/auroravet/auroravet/internal/weblib"
)

// This file tells a time stamp that is refused because it is old from one that is refused because it lies in the
// future: the second alone lets recorded events in for ever.

// onlyFuture says whether all that comes of a comparison with the clock is that events of the future are refused.
func (v *verdict) onlyFuture(s site) bool {
	first, second := ir.None, ir.None
	switch s.in.Op {
	case ir.BinOp:
		if first, second = s.in.Args[0], s.in.Args[1]; s.in.Sym[0] == '<' {
			first, second = second, first
		}
	case ir.Call:
		use, _ := weblib.UseOf(v.flow.callee(s.fr, s.in))
		if args := callArgs(s.in); use.Role == weblib.Order && use.Arg >= 0 && len(args) == 2 {
			first, second = args[use.Arg], args[1-use.Arg]
		}
	}
	if first == ir.None {
		return false
	}
	x, known := v.course(s.fr, first, 0)
	y, also := v.course(s.fr, second, 0)
	// The later an event says that it was sent, the more first is above second, or the less.
	return known && also && x != y && v.bars(s.fr, ir.Ref(s.in.Dst), x > y, 0)
}

// course is 1 when an operand is the greater the later the time stamp and the earlier it is now, -1 the other way
// round and 0 when it is as great at any time; known is false for other operands.
func (v *verdict) course(fr *frame, r ir.Ref, depth int) (course int, known bool) {
	m := v.flow.get(fr, r).marks
	sent, now := m&(timestamp|signature) != 0, m&(clock|notKnown) != 0
	switch {
	case !sent && !now:
		return 0, true
	case !now:
		return 1, true
	case !sent:
		return -1, true
	}
	d := fr.fn.Def(r)
	if d == nil || depth > deepest {
		return 0, false
	}
	switch d.Op {
	case ir.Convert:
		return v.course(fr, d.Args[0], depth+1)
	case ir.BinOp:
		if d.Sym == "-" {
			return v.gap(fr, d.Args[0], d.Args[1], depth)
		}
	case ir.UnOp:
		if d.Sym == "-" {
			course, known = v.course(fr, d.Args[0], depth+1)
			return -course, known
		}
	case ir.Call:
		use, _ := weblib.UseOf(v.flow.callee(fr, d))
		args := callArgs(d)
		switch {
		case use.Role == weblib.Span && len(args) == 2:
			return v.gap(fr, args[0], args[1], depth)
		case use.Role == weblib.Clock && len(args) == 1:
			course, known = v.course(fr, args[0], depth+1)
			if use.Arg == 0 {
				course = -course
			}
			return course, known && course != 0
		}
	}
	return 0, false
}

// gap is the course of the difference of two operands.
func (v *verdict) gap(fr *frame, from, less ir.Ref, depth int) (course int, known bool) {
	x, ok := v.course(fr, from, depth+1)
	y, also := v.course(fr, less, depth+1)
	if !ok || !also || x == y {
		return 0, false
	}
	if x > y {
		return 1, true
	}
	return -1, true
}

// bars says whether an event for which a value is as it says is refused, wherever it is asked, and other events
// are not.
func (v *verdict) bars(fr *frame, r ir.Ref, when bool, depth int) bool {
	uses := fr.uses(r)
	return r >= 0 && depth <= deepest && len(uses) > 0 && !slices.ContainsFunc(uses, func(u use) bool { return !v.barsUse(fr, u, when, depth) })
}

func (v *verdict) barsUse(fr *frame, u use, when bool, depth int) bool {
	switch u.in.Op {
	case ir.UnOp:
		return u.in.Sym == "!" && v.bars(fr, ir.Ref(u.in.Dst), !when, depth+1)
	case ir.Phi: // the other ways come with a constant, or with what else there is to ask
		return v.bars(fr, ir.Ref(u.in.Dst), when, depth+1)
	case ir.Return:
		return len(u.in.Args) == 1 && v.barsCalls(fr, when, depth)
	case ir.If:
		succs := fr.fn.Blocks[u.block].Succs
		if len(succs) != 2 {
			return false
		}
		there, other := succs[0], succs[1]
		if !when {
			there, other = other, there
		}
		if phi, holds := fr.goesOnWith(u.block, there); phi != nil {
			return v.bars(fr, ir.Ref(phi.Dst), holds, depth+1)
		}
		return v.refuses(fr, there, depth+1) && !v.refuses(fr, other, depth+1)
	}
	return false
}

// goesOnWith is what a block is told by the constant that a block before it comes with, nil when it is told nothing.
func (fr *frame) goesOnWith(from, to int) (phi *ir.Instr, holds bool) {
	b := &fr.fn.Blocks[to]
	at := slices.Index(b.Preds, from)
	if len(b.Instrs) == 0 || b.Instrs[0].Op != ir.Phi || at < 0 || at >= len(b.Instrs[0].Args) {
		return nil, false
	}
	c := fr.fn.Const(b.Instrs[0].Args[at])
	if c == nil || c.Kind != ir.KindBool {
		return nil, false
	}
	return &b.Instrs[0], c.Int == 1
}

// barsCalls says whether all that call a function refuse an event when it answers as it says. One that verifies
// and that nothing in view calls says by false that it does.
func (v *verdict) barsCalls(fr *frame, when bool, depth int) bool {
	found, called := false, false
	for _, by := range v.flow.frames {
		for _, e := range by.calls {
			if called = called || e.to == fr.fn; e.to == fr.fn && by.active {
				if found = v.bars(by, ir.Ref(e.in.Dst), when, depth+1); !found {
					return false
				}
			}
		}
	}
	return found || !called && !when && v.verifying()[fr.fn]
}

// refuses says whether from a block on nothing is verified and nothing done but to answer, and what is returned
// says no.
func (v *verdict) refuses(fr *frame, block, depth int) bool {
	checks := v.checksIn(fr, v.verifying())
	for b := range fr.fn.Reach(block, -1) {
		if slices.ContainsFunc(checks, func(c use) bool { return c.block == b }) {
			return false
		}
		for i := range fr.fn.Blocks[b].Instrs {
			in := &fr.fn.Blocks[b].Instrs[i]
			if in.Op == ir.Return && !v.saysNo(fr, in, depth) || v.does(fr, in, v.answers) && !v.makesError(fr, in) {
				return false
			}
		}
	}
	return true
}

// makesError says whether a call only makes an error.
func (v *verdict) makesError(fr *frame, in *ir.Instr) bool {
	return in.Op == ir.Call && in.Returns() == "error" && v.flow.union(fr, callArgs(in))&(rawBody|parsed|signature) == 0
}

// saysNo says whether what a function returns is an error, or what its callers refuse.
func (v *verdict) saysNo(fr *frame, in *ir.Instr, depth int) bool {
	if len(in.Args) == 0 {
		return true
	}
	last := in.Args[len(in.Args)-1]
	c := fr.fn.Const(last)
	if fr.fn.ErrResult {
		return c == nil || c.Kind != ir.KindNil
	}
	return c != nil && c.Kind == ir.KindBool && len(in.Args) == 1 && v.barsCalls(fr, c.Int == 1, depth+1)
}
