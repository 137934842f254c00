package requests

import (
	"slices"

	"github.com/auroravet/auroravet/internal/ir"
)

// This file says whether anybody asks for a value that tells when a token expires.

// asked says whether a value decides something: it is compared, handed on or returned to who does so, and
// not only kept.
func (w *renewal) asked(fn *ir.Func, v ir.Ref, depth int) bool {
	if depth > 6 {
		return true
	}
	for _, in := range fn.Instrs() {
		if !slices.Contains(in.Args, v) {
			continue
		}
		switch in.Op {
		case ir.Store:
			if in.Args[1] == v && !keptAside(fn, in.Args[0]) && w.askedOf(fn, in.Args[0], depth+1) {
				return true
			}
		case ir.BinOp:
			if !slices.Contains([]string{"+", "-", "*", "/"}, in.Sym) || w.asked(fn, ir.Ref(in.Dst), depth+1) {
				return true
			}
		case ir.Iface: // it is shown
		case ir.Convert, ir.UnOp, ir.Phi:
			if w.asked(fn, ir.Ref(in.Dst), depth+1) {
				return true
			}
		case ir.Call:
			if in.Sym != "(time.Time).Add" || w.asked(fn, ir.Ref(in.Dst), depth+1) {
				return true
			}
		case ir.Return:
			if w.askedAbove(fn, slices.Index(in.Args, v), depth+1) {
				return true
			}
		default:
			return true
		}
	}
	return false
}

// askedOf says whether what a variable holds decides something, which another one than a result of the
// function may do.
func (w *renewal) askedOf(fn *ir.Func, variable ir.Ref, depth int) bool {
	def := fn.Def(variable)
	return def == nil || def.Op != ir.Alloc || slices.ContainsFunc(fn.Instrs(), func(in *ir.Instr) bool {
		switch {
		case !slices.Contains(in.Args, variable), in.Op == ir.Store && in.Args[1] != variable:
			return false
		}
		return in.Op != ir.Load || w.asked(fn, ir.Ref(in.Dst), depth)
	})
}

// askedAbove says whether one of the functions that call a function for the token of the place asks what
// one of its results is; they may when none is in view.
func (w *renewal) askedAbove(fn *ir.Func, result, depth int) bool {
	called, asks := false, false
	for _, g := range w.funcs {
		for _, in := range g.Instrs() {
			if in.Op != ir.Call || in.Sym != fn.Name || !w.reach[g.Name] {
				continue
			}
			called = true
			asks = asks || fn.Results == 1 && w.asked(g, ir.Ref(in.Dst), depth) || slices.ContainsFunc(g.Instrs(), func(x *ir.Instr) bool {
				return x.Op == ir.Extract && x.Args[0] == ir.Ref(in.Dst) && x.N == result && w.asked(g, ir.Ref(x.Dst), depth)
			})
		}
	}
	return asks || !called
}

// keptAside says whether an address is a field or variable that is named for the expiry:
// who reads that one asks.
func keptAside(fn *ir.Func, addr ir.Ref) bool {
	if addr < 0 && addr != ir.None {
		return isExpiry(fn.Consts[-1-addr].Str)
	}
	return slices.ContainsFunc(fn.Instrs(), func(in *ir.Instr) bool {
		return ir.Ref(in.Dst) == addr && in.Op == ir.FieldAddr && isExpiry(in.Sym)
	})
}
