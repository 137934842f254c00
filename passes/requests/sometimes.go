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
// about where the program runs. Who gives settings to what another function makes may have been chosen too.
func (w *wire) sometimes(o *eval.Object, field string) bool {
	at, ok := o.Set[field]
	if !ok || at.Frame == nil || at.Frame != o.Site.Frame || !slices.ContainsFunc(eval.Values(orEmpty(o.Fields[field])), isTrue) {
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

// conditions are those of a function by which one of its instructions runs or does not.
func conditions(fn *ir.Func, in *ir.Instr) []ir.Ref {
	at := fn.BlockOf(in)
	if at < 0 {
		return nil
	}
	var out []ir.Ref
	for i, b := range fn.Blocks {
		n := len(b.Instrs)
		if i == at || n == 0 || b.Instrs[n-1].Op != ir.If {
			continue
		}
		if fn.Reach(b.Succs[0], i)[at] != fn.Reach(b.Succs[1], i)[at] {
			out = append(out, b.Instrs[n-1].Args[0])
		}
	}
	return out
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
	return strings.Contains(name, "127.0.0.1") || aurora.HasWord(name, choiceWords, aurora.TrialWords, aurora.LiveWords)
}

// choiceWords are words of switches for the setting, and of places where nobody else can be on the way.
var choiceWords = []string{
	"insecure", "skip", "verify", "verification", "unverified", "unsafe", "tls", "ssl", "cert", "certs", "certificate", "certificates", "trust",
	"self", "signed", "devel", "local", "localhost", "loopback", "mock", "stub", "fake", "debug", "env", "environment",
}
