package webhooks

import (
	"slices"

	"github.com/auroravet/auroravet/internal/ir"
	"github.com/auroravet/auroravet/internal/rows"
	"github.com/auroravet/auroravet/internal/weblib"
)

// approves says whether a block returns what a function returns when the verification holds.
func (v *verdict) approves(fr *frame, block int, checks []use) bool {
	c := fr.result(block)
	switch {
	case c == nil:
		return false
	case c.Kind == ir.KindNil:
		return fr.fn.ErrResult && (!replies(fr.fn) || v.consulted(fr) || !v.serves(fr, checks))
	case c.Kind != ir.KindBool || c.Int == 0:
		return false
	}
	return slices.ContainsFunc(checks, func(c use) bool {
		if ok, _, known := fr.outcome(ir.Ref(c.in.Dst)); known {
			r := fr.result(ok)
			return r != nil && r.Kind == ir.KindBool && r.Int == 1
		}
		return slices.ContainsFunc(fr.uses(ir.Ref(c.in.Dst)), func(u use) bool { return fr.returned(u.in) })
	})
}

// result is the constant that a block returns, nil when it returns no single one.
func (fr *frame) result(block int) *ir.Const {
	b := &fr.fn.Blocks[block]
	if n := len(b.Instrs); n > 0 && b.Instrs[n-1].Op == ir.Return && len(b.Instrs[n-1].Args) == 1 {
		return fr.fn.Const(b.Instrs[n-1].Args[0])
	}
	return nil
}

// serves says whether a function itself does something about an event that is verified: to return without
// that is to refuse one.
func (v *verdict) serves(fr *frame, checks []use) bool {
	return slices.ContainsFunc(checks, func(c use) bool {
		ok, _, known := fr.outcome(ir.Ref(c.in.Dst))
		return known && v.acts(fr, ok, nil)
	})
}

// consulted says whether a function is called by its name by one that does something when there is no error.
func (v *verdict) consulted(fr *frame) bool {
	for _, by := range v.flow.frames {
		for _, e := range by.calls {
			if e.to != fr.fn || e.in.Op != ir.Call || e.in.Sym == "" || !by.active {
				continue
			}
			if ok, _, known := by.outcome(ir.Ref(e.in.Dst)); known && v.acts(by, ok, nil) {
				return true
			}
		}
	}
	return false
}

// acts says whether anything is done from a block on but to show something, to leave, and what does not
// count.
func (v *verdict) acts(fr *frame, from int, not func(*frame, *ir.Instr) bool) bool {
	for b := range fr.fn.Reach(from, -1) {
		if slices.ContainsFunc(fr.fn.Blocks[b].Instrs, func(in ir.Instr) bool { return v.does(fr, &in, not) }) {
			return true
		}
	}
	return false
}

func (v *verdict) does(fr *frame, in *ir.Instr, not func(*frame, *ir.Instr) bool) bool {
	switch in.Op {
	case ir.Send, ir.MapUpdate:
		return true
	case ir.Store:
		return fr.made(in.Args[0]) == nil
	case ir.Call, ir.Invoke:
		return !v.tells(fr, in) && !v.shows(fr, in, 0) && (not == nil || !not(fr, in))
	}
	return false
}

// doesAlike says whether a block gives something of the body, and asks nothing before, to what gets it when the
// verification holds, too.
func (v *verdict) doesAlike(fr *frame, block int, checks []use) bool {
	done := map[string]bool{}
	for _, c := range checks {
		if ok, _, known := fr.outcome(ir.Ref(c.in.Dst)); known {
			for b := range fr.fn.Reach(ok, -1) {
				for i := range fr.fn.Blocks[b].Instrs {
					done[v.worker(fr, &fr.fn.Blocks[b].Instrs[i])] = true
				}
			}
		}
	}
	b := &fr.fn.Blocks[block]
	return len(b.Succs) == 0 && slices.ContainsFunc(b.Instrs, func(in ir.Instr) bool {
		name := v.worker(fr, &in)
		return name != "" && done[name]
	})
}

// worker is the function of the program, or of a library that is not the standard one, that an instruction
// gives something of the body; "" for other instructions.
func (v *verdict) worker(fr *frame, in *ir.Instr) string {
	if in.Op != ir.Call && in.Op != ir.Invoke || in.Sym == "" || !v.does(fr, in, v.answers) || v.flow.union(fr, callArgs(in))&(rawBody|parsed) == 0 {
		return ""
	}
	if name := v.flow.callee(fr, in); !standard(rows.PackageOf(name)) {
		return name
	}
	return ""
}

// delivers says whether a function itself gives on something of the body, and only when what a site in it, or a
// function that goes another way by one, finds is right.
func (v *verdict) delivers(fn *ir.Func, sites []site, known map[*ir.Func]bool) bool {
	fr := v.flow.frames[fn]
	return slices.ContainsFunc(fn.Instrs(), func(in *ir.Instr) bool {
		if in.Dst < 0 || !slices.Contains(sites, site{fr, in}) && !slices.ContainsFunc(fr.calls, func(e edge) bool { return e.in == in && known[e.to] }) {
			return false
		}
		ok, fail, found := fr.outcome(ir.Ref(in.Dst))
		if !found {
			return false
		}
		refused := fn.Reach(fail, -1)
		for b := range fn.Reach(ok, -1) {
			if !refused[b] && slices.ContainsFunc(fn.Blocks[b].Instrs, func(in ir.Instr) bool { return v.gives(fr, &in) }) {
				return true
			}
		}
		return false
	})
}

// gives says whether an instruction gives something of the body to a channel or a worker.
func (v *verdict) gives(fr *frame, in *ir.Instr) bool {
	return v.worker(fr, in) != "" || in.Op == ir.Send && v.flow.deepUnion(fr, in.Args[1:2])&(rawBody|parsed) != 0
}

// past is where a block leads that at most shows something.
func (v *verdict) past(fr *frame, block int) int {
	for range deepest {
		b := &fr.fn.Blocks[block]
		if len(b.Succs) != 1 || !v.idles(fr, b) {
			break
		}
		block = b.Succs[0]
	}
	return block
}

// answers says whether a call only answers a request.
func (v *verdict) answers(fr *frame, in *ir.Instr) bool { return v.onlyAnswers(fr, in, 0) }

func (v *verdict) onlyAnswers(fr *frame, in *ir.Instr, depth int) bool {
	fns, args := v.flow.targets(fr, in)
	if len(fns) > 0 {
		return depth < deepest && !slices.ContainsFunc(fns, func(fn *ir.Func) bool {
			inner := v.flow.frames[fn]
			return inner == nil || v.acts(inner, 0, func(fr *frame, in *ir.Instr) bool { return v.onlyAnswers(fr, in, depth+1) })
		})
	}
	if len(args) > 0 && (weblib.WriterType(fr.typ(args[0])) || weblib.ServedType(fr.typ(args[0]))) {
		use, _ := weblib.UseOf(v.flow.callee(fr, in))
		return use.Role != weblib.Next && use.Role != weblib.Keep
	}
	row := weblib.Lookup(v.flow.callee(fr, in))
	return row != nil && row.Op != weblib.App && row.Op != weblib.Route
}

// returned says whether a function returns what a verification says: its answer itself, that it holds, or
// that it and others do.
func (fr *frame) returned(in *ir.Instr) bool {
	switch in.Op {
	case ir.Return:
		return true
	case ir.BinOp:
		if fr.failsWhen(in) {
			return false
		}
	case ir.Phi:
	default:
		return false
	}
	return slices.ContainsFunc(fr.uses(ir.Ref(in.Dst)), func(u use) bool {
		return u.in.Op == ir.Return || in.Op == ir.BinOp && u.in.Op == ir.Phi && fr.returned(u.in)
	})
}
