package webhooks

import (
	"slices"

	"github.com/auroravet/auroravet/internal/ir"
	"github.com/auroravet/auroravet/internal/loglib"
	"github.com/auroravet/auroravet/internal/rows"
	"github.com/auroravet/auroravet/internal/weblib"
)

// heeded says whether the handler goes another way when the comparison fails: in the function
// that compares, and in those that call it.
func (v *verdict) heeded(fn *ir.Func) bool { return v.heedsIn(fn, map[*ir.Func]bool{}) }

func (v *verdict) heedsIn(fn *ir.Func, seen map[*ir.Func]bool) bool {
	fr := v.flow.frames[fn]
	if fr == nil || seen[fn] {
		return false
	}
	seen[fn] = true
	for _, s := range v.good {
		if s.fr == fr && v.minds(fr, s.in) {
			return true
		}
	}
	for _, e := range fr.calls {
		if v.heedsIn(e.to, seen) && (e.in.N != 0 && e.to.Results == 0 || v.minds(fr, e.in)) { // it goes on by itself
			return true
		}
	}
	for _, b := range fn.Blocks { // literals that something else runs
		for i := range b.Instrs {
			if in := &b.Instrs[i]; in.Op == ir.Closure && v.heedsIn(v.flow.prog.Func(in.Sym), seen) {
				return true
			}
		}
	}
	return false
}

// minds says whether a function makes use of the answer of a call: no when it drops it, or goes
// on in the same way whatever it is.
func (v *verdict) minds(fr *frame, call *ir.Instr) bool {
	if call.Dst < 0 || call.Returns() == "()" {
		return call.N == 0
	}
	uses := fr.uses(ir.Ref(call.Dst))
	if len(uses) == 0 {
		return fr.noResult(call)
	}
	return slices.ContainsFunc(uses, func(u use) bool { return v.mindsUse(fr, u, call.Sym) })
}

// noResult says whether a call gives nothing to heed.
func (fr *frame) noResult(call *ir.Instr) bool { return call.Returns() == "" }

// use is an instruction that has a register for an operand.
type use struct {
	block int
	in    *ir.Instr
}

func (fr *frame) uses(r ir.Ref) []use {
	var out []use
	for b := range fr.fn.Blocks {
		for i := range fr.fn.Blocks[b].Instrs {
			if in := &fr.fn.Blocks[b].Instrs[i]; slices.Contains(in.Args, r) {
				out = append(out, use{b, in})
			}
		}
	}
	return out
}

func (v *verdict) mindsUse(fr *frame, u use, callee string) bool {
	switch u.in.Op {
	case ir.Extract:
		if u.in.Type != "bool" && u.in.Type != "error" {
			return false
		}
		return slices.ContainsFunc(fr.uses(ir.Ref(u.in.Dst)), func(w use) bool { return v.mindsUse(fr, w, callee) })
	case ir.BinOp:
		if !slices.Contains(comparisons, u.in.Sym) {
			return true
		}
		fails := fr.failsWhen(u.in)
		return slices.ContainsFunc(fr.uses(ir.Ref(u.in.Dst)), func(w use) bool { return w.in.Op != ir.If || v.parts(fr, w.block, fails) })
	case ir.If:
		return v.parts(fr, u.block, false)
	case ir.Iface, ir.Convert, ir.Slice:
		return slices.ContainsFunc(fr.uses(ir.Ref(u.in.Dst)), func(w use) bool { return v.mindsUse(fr, w, callee) })
	case ir.Store: // into the list of arguments of a call
		if d := fr.defs[max(u.in.Args[0], 0)]; u.in.Args[0] >= 0 && d != nil && d.Op == ir.IndexAddr {
			return slices.ContainsFunc(fr.uses(d.Args[0]), func(w use) bool { return w.in.Op == ir.Slice && v.mindsUse(fr, w, callee) })
		}
	case ir.Call, ir.Invoke:
		return !v.shows(fr, u.in) || u.in.Dst >= 0 && slices.ContainsFunc(fr.uses(ir.Ref(u.in.Dst)), func(w use) bool { return v.mindsUse(fr, w, callee) })
	}
	return true
}

// shows says whether a call only shows what it is given: a log, or a function in view that asks
// nothing and leaves nothing.
func (v *verdict) shows(fr *frame, in *ir.Instr) bool {
	if fns, _ := v.flow.targets(fr, in); len(fns) > 0 {
		return !slices.ContainsFunc(fns, func(fn *ir.Func) bool {
			return slices.ContainsFunc(fn.Blocks, func(b ir.Block) bool {
				return slices.ContainsFunc(b.Instrs, func(in ir.Instr) bool { return in.Op == ir.If || in.Op == ir.Panic || in.Op == ir.Send })
			})
		})
	}
	path := rows.PackageOf(v.flow.callee(fr, in))
	return path == "log" || path == "fmt" || loglib.Knows(path)
}

// failsWhen says whether a comparison of an answer holds when the verification has failed: an
// error that is not nil, a number that is not 1.
func (fr *frame) failsWhen(in *ir.Instr) bool {
	for _, a := range in.Args {
		c := fr.fn.Const(a)
		if c == nil {
			continue
		}
		negative := c.Kind == ir.KindNil || c.Kind == ir.KindInt && c.Int == 1 || c.Kind == ir.KindBool && c.Int == 1
		return negative == (in.Sym == "!=")
	}
	return true
}

// parts says whether the ways after a branch differ: the one of a failure does not just join
// the other after it has noted it down.
func (v *verdict) parts(fr *frame, block int, failsWhen bool) bool {
	succs := fr.fn.Blocks[block].Succs
	if len(succs) != 2 {
		return true
	}
	ok, fail := succs[0], succs[1]
	if failsWhen {
		ok, fail = fail, ok
	}
	seen := map[int]bool{block: true, ok: true}
	queue := []int{fail}
	joined := fail == ok
	for len(queue) > 0 {
		b := queue[0]
		queue = queue[1:]
		if b == ok {
			joined = true
			continue
		}
		if seen[b] {
			if b == block {
				return true // it tries again
			}
			continue
		}
		seen[b] = true
		if slices.ContainsFunc(fr.fn.Blocks[b].Instrs, func(in ir.Instr) bool { return v.stops(fr, &in) }) {
			return true
		}
		queue = append(queue, fr.fn.Blocks[b].Succs...)
	}
	return !joined || !fr.works(ok) || fr.phi(ok)
}

// works says whether anything is done from a block on but to leave.
func (fr *frame) works(from int) bool {
	seen := map[int]bool{}
	for queue := []int{from}; len(queue) > 0; queue = queue[1:] {
		b := &fr.fn.Blocks[queue[0]]
		if seen[queue[0]] {
			continue
		}
		seen[queue[0]] = true
		if slices.ContainsFunc(b.Instrs, func(in ir.Instr) bool { return in.Op == ir.Call || in.Op == ir.Invoke || in.Op == ir.Send }) {
			return true
		}
		queue = append(queue, b.Succs...)
	}
	return false
}

// stops says whether an instruction may change what comes after it: it leaves, or it notes
// something down for later.
func (v *verdict) stops(fr *frame, in *ir.Instr) bool {
	switch in.Op {
	case ir.Return, ir.Panic, ir.MapUpdate, ir.Send, ir.Select:
		return true
	case ir.Store:
		d := fr.defs[max(in.Args[0], 0)]
		return in.Args[0] < 0 || d == nil || d.Op != ir.IndexAddr // the list of arguments of a call
	case ir.Call, ir.Invoke:
		use, _ := weblib.UseOf(v.flow.callee(fr, in))
		if use.Role == weblib.Abort || in.Op == ir.Call && in.Sym == "" {
			return true
		}
		fns, _ := v.flow.targets(fr, in)
		return slices.ContainsFunc(fns, func(fn *ir.Func) bool {
			return slices.ContainsFunc(fn.Blocks, func(b ir.Block) bool {
				return slices.ContainsFunc(b.Instrs, func(in ir.Instr) bool { return in.Op == ir.Panic || in.Op == ir.Store })
			})
		})
	}
	return false
}

// idle says whether all that comes of a condition is that something is shown.
func (v *verdict) idle(fr *frame, cond *ir.Instr) bool {
	uses := fr.uses(ir.Ref(cond.Dst))
	return len(uses) > 0 && !slices.ContainsFunc(uses, func(u use) bool { return u.in.Op != ir.If || !v.onlyShown(fr, u.block) })
}

// onlyShown says whether one of the ways after a branch shows something and then joins the other.
func (v *verdict) onlyShown(fr *frame, block int) bool {
	succs := fr.fn.Blocks[block].Succs
	for i, s := range succs {
		b := &fr.fn.Blocks[s]
		if len(succs) != 2 || len(b.Succs) != 1 || fr.phi(b.Succs[0]) || !fr.reaches(succs[1-i], b.Succs[0], block) {
			continue
		}
		shown := false
		if !slices.ContainsFunc(b.Instrs, func(in ir.Instr) bool {
			if in.Op == ir.Call || in.Op == ir.Invoke {
				shown = true
				return !v.shows(fr, &in)
			}
			return v.stops(fr, &in)
		}) && shown {
			return true
		}
	}
	return false
}

// phi says whether a block goes on with different values by where it comes from.
func (fr *frame) phi(block int) bool {
	return slices.ContainsFunc(fr.fn.Blocks[block].Instrs, func(in ir.Instr) bool { return in.Op == ir.Phi })
}

// reaches says whether a block comes after another one, on a way around a third.
func (fr *frame) reaches(from, to, around int) bool {
	seen := map[int]bool{around: true}
	for queue := []int{from}; len(queue) > 0; queue = queue[1:] {
		b := queue[0]
		if b == to {
			return true
		}
		if !seen[b] {
			seen[b] = true
			queue = append(queue, fr.fn.Blocks[b].Succs...)
		}
	}
	return false
}
