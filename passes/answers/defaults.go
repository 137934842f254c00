package answers

import (
	"strings"

	"github.com/auroravet/auroravet/internal/ir"
)

// This file holds the functions that are called where a caller gives none: generated servers, and libraries,
// set those themselves where a field of their options is nil.

// unseen stands for a function that is given, but not in view.
const unseen = "?"

// kept is a value as it is stored: a function that takes the place of nil counts where nothing is given.
func (f *frame) kept(in *ir.Instr, to, v *value) *value {
	c := f.fn.Const(in.Args[1])
	switch {
	case len(v.fns) == 0:
		if !said(v, 0) && strings.HasPrefix(f.sum.typeOf(in.Args[1]), "func(") && (c == nil || c.Kind != ir.KindNil) {
			return &value{fns: map[string]*closure{unseen: {name: unseen}}}
		}
		return v
	case !f.lacks(to):
		return v
	}
	for _, l := range sorted(keys(to)) {
		if l.kind != given {
			continue
		}
		out := &value{fns: map[string]*closure{}}
		for name, fn := range v.fns {
			out.fns[name] = &closure{name: fn.name, free: fn.free, unless: &l}
		}
		return out
	}
	return v
}

// lacks says whether a variable is known to be nil where the function is.
func (f *frame) lacks(v *value) bool {
	for s, known := range f.facts[f.block] {
		if r := -1 - s.param; known == absent && s == register(ir.Ref(r)) && f.regs[r] == v {
			return true
		}
	}
	return false
}

// stands is a function that counts where nothing is given, as it is for this call: nil where something is.
func (c *caller) stands(fn *closure) *closure {
	if fn.unless == nil {
		return fn
	}
	given, out := c.walk(*fn.unless), *fn
	if len(given.fns) > 0 {
		return nil
	}
	out.unless = c.f.left(given)
	return &out
}

// left is what the callers give for a value, nil for nothing.
func (f *frame) left(v *value) *label {
	for _, l := range sorted(keys(v)) {
		if l.kind == given {
			return &l
		}
	}
	return nil
}
