package requests

import (
	"slices"
	"strings"

	"github.com/auroravet/auroravet/internal/aurora"
	"github.com/auroravet/auroravet/internal/eval"
	"github.com/auroravet/auroravet/internal/ir"
)

// This file tells settings that are made on some path, for a reason that has nothing to do with them, from
// those that somebody has chosen at run time.

// sometimes says whether a setting is true on some path, and whether that path is not about the setting or
// about where the program runs.
func (w *wire) sometimes(o *eval.Object, field string) bool {
	at, ok := o.Set[field]
	if !ok || at.Frame == nil || !slices.ContainsFunc(eval.Values(orEmpty(o.Fields[field])), isTrue) {
		return false
	}
	conds := conditions(at.Frame.Fn, at.Instr)
	return len(conds) > 0 && !slices.ContainsFunc(conds, func(cond ir.Ref) bool { return chosen(at.Frame.Fn, cond, 0) })
}

func orEmpty(v eval.Value) eval.Value {
	if v == nil {
		return eval.Zero
	}
	return v
}

// conditions are those of a function by which an instruction runs or does not.
func conditions(fn *ir.Func, in *ir.Instr) []ir.Ref {
	in = setter(fn, in)
	at := slices.IndexFunc(fn.Blocks, func(b ir.Block) bool {
		return slices.ContainsFunc(b.Instrs, func(x ir.Instr) bool { return in != nil && x.Pos == in.Pos && x.Op == in.Op })
	})
	var out []ir.Ref
	for i, b := range fn.Blocks {
		n := len(b.Instrs)
		if at < 0 || i == at || n == 0 || b.Instrs[n-1].Op != ir.If || len(b.Succs) != 2 {
			continue
		}
		if fn.Reach(b.Succs[0], i)[at] != fn.Reach(b.Succs[1], i)[at] {
			out = append(out, b.Instrs[n-1].Args[0])
		}
	}
	return out
}

// setter is the instruction itself, nil for one that a library made up.
func setter(fn *ir.Func, in *ir.Instr) *ir.Instr {
	if in == nil || !slices.Contains(fn.Instrs(), in) {
		return nil
	}
	return in
}

// maxCondition bounds how deep a condition is looked into.
const maxCondition = 6

// chosen says whether a condition names the setting, or an environment that is not for payments.
func chosen(fn *ir.Func, r ir.Ref, depth int) bool {
	if c := fn.Const(r); c != nil {
		return c.Kind != ir.KindInt && saysChoice(c.Str)
	}
	if r >= 0 && int(r) < len(fn.Params) {
		return saysChoice(fn.Params[r].Name)
	}
	if n := int(r) - len(fn.Params); r >= 0 && n >= 0 && n < len(fn.Free) {
		return saysChoice(fn.Free[n].Name)
	}
	in := fn.Def(r)
	if r < 0 || in == nil || depth > maxCondition {
		return depth > maxCondition
	}
	if saysChoice(in.Sym[strings.LastIndexByte(in.Sym, '.')+1:]) {
		return true
	}
	return slices.ContainsFunc(in.Args, func(arg ir.Ref) bool { return arg != ir.None && chosen(fn, arg, depth+1) })
}

func saysChoice(name string) bool {
	return slices.ContainsFunc(aurora.Words(name), func(word string) bool { return slices.Contains(choiceWords, word) })
}

// choiceWords are words of switches for the setting, and of environments.
var choiceWords = []string{
	"insecure", "skip", "verify", "verification", "unverified", "unsafe", "tls", "ssl", "cert", "certs", "certificate", "certificates", "trust",
	"self", "signed", "dev", "devel", "development", "local", "localhost", "loopback", "test", "tests", "testing", "stage", "staging", "sandbox", "uat",
	"mock", "stub", "fake", "demo", "debug", "env", "environment", "prod", "production", "live",
}

// dialedAt is where a function that connects skips the verification, when another one than the one that is set
// has made it; else where it is set.
func (w *wire) dialedAt(v eval.Value, set eval.Site) eval.Site {
	fn, ok := v.(*eval.Fn)
	if !ok || set.Frame == nil {
		return set
	}
	lit := w.a.prog.Func(strings.TrimSuffix(fn.Name, "$bound"))
	if lit == nil || lit.Pkg != w.a.prog.Path || outermost(lit.Name) == outermost(set.Frame.Fn.Name) {
		return set
	}
	fields := map[ir.Ref]string{}
	for _, in := range lit.Instrs() {
		switch {
		case in.Op == ir.FieldAddr:
			fields[ir.Ref(in.Dst)] = in.Sym
		case in.Op == ir.Store && fields[in.Args[0]] == "InsecureSkipVerify" && in.Pos != 0:
			return eval.Site{Frame: &eval.Frame{Fn: lit}, Pos: in.Pos, Instr: in}
		}
	}
	return set
}
