package answers

import (
	"strconv"
	"strings"

	"github.com/auroravet/auroravet/internal/ir"
)

// This file holds what is left to the callers of a function: what methods return of the values that they give.
// Generated code asks so for errors, and nothing is reported in it: what a program gives it is looked at where
// it does that. Any function may ask an error so for a text.

// asksGiven leaves to the callers which errors, or texts of an error, the methods return of the values that they
// give, and says whether there are any.
func (f *frame) asksGiven(in *ir.Instr, recv *value, results []*value) (left bool) {
	types := f.resultTypes(in)
	for l := range recv.labels {
		if l.kind != given || len(l.path) >= maxPath || !f.fn.Generated && !f.isError(l) {
			continue
		}
		for i, t := range types {
			if (t == "error" && f.fn.Generated || t == "string" && f.isError(l)) && i < len(results) {
				left = true
				f.add(results[i], label{kind: given, param: l.param, path: l.path + asked + in.Sym + "()" + strconv.Itoa(i)})
			}
		}
	}
	return left
}

// asked returns what a method returns of a value, as the end of a path says: of one that is given it is what
// the callers know.
func (c *caller) asked(v *value, what string) *value {
	out := &value{by: c.f.a}
	name, n, _ := strings.Cut(what[len(asked)-1:], "()")
	i, _ := strconv.Atoi(n)
	for _, typ := range v.mayHold() {
		if m := c.f.a.prog.Method(typ, name); m != nil && i < m.Results {
			results := blanks(m.Results)
			results[i] = out
			c.f.ask(&caller{f: c.f, in: c.in, args: append([]*value{v.whole(typ)}, blanks(len(m.Params)-1)...), inside: true}, m, results)
		}
	}
	var m *ir.Func
	var path []string
	if v.dyn != "" && v.dyn != "?" {
		m, path = c.f.a.method(v.dyn, name)
	}
	if m == nil || i >= m.Results {
		for l := range v.labels {
			if l.kind == given && v.dyn == "" && len(l.path) < maxPath {
				c.f.add(out, label{kind: given, param: l.param, path: l.path + "." + what})
			}
		}
		return out
	}
	recv, results := target(v), blanks(m.Results)
	for _, field := range path {
		recv = recv.field(field)
	}
	results[i] = out
	args := append([]*value{recv}, blanks(len(m.Params)-1)...)
	c.f.ask(&caller{f: c.f, in: c.in, args: args, inside: true}, m, results)
	return out
}

// ask runs a method, in bounds: what it asks may be asked to do the same.
func (f *frame) ask(c *caller, m *ir.Func, results []*value) {
	if f.a.calls++; f.a.calls <= maxCalls {
		f.run(c, m, results)
	}
	f.a.calls--
}
