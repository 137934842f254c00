package answers

import (
	"slices"
	"strings"

	"github.com/auroravet/auroravet/internal/guard"
	"github.com/auroravet/auroravet/internal/ir"
)

// This file holds what functions ask for: stack traces, and errors of one type.

// asksError says whether an instruction asks for an error of a type that may be one of the API.
func (a *analyzer) asksError(_ *ir.Func, in *ir.Instr) bool {
	return in.Op == ir.Assert && a.namedError(strings.TrimLeft(in.Sym, "*")) ||
		in.Op == ir.Call && aboutErrors(in.Sym) && strings.Contains(in.Sym, ".As")
}

// stackFuncs are the functions that give a stack trace.
var stackFuncs = map[string]bool{"runtime/debug.Stack": true, "runtime.Stack": true}

// asksTrace says whether a function asks for a stack trace.
func asksTrace(fn *ir.Func) bool {
	for _, b := range fn.Blocks {
		for i := range b.Instrs {
			if in := &b.Instrs[i]; in.Op == ir.Call && stackFuncs[in.Sym] {
				return true
			}
		}
	}
	return false
}

// tracesStay says whether no stack trace leaves the functions of the package that ask for one, nor is in an
// answer that they write: most log it.
func (a *analyzer) tracesStay() bool {
	stay := true
	a.done = map[string]*summary{}
	for _, fn := range a.prog.Own {
		if stay && asksTrace(fn) {
			stay = guard.Run(func() { stay = !a.summary(fn).traces() }) && stay
		}
	}
	for _, kept := range []map[string]*value{a.globals, a.kept} {
		for _, v := range kept {
			stay = stay && !v.traces(0)
		}
	}
	return stay && len(a.leaks) == 0
}

// traces says whether a stack trace leaves a function.
func (s *summary) traces() bool {
	out := slices.Concat(s.params, s.results)
	for _, t := range s.tells {
		out = append(out, t.args...)
	}
	return slices.ContainsFunc(out, func(v *value) bool { return v.traces(0) }) ||
		slices.ContainsFunc(s.sinks, func(k sink) bool { return slices.ContainsFunc(k.data, label.isTrace) })
}

// traces says whether a stack trace is in a value, or in what a function that it holds has captured.
func (v *value) traces(depth int) bool {
	if v == nil || depth > 2*maxFields {
		return false
	}
	if slices.ContainsFunc(keys(v), label.isTrace) {
		return true
	}
	for _, f := range v.fields {
		if f.traces(depth + 1) {
			return true
		}
	}
	for _, fn := range v.fns {
		if slices.ContainsFunc(fn.free, func(held *value) bool { return held.traces(depth + 1) }) {
			return true
		}
	}
	return false
}

func (l label) isTrace() bool { return l.kind == trace }
