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

// neverOn says whether a comparison is only made where a field is set that nothing in view sets: at most an
// option or a setter does that nobody in view calls, where the function around the handler makes what it is for.
func (v *verdict) neverOn(unit *ir.Func, s site) bool {
	fn := s.fr.fn
	at := fn.BlockOf(s.in)
	for b := range fn.Blocks {
		n, succs := len(fn.Blocks[b].Instrs), fn.Blocks[b].Succs
		if n == 0 || b == at || len(succs) != 2 || fn.Blocks[b].Instrs[n-1].Op != ir.If {
			continue
		}
		typ, field := s.fr.asksSet(fn.Blocks[b].Instrs[n-1].Args[0])
		if field != "" && fn.Reach(succs[0], b)[at] && !fn.Reach(succs[1], b)[at] && v.unset(unit, typ, field) {
			return true
		}
	}
	return false
}

// asksSet is the field of which a condition asks whether it is more than nothing, one that other packages
// cannot set; "" for another condition.
func (fr *frame) asksSet(cond ir.Ref) (typ, field string) {
	d := fr.fn.Def(cond)
	if d == nil || d.Op != ir.BinOp || d.Sym != ">" && d.Sym != "!=" {
		return "", ""
	}
	if c := fr.fn.Const(d.Args[1]); c == nil || c.Int != 0 || c.Str != "" {
		return "", ""
	}
	of := fr.fn.Def(d.Args[0])
	if of != nil && of.Op == ir.Load {
		of = fr.fn.Def(of.Args[0])
	}
	if of == nil || of.Op != ir.FieldAddr && of.Op != ir.FieldOf || of.Sym == "" || of.Sym[0] < 'a' || of.Sym[0] > 'z' {
		return "", ""
	}
	return strings.TrimLeft(fr.typ(of.Args[0]), "*"), of.Sym
}

// unset says whether a field has its zero value wherever the functions in view make one of the type.
func (v *verdict) unset(unit *ir.Func, typ, field string) bool {
	set, called := false, map[string]bool{}
	var setters []string
	v.flow.prog.Funcs(func(fn *ir.Func) {
		types := fn.Types()
		for _, in := range fn.Instrs() {
			if in.Op == ir.Call {
				called[in.Sym] = true
			}
			if in.Op != ir.Store {
				continue
			}
			to := fn.Def(in.Args[0])
			if to == nil || to.Op != ir.FieldAddr || to.Sym != field || strings.TrimLeft(types.Of(to.Args[0]), "*") != typ {
				continue
			}
			name, _, _ := strings.Cut(fn.Name, "$")
			switch c := fn.Const(in.Args[1]); {
			case c != nil && c.Int == 0 && c.Str == "":
			case name != fn.Name || fn.Recv: // an option, or a setter
				setters = append(setters, name)
			default:
				set = true
			}
		}
	})
	return !set && (len(setters) == 0 || v.makes(unit, typ)) && !slices.ContainsFunc(setters, func(name string) bool { return called[name] })
}

// makes says whether the function around a handler calls one that gives it a value of a type.
func (v *verdict) makes(unit *ir.Func, typ string) bool {
	name, _, _ := strings.Cut(unit.Name, "$")
	around := v.flow.prog.Func(name)
	return around != nil && slices.ContainsFunc(around.Instrs(), func(in *ir.Instr) bool {
		return in.Op == ir.Call && strings.TrimLeft(in.Returns(), "*") == typ
	})
}
