package webhooks

import (
	"slices"

	"github.com/auroravet/auroravet/internal/ir"
	"github.com/auroravet/auroravet/internal/weblib"
)

// skippable says whether the signature is verified only when there is one: wherever it is asked
// whether there is, the code goes on without as it does when the verification holds.
func (v *verdict) skippable() bool {
	verifying := v.verifying()
	found := false
	for _, fn := range v.flow.order {
		fr := v.flow.frames[fn]
		if !fr.active {
			continue
		}
		for b := range fn.Blocks {
			absent, present, ok := v.absence(fr, b)
			if !ok || fr.dead[b] {
				continue
			}
			if !v.skips(fr, b, absent, present, verifying) {
				return false
			}
			found = true
		}
	}
	return found
}

// verifying are the functions in which the signature is verified, or that call one of them.
func (v *verdict) verifying() map[*ir.Func]bool {
	out := map[*ir.Func]bool{}
	for _, s := range slices.Concat(v.good, v.ported) {
		out[s.fr.fn] = true
	}
	for changed := true; changed; {
		changed = false
		for _, fr := range v.flow.frames {
			if !out[fr.fn] && slices.ContainsFunc(fr.calls, func(e edge) bool { return out[e.to] }) {
				out[fr.fn], changed = true, true
			}
		}
	}
	return out
}

// absence is where a block goes on when there is no signature and when there is one; ok is false
// when it does not ask.
func (v *verdict) absence(fr *frame, block int) (absent, present int, ok bool) {
	b := &fr.fn.Blocks[block]
	if n := len(b.Instrs); n == 0 || b.Instrs[n-1].Op != ir.If || len(b.Succs) != 2 {
		return 0, 0, false
	}
	cond := b.Instrs[len(b.Instrs)-1].Args[0]
	absent, present = b.Succs[0], b.Succs[1]
	for range deepest {
		if cond < 0 || fr.defs[cond] == nil {
			return 0, 0, false
		}
		d := fr.defs[cond]
		switch {
		case d.Op == ir.UnOp && d.Sym == "!":
			cond, absent, present = d.Args[0], present, absent
			continue
		case d.Op == ir.Extract && d.N == 1:
			l := fr.defs[max(d.Args[0], 0)]
			ok = l != nil && l.Op == ir.Lookup && v.flow.get(fr, l.Args[1]).marks&nameSignature != 0
			return present, absent, ok
		case d.Op == ir.BinOp:
			empty, ok := v.empty(fr, d)
			if !empty {
				absent, present = present, absent
			}
			return absent, present, ok
		}
		break
	}
	return 0, 0, false
}

// empty says whether a comparison holds when there is no signature; ok is false when it does not
// ask that.
func (v *verdict) empty(fr *frame, in *ir.Instr) (holds, ok bool) {
	c, of := fr.fn.Const(in.Args[1]), v.flow.get(fr, in.Args[0]).marks
	switch {
	case c == nil:
	case c.Kind == ir.KindString && c.Str == "" && of&signature != 0:
		return in.Sym == "==", in.Sym == "==" || in.Sym == "!="
	case c.Kind == ir.KindInt && of&length != 0 && c.Int == 0:
		return in.Sym == "==", slices.Contains([]string{"==", "!=", ">"}, in.Sym)
	case c.Kind == ir.KindInt && of&length != 0 && c.Int == 1:
		return in.Sym == "<", in.Sym == "<" || in.Sym == ">="
	}
	return false, false
}

// skips says whether a function goes on without a signature past the verification as it does when
// that holds.
func (v *verdict) skips(fr *frame, block, absent, present int, verifying map[*ir.Func]bool) bool {
	checks := v.checksIn(fr, verifying)
	without, with := fr.fn.Reach(absent, block), fr.fn.Reach(present, block)
	if slices.ContainsFunc(checks, func(c use) bool { return without[c.block] }) || !slices.ContainsFunc(checks, func(c use) bool { return with[c.block] }) {
		return false
	}
	if v.handsOn(fr, absent) && !v.keeps(fr) || v.approves(fr, absent, checks) || v.doesAlike(fr, absent, checks) {
		return true
	}
	absent = v.past(fr, absent)
	return v.acts(fr, absent, v.answers) && !v.mindsPhi(fr, absent, 0) && !slices.ContainsFunc(checks, func(c use) bool {
		ok, fail, known := fr.outcome(ir.Ref(c.in.Dst))
		return !known || !v.leadsTo(fr, ok, absent, fr.fn.Reach(fail, absent))
	})
}

// leadsTo says whether all ways from a block lead to another one, but for those to where something
// is refused, and nothing is done on them, or left by which what comes after can tell.
func (v *verdict) leadsTo(fr *frame, from, to int, refused map[int]bool) bool {
	seen := map[int]bool{to: true}
	for queue := []int{from}; len(queue) > 0; queue = queue[1:] {
		b := queue[0]
		if seen[b] || refused[b] {
			continue
		}
		seen[b] = true
		if !v.idles(fr, &fr.fn.Blocks[b]) {
			return false
		}
		queue = append(queue, fr.fn.Blocks[b].Succs...)
	}
	return !refused[from] && !refused[to]
}

// outcome is where a function goes on when the verification that an operand tells of holds and
// where when it does not.
func (fr *frame) outcome(of ir.Ref) (ok, fail int, known bool) {
	for _, u := range fr.uses(of) {
		switch u.in.Op {
		case ir.Extract:
			if u.in.Type == "error" || u.in.Type == "bool" {
				return fr.outcome(ir.Ref(u.in.Dst))
			}
		case ir.UnOp:
			fail, ok, known = fr.outcome(ir.Ref(u.in.Dst))
			return ok, fail, known
		case ir.BinOp:
			ok, fail, known = fr.outcome(ir.Ref(u.in.Dst))
			if fr.failsWhen(u.in) {
				ok, fail = fail, ok
			}
			return ok, fail, known
		case ir.If:
			if succs := fr.fn.Blocks[u.block].Succs; len(succs) == 2 {
				return succs[0], succs[1], true
			}
		}
	}
	return 0, 0, false
}

// handsOn says whether a block hands the request to the next handler.
func (v *verdict) handsOn(fr *frame, block int) bool {
	return v.has(fr, block, func(role weblib.Role) bool { return role == weblib.Next })
}

// keeps says whether a function leaves something for the handlers after it, who may ask for it.
func (v *verdict) keeps(fr *frame) bool {
	for b := range fr.fn.Blocks {
		if v.has(fr, b, func(role weblib.Role) bool { return role == weblib.Keep }) {
			return true
		}
	}
	return false
}

func (v *verdict) has(fr *frame, block int, is func(weblib.Role) bool) bool {
	return slices.ContainsFunc(fr.fn.Blocks[block].Instrs, func(in ir.Instr) bool {
		if in.Op != ir.Call && in.Op != ir.Invoke {
			return false
		}
		use, known := weblib.UseOf(v.flow.callee(fr, &in))
		return known && is(use.Role)
	})
}
