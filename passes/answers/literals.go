package answers

import (
	"slices"
	"strings"

	"github.com/auroravet/auroravet/internal/ir"
)

// This file holds the functions that are values.

// makes makes a function value. What a literal stores in the variables that it shares with the function
// around it, it has stored once it is called, by whomever.
func (f *frame) makes(in *ir.Instr) {
	name, bound := strings.CutSuffix(in.Sym, "$bound")
	c := &closure{name: name}
	for _, r := range in.Args {
		c.free = append(c.free, f.value(r))
	}
	if v := f.reg(in.Dst); v.fns[name] == nil {
		v.fns, f.news = map[string]*closure{name: c}, true
	} else {
		v.fns[name].free = c.free
	}
	fn := f.a.prog.Func(name)
	if bound || fn == nil || len(fn.Blocks) == 0 {
		return
	}
	by := &caller{f: f, in: in, args: c.bind(fn, nil), inside: true}
	for i, p := range f.a.summary(fn).params {
		if i >= len(fn.Params) && i < len(by.args) {
			by.write(by.args[i], p, i, "", 0)
		}
	}
}

// callClosure runs a function value with what it has captured.
func (f *frame) callClosure(in *ir.Instr, c *closure, args, results []*value) {
	if fn := f.a.prog.Func(c.name); fn != nil && len(fn.Blocks) > 0 {
		f.applyValue(in, fn, c.bind(fn, args), results)
	}
}

// bind adds to what a function value is given what it has captured.
func (c *closure) bind(fn *ir.Func, args []*value) []*value {
	args = slices.Clone(args)
	if fn.Recv && len(c.free) == 1 { // a method value
		args = append([]*value{c.free[0]}, args...)
	}
	for len(args) < len(fn.Params) {
		args = append(args, &value{})
	}
	if !fn.Recv {
		args = append(args[:len(fn.Params)], c.free...)
	}
	return args
}
