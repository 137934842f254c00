package requests

import (
	"slices"

	"github.com/auroravet/auroravet/internal/httplib"
	"github.com/auroravet/auroravet/internal/ir"
)

// This file tells apart what is kept in one container under several keys.

// dropsInTime says whether a call lets a cache drop what it is given after a time that it says.
func dropsInTime(fn *ir.Func, in *ir.Instr) bool {
	r, ok := operand(in, "ends")
	if !ok {
		return false
	}
	c := fn.Const(r)
	return c == nil || c.Kind == ir.KindInt && c.Int > 0
}

// operand returns what a call gives for an operand of its row.
func operand(in *ir.Instr, name string) (ir.Ref, bool) {
	row := httplib.Lookup(in.Sym)
	if row == nil {
		return ir.None, false
	}
	o, ok := row.Get(name)
	if !ok || o.Arg < 0 || o.Arg+1 >= len(in.Args) {
		return ir.None, false
	}
	return in.Args[o.Arg+1], true
}

// entry returns the key under which an instruction reads or changes a container, and the container.
func entry(in *ir.Instr) (container, key ir.Ref, ok bool) {
	switch {
	case in.Op == ir.Lookup, in.Op == ir.MapUpdate, in.Op == ir.Builtin && in.Sym == "delete":
		return in.Args[0], in.Args[1], true
	case in.Op == ir.Call && len(in.Args) > 1:
		if key, ok = operand(in, "key"); !ok {
			key, ok = operand(in, "name") // of a header
		}
		return in.Args[1], key, ok
	}
	return ir.None, ir.None, false
}

// leaveOthers leaves out the functions that have to do with other entries of the container alone.
func (w *renewal) leaveOthers() {
	keys := map[string]bool{}
	for _, fn := range w.funcs {
		for _, in := range w.stores(fn) {
			if _, key, ok := entry(in); ok && !w.empties(fn, in) {
				c := fn.Const(key)
				if c == nil || c.Kind != ir.KindString {
					return
				}
				keys[c.Str] = true
			}
		}
	}
	if len(keys) > 0 {
		w.funcs = slices.DeleteFunc(slices.Clone(w.funcs), func(fn *ir.Func) bool { return w.usesOthers(fn, keys) })
	}
}

// usesOthers says whether a function uses the container, and only entries with other keys.
func (w *renewal) usesOthers(fn *ir.Func, keys map[string]bool) bool {
	if slices.ContainsFunc(w.stores(fn), func(in *ir.Instr) bool { _, _, ok := entry(in); return !ok }) {
		return false
	}
	others := false
	for _, in := range fn.Instrs() {
		container, key, ok := entry(in)
		if !ok || !w.addressed(fn, container) && !w.found(fn, container, 0) {
			continue
		}
		c := fn.Const(key)
		if c == nil || c.Kind != ir.KindString || keys[c.Str] {
			return false
		}
		others = true
	}
	return others
}
