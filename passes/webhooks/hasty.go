package webhooks

import (
	"slices"
	"strings"

	"github.com/auroravet/auroravet/internal/aurora"
	"github.com/auroravet/auroravet/internal/ir"
	"github.com/auroravet/auroravet/internal/rows"
)

// This file holds the events that are on their way before they are verified: what is sent on a channel, or
// done in a goroutine, cannot be called back when the signature turns out to be wrong.

// hasty says whether something of the body is sent off before the signature is checked.
func (v *verdict) hasty() bool {
	verifying := v.verifying()
	return slices.ContainsFunc(v.flow.order, func(fn *ir.Func) bool {
		fr := v.flow.frames[fn]
		if !fr.active || !verifying[fn] {
			return false
		}
		checks := v.checksIn(fr, verifying)
		for b := range fn.Blocks {
			for i := range fn.Blocks[b].Instrs {
				in := &fn.Blocks[b].Instrs[i]
				before := slices.ContainsFunc(checks, func(c use) bool { return fr.follows(c, use{b, in}) }) &&
					!slices.ContainsFunc(checks, func(c use) bool { return fr.follows(use{b, in}, c) })
				if before && !fr.dead[b] && v.sendsOff(fr, in, verifying) {
					return true
				}
			}
		}
		return false
	})
}

// checksIn are the instructions of a function that verify, or that call what does.
func (v *verdict) checksIn(fr *frame, verifying map[*ir.Func]bool) (checks []use) {
	for b := range fr.fn.Blocks {
		for i := range fr.fn.Blocks[b].Instrs {
			in := &fr.fn.Blocks[b].Instrs[i]
			if slices.Contains(v.good, site{fr, in}) || slices.Contains(v.ported, site{fr, in}) || slices.ContainsFunc(fr.calls, func(e edge) bool { return e.in == in && verifying[e.to] }) {
				checks = append(checks, use{b, in})
			}
		}
	}
	return checks
}

// follows says whether an instruction may come after another one.
func (fr *frame) follows(after, in use) bool {
	if after.block == in.block {
		for i := range fr.fn.Blocks[in.block].Instrs {
			if at := &fr.fn.Blocks[in.block].Instrs[i]; at == in.in {
				return after.in != in.in
			} else if at == after.in {
				break
			}
		}
	}
	return slices.ContainsFunc(fr.fn.Blocks[in.block].Succs, func(s int) bool { return fr.fn.Reach(s, -1)[after.block] })
}

// sendsOff says whether an instruction sends something of the body on a channel that others have, or starts
// a goroutine that works on it and waits for nothing.
func (v *verdict) sendsOff(fr *frame, in *ir.Instr, verifying map[*ir.Func]bool) bool {
	switch {
	case in.Op == ir.Send:
		return v.worksOn(fr, in)
	case in.Op != ir.Call && in.Op != ir.Invoke || in.N != 1 || slices.ContainsFunc(fr.fn.Instrs(), fr.waits):
		return false
	}
	fns, _ := v.flow.targets(fr, in)
	if len(fns) == 0 {
		return v.worksOn(fr, in)
	}
	return slices.ContainsFunc(fns, func(fn *ir.Func) bool {
		inner := v.flow.frames[fn]
		return inner != nil && !verifying[fn] && !slices.ContainsFunc(fn.Instrs(), inner.waits) &&
			slices.ContainsFunc(fn.Instrs(), func(in *ir.Instr) bool { return v.worksOn(inner, in) })
	})
}

// quietWords are words in the names of what only keeps, counts or reads an event.
var quietWords = []string{"log", "logs", "logger", "audit", "archive", "archiver", "trace", "tracer", "metric", "metrics", "stats", "count", "counter", "observe", "debug", "dump", "raw", "parse", "parser", "decode", "decoder", "unmarshal", "validate", "verify", "check"}

// worksOn says whether an instruction gives an event to what acts on it: it gets more than single values of it,
// and answers nothing but whether that worked.
func (v *verdict) worksOn(fr *frame, in *ir.Instr) bool {
	if in.Op == ir.Send {
		return !fr.ownChannel(in.Args[0]) && !aurora.HasWord(fr.nameOf(in.Args[0]), quietWords) && v.whole(fr, in.Args[1])
	}
	if in.Op != ir.Call && in.Op != ir.Invoke || !slices.Contains([]string{"", "()", "error"}, in.Returns()) {
		return false
	}
	name := v.flow.callee(fr, in)
	fns, args := v.flow.targets(fr, in)
	if name != "" && len(fns) == 0 && standard(rows.PackageOf(name)) && in.Op != ir.Invoke || !v.does(fr, in, v.answers) {
		return false
	}
	if as := fr.calledAs(in, name); aurora.HasWord(as, quietWords) || aurora.HasWord(as, storeWords) {
		return false
	}
	if method(in) {
		args = args[1:]
	}
	return slices.ContainsFunc(args, func(a ir.Ref) bool { return v.whole(fr, a) })
}

// whole says whether an operand is the body or an event made of it, and not with it what verifies it.
func (v *verdict) whole(fr *frame, r ir.Ref) bool {
	t := fr.typ(r)
	if t == "string" || t == "bool" || t == "any" || numeric(t) {
		return false
	}
	m := v.flow.deep(t, v.flow.get(fr, r))
	return m&(rawBody|parsed) != 0 && m&(signature|code) == 0
}

// ownChannel says whether a channel is made in the function: it is part of what the function does itself.
func (fr *frame) ownChannel(r ir.Ref) bool {
	d := fr.fn.Def(r)
	if d != nil && d.Op == ir.Load {
		d = fr.fn.Def(d.Args[0])
	}
	return d != nil && (d.Op == ir.MakeChan || d.Op == ir.Alloc)
}

// waits says whether an instruction waits for what others do.
func (fr *frame) waits(in *ir.Instr) bool {
	short := in.Sym[strings.LastIndexByte(in.Sym, '.')+1:]
	return in.Op == ir.Recv || in.Op == ir.Select || (in.Op == ir.Call || in.Op == ir.Invoke) && (short == "Wait" || short == "Lock")
}
