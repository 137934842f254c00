package webhooks

import (
	"slices"
	"strings"

	"github.com/auroravet/auroravet/internal/aurora"
	"github.com/auroravet/auroravet/internal/ir"
	"github.com/auroravet/auroravet/internal/weblib"
)

// This file holds the verification that a setting turns on. One that is on only where the environment has the
// name of the live one is off wherever nobody has set it, or has set it with another spelling.

// onlyLive says whether the signature is verified only in the live environment: elsewhere the code goes on as it
// does when the verification holds.
func (v *verdict) onlyLive() bool {
	verifying := v.verifying()
	return slices.ContainsFunc(v.flow.order, func(fn *ir.Func) bool {
		fr := v.flow.frames[fn]
		if !fr.active || !verifying[fn] {
			return false
		}
		for b := range fn.Blocks {
			n, succs := len(fn.Blocks[b].Instrs), fn.Blocks[b].Succs
			if n == 0 || len(succs) != 2 || fr.dead[b] || fn.Blocks[b].Instrs[n-1].Op != ir.If {
				continue
			}
			live, ok := v.asksLive(fr, fn.Blocks[b].Instrs[n-1].Args[0], 0)
			if !ok {
				continue
			}
			there, elsewhere := succs[0], succs[1]
			if !live {
				there, elsewhere = elsewhere, there
			}
			if v.skips(fr, b, elsewhere, there, verifying) {
				return true
			}
		}
		return false
	})
}

// asksLive says whether a condition holds in the live environment and nowhere else, or, when holds is false,
// everywhere else; ok is false when it does not ask that.
func (v *verdict) asksLive(fr *frame, cond ir.Ref, depth int) (holds, ok bool) {
	d := fr.fn.Def(cond)
	if depth > deepest {
		return false, false
	}
	if d == nil || d.Op == ir.Load || d.Op == ir.FieldOf {
		return true, fr.typ(cond) == "bool" && aurora.LiveName(fr.nameOf(cond))
	}
	switch d.Op {
	case ir.UnOp:
		holds, ok = v.asksLive(fr, d.Args[0], depth+1)
		return !holds, ok && d.Sym == "!"
	case ir.BinOp:
		return d.Sym == "==", (d.Sym == "==" || d.Sym == "!=") && fr.livesIn(d.Args)
	case ir.Call, ir.Invoke:
		if use, _ := weblib.UseOf(v.flow.callee(fr, d)); use.Role == weblib.Compare {
			return true, d.Returns() == "bool" && fr.livesIn(callArgs(d))
		}
		if fns, _ := v.flow.targets(fr, d); len(fns) == 1 && v.flow.frames[fns[0]] != nil {
			if r := fns[0].Blocks[len(fns[0].Blocks)-1].Instrs; len(fns[0].Blocks) == 1 && len(r[len(r)-1].Args) == 1 {
				return v.asksLive(v.flow.frames[fns[0]], r[len(r)-1].Args[0], depth+1)
			}
		}
	}
	return false, false
}

// livesIn says whether one of some operands is a constant that names the live environment.
func (fr *frame) livesIn(args []ir.Ref) bool {
	return slices.ContainsFunc(args, func(a ir.Ref) bool {
		c := fr.fn.Const(a)
		return c != nil && c.Kind == ir.KindString && !strings.ContainsAny(c.Str, "/.: ") && aurora.LiveName(c.Str)
	})
}
