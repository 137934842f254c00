package webhooks

import (
	"slices"
	"strings"

	"github.com/auroravet/auroravet/internal/aurora"
	"github.com/auroravet/auroravet/internal/ir"
	"github.com/auroravet/auroravet/internal/weblib"
)

// This file holds the verification by what is not in view, such as a method of an interface whose
// implementation another package gives. What it does in itself is trusted; whether the handler asks it
// before all else, over the body as it came, and heeds the answer is there to see.

// portWords are words in the names of what only verifies, and does nothing with an event.
var portWords = []string{"verify", "verifies", "verified", "verifier", "validate", "validates", "validator", "valid", "check", "checks", "checker", "authenticate", "authenticated", "authentic"}

// doingWords are words in the names of what does something with an event, besides.
var doingWords = []string{"and", "then", "handle", "handler", "process", "dispatch", "consume", "ingest", "receive", "accept", "apply", "publish", "forward", "book", "deliver"}

// ask notes a call of such a verification, and says whether it is one.
func (v *verdict) ask(fr *frame, in *ir.Instr, name string, args []ir.Ref) bool {
	if !strings.Contains(in.Returns(), "error") && !strings.Contains(in.Returns(), "bool") || !onlyVerifying(fr.calledAs(in, name)) {
		return false
	}
	if method(in) {
		args = args[1:]
	}
	if slices.ContainsFunc(args, func(a ir.Ref) bool { return a != ir.None && weblib.RequestType(fr.typ(a)) }) {
		return false
	}
	m := v.flow.deepUnion(fr, args)
	if m&signature == 0 || m&(rawBody|parsed) == 0 { // of which no body is a part, that is none
		return false
	}
	v.ported = append(v.ported, site{fr, in})
	v.over |= m
	return true
}

// onlyVerifying says whether what has a name verifies, and does nothing with an event: the name begins or ends
// with that, and tells of nothing else.
func onlyVerifying(name string) bool {
	words := aurora.Words(name[strings.LastIndexByte(name, '_')+1:])
	if len(words) == 0 || aurora.HasWord(name, storeWords, doingWords) {
		return false
	}
	return slices.Contains(portWords, words[0]) || slices.Contains(portWords, words[len(words)-1])
}

// calledAs is the name of what a call runs without its package: that of a function, of a method after its
// type, or of the field or the variable that holds a function.
func (fr *frame) calledAs(in *ir.Instr, name string) string {
	if name != "" || in.Op != ir.Call || len(in.Args) == 0 {
		_, last, _ := strings.Cut(name[strings.LastIndexByte(name, '/')+1:], ".")
		return strings.ReplaceAll(last, ".", "_")
	}
	return fr.nameOf(in.Args[0])
}

// nameOf is the name of the field, parameter or captured variable that an operand is read from.
func (fr *frame) nameOf(r ir.Ref) string {
	for range deepest {
		d := fr.fn.Def(r)
		if d == nil {
			break
		}
		switch d.Op {
		case ir.FieldAddr, ir.FieldOf:
			return d.Sym
		case ir.Load:
			r = d.Args[0]
		default:
			return ""
		}
	}
	vars := slices.Concat(fr.fn.Params, fr.fn.Free)
	if r >= 0 && int(r) < len(vars) {
		return vars[r].Name
	}
	if c := fr.fn.Const(r); c != nil && c.Kind == ir.KindGlobal {
		return c.Str[strings.LastIndexByte(c.Str, '.')+1:]
	}
	return ""
}

// portFaults says what the verification by what is not in view lacks.
func (v *verdict) portFaults() (f Fault) {
	if v.portHeeded {
		f = v.bypass()
	}
	switch {
	case !v.goesOn(): // who verifies does all that is left to do
	case !v.portHeeded:
		f = Unheeded
	case v.over&parsed != 0 && v.over&(rawBody|notKnown) == 0:
		f |= NotRaw
	}
	return f
}

// goesOn says whether anything is done after the signature is verified, by those who ask for that.
func (v *verdict) goesOn() bool {
	verifying := v.verifying()
	return slices.ContainsFunc(v.flow.order, func(fn *ir.Func) bool {
		fr := v.flow.frames[fn]
		return fr.active && slices.ContainsFunc(v.checksIn(fr, verifying), func(c use) bool {
			for b := range fn.Blocks {
				for i := range fn.Blocks[b].Instrs {
					if in := &fn.Blocks[b].Instrs[i]; v.does(fr, in, v.answers) && fr.follows(use{b, in}, c) {
						return true
					}
				}
			}
			return false
		})
	})
}
