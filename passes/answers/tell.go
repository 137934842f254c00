package answers

import (
	"slices"

	"github.com/auroravet/auroravet/internal/ir"
)

// This file holds what a function tells the functions that it is given.

// telling is a call of a function that a caller gives, with an error or a stack trace.
type telling struct {
	to   label
	args []*value
	// own is what is called where nothing is given; nil for nothing.
	own *closure
}

// maxTellings bounds what is kept of one function.
const maxTellings = 20

// tells leaves it to the callers to run the functions that they give with what they are told.
func (f *frame) tells(in *ir.Instr, callee *value, args []*value) {
	if !f.final || !slices.ContainsFunc(in.Args[1:], func(r ir.Ref) bool {
		v := f.flow(r)
		return f.sum.typeOf(r) == "error" && said(v, 0) || v.traces(0)
	}) {
		return
	}
	f.tell(callee, args)
}

func (f *frame) tell(callee *value, args []*value) {
	for _, l := range sorted(keys(callee)) {
		if l.kind == given {
			f.leave(telling{to: l, args: args})
		}
	}
	for _, name := range sortedNames(callee.fns) {
		if fn := callee.fns[name]; fn.unless != nil && len(fn.free) == 0 {
			f.leave(telling{*fn.unless, args, fn})
		}
	}
}

// leave leaves a telling to the callers: past what is kept of one function, together with another one.
func (f *frame) leave(t telling) {
	if len(f.sum.tells) < maxTellings {
		f.sum.tells = append(f.sum.tells, t)
		return
	}
	for i, own := range f.sum.tells {
		if own.to == t.to && (own.own == nil) == (t.own == nil) && len(own.args) == len(t.args) {
			args := blanks(len(t.args))
			for j := range args {
				args[j].merge(own.args[j])
				args[j].merge(t.args[j])
			}
			f.sum.tells[i].args = args
			return
		}
	}
}

// tell runs the functions that this call gives.
func (c *caller) tell(t telling) {
	if c.f.a.calls++; c.f.a.calls > maxCalls {
		c.f.a.calls--
		return
	}
	defer func() { c.f.a.calls-- }()
	args, to := c.told(t.to), c.walk(t.to)
	if !slices.ContainsFunc(args, func(v *value) bool { return len(v.labels) > 0 }) {
		return
	}
	if t.own != nil {
		if len(to.fns) > 0 {
			return
		}
		own := *t.own
		own.unless = c.f.left(to)
		to = &value{fns: map[string]*closure{own.name: &own}}
	}
	for _, of := range []*value{to, to.fields[element]} {
		if of == nil {
			continue
		}
		c.f.tell(of, args)
		for _, name := range sortedNames(of.fns) {
			if fn := c.f.a.prog.Func(name); fn != nil && len(fn.Blocks) > 0 && of.fns[name].unless == nil {
				c.f.callClosure(c.in, of.fns[name], args, blanks(fn.Results))
			}
		}
	}
}

// told is what this call tells a function that it gives.
func (c *caller) told(fn label) []*value {
	var args []*value
	if c.telling {
		return nil
	}
	c.telling = true
	defer func() { c.telling = false }()
	for _, t := range c.tells {
		if t.to != fn {
			continue
		}
		for len(args) < len(t.args) {
			args = append(args, &value{by: c.f.a})
		}
		for i, a := range t.args {
			c.fill(args[i], a)
		}
	}
	return args
}
