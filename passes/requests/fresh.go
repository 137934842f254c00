package requests

import (
	"slices"

	"github.com/auroravet/auroravet/internal/ir"
)

// This file finds the places that get a new token before each use: they only hand it on.

// refills says whether all that reads the place has put a token there before, each time. What a function
// makes with a token may be there for longer.
func (w *renewal) refills() bool {
	if w.outer != "" || w.root != "" || w.setter != "" || slices.ContainsFunc(w.funcs, func(fn *ir.Func) bool {
		return w.typ != "" && !fn.Recv && isMaker(fn) && w.fill[fn.Name]
	}) {
		return false
	}
	read := false
	for _, fn := range w.funcs {
		for _, at := range w.reads(fn) {
			if read = true; !w.filledBefore(fn, at, 0) {
				return false
			}
		}
	}
	return read
}

// spot is an instruction in a block.
type spot struct{ block, at int }

// spots returns where a function does something.
func spots(fn *ir.Func, does func(*ir.Instr) bool) []spot {
	var out []spot
	for b := range fn.Blocks {
		for i := range fn.Blocks[b].Instrs {
			if does(&fn.Blocks[b].Instrs[i]) {
				out = append(out, spot{b, i})
			}
		}
	}
	return out
}

// reads returns where a function reads the place, or lets others do so.
func (w *renewal) reads(fn *ir.Func) []spot {
	return spots(fn, func(in *ir.Instr) bool {
		return in.Op == ir.FieldOf && w.isPlace(fn, in) || slices.ContainsFunc(in.Args, func(r ir.Ref) bool {
			if in.Op == ir.Store && in.Args[0] == r {
				return false
			}
			at := fn.Def(r)
			return w.global(fn, r) || r >= 0 && at != nil && at.Op == ir.FieldAddr && w.isPlace(fn, at)
		})
	})
}

// maxAbove bounds how far up the callers of what reads a place are looked at.
const maxAbove = 4

// filledBefore says whether something has filled the place whenever a function comes to a spot: the
// function itself, in the same turn of its loops, or all that call it.
func (w *renewal) filledBefore(fn *ir.Func, at spot, depth int) bool {
	for _, s := range w.fillings(fn, 0) {
		first := s.block == at.block && s.at < at.at || s.block != at.block && !fn.Reach(0, s.block)[at.block]
		if first && !slices.ContainsFunc(fn.Blocks[at.block].Loops, func(h int) bool { return !slices.Contains(fn.Blocks[s.block].Loops, h) }) {
			return true
		}
	}
	name := "." + lastWord(fn.Name)
	if depth > maxAbove || fn.Exported || w.a.valued[fn.Name] || len(w.a.callers[name]) > 0 || outermost(fn.Name) != fn.Name {
		return false
	}
	calls := 0
	for _, by := range w.funcs {
		for _, s := range spots(by, func(in *ir.Instr) bool { return called(in) == fn.Name }) {
			if calls++; !w.filledBefore(by, s, depth+1) {
				return false
			}
		}
	}
	return calls > 0
}

// fillings returns where a function puts a token at the place, whatever is there.
func (w *renewal) fillings(fn *ir.Func, depth int) []spot {
	stores := w.stores(fn)
	return spots(fn, func(in *ir.Instr) bool {
		if w.idle[in] || in.Op == ir.Call && in.N != 0 {
			return false
		}
		if slices.Contains(stores, in) {
			return !w.empties(fn, in)
		}
		callee := w.a.prog.Func(called(in))
		return in.Op == ir.Call && callee != nil && depth <= maxAbove && w.renews[callee.Name] && w.fillsAlways(callee, depth+1)
	})
}

// fillsAlways says whether a function fills the place unless it returns an error.
func (w *renewal) fillsAlways(fn *ir.Func, depth int) bool {
	return slices.ContainsFunc(w.fillings(fn, depth), func(s spot) bool {
		for b := range fn.Reach(0, s.block) {
			if slices.ContainsFunc(fn.Blocks[b].Instrs, func(in ir.Instr) bool { return in.Op == ir.Return && in.N != 1 }) {
				return false
			}
		}
		return true
	})
}
