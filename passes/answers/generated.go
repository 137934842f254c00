package answers

import (
	"strconv"
	"strings"

	"github.com/auroravet/auroravet/internal/ir"
)

// This file holds what generated code does with what it is given. Nothing is reported there: what a program
// gives it is looked at where it does that.

// asksGiven leaves to the callers of generated code which errors the methods return of the values that
// they give, and says whether there are any.
func (f *frame) asksGiven(in *ir.Instr, recv *value, results []*value) (left bool) {
	if !f.fn.Generated {
		return false
	}
	types := f.resultTypes(in)
	for l := range recv.labels {
		if l.kind != given || len(l.path) >= maxPath {
			continue
		}
		for i, t := range types {
			if t == "error" && i < len(results) {
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
	if c.f.a.calls++; c.f.a.calls <= maxCalls {
		recv, results := target(v), blanks(m.Results)
		for _, field := range path {
			recv = recv.field(field)
		}
		results[i] = out
		args := append([]*value{recv}, blanks(len(m.Params)-1)...)
		c.f.run(&caller{f: c.f, in: c.in, args: args, inside: true}, m, results)
	}
	c.f.a.calls--
	return out
}
