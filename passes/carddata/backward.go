package carddata

import (
	"slices"

	"golang.org/x/tools/go/ssa"
)

// backward looks for the last writes before an instruction on every path to it.
func (w *walker) backward(root ssa.Value, path string, at ssa.Instruction) {
	order, events := w.e.writes.order(at.Parent()), w.e.writes.events(root, path)
	made, _ := root.(ssa.Instruction)
	seen := make([]bool, len(at.Parent().Blocks)) // by index
	entry := false
	var scan func(b *ssa.BasicBlock, before int)
	scan = func(b *ssa.BasicBlock, before int) {
		from := -1
		if made != nil && made.Block() == b && order[made] < before {
			from = order[made]
		}
		for _, ev := range slices.Backward(events[b]) {
			last := false
			if n := order[ev[0].instr]; n > from && n < before {
				for _, wr := range ev {
					last = w.apply(wr, path) || last
				}
			}
			if last {
				return
			}
		}
		entry = entry || from >= 0 || len(b.Preds) == 0
		if from >= 0 {
			return
		}
		for _, p := range b.Preds {
			if !seen[p.Index] && !w.shortOn(p, b, ref{root, path, at}) {
				seen[p.Index] = true
				scan(p, len(p.Instrs))
			}
		}
	}
	scan(at.Block(), order[at])
	if entry {
		w.initial(root, path, at)
	}
}

// shortOn says whether the way from one block to the next is taken only when the text at a path
// of a root is too short for card data: if len(c.Number) > 4 { c.Number = … }. What is
// shown in such a branch alone may still be a number with a place too few, and is card data.
func (w *walker) shortOn(from, to *ssa.BasicBlock, at ref) bool {
	iff, ok := from.Instrs[len(from.Instrs)-1].(*ssa.If)
	if !ok || from.Succs[0] == from.Succs[1] {
		return false
	}
	op, ok := iff.Cond.(*ssa.BinOp)
	if !ok {
		return false
	}
	for _, x := range []ssa.Value{op.X, op.Y} {
		text := x
		if call, ok := x.(*ssa.Call); ok && len(call.Call.Args) == 1 && lengthOf(call, call.Call.Args[0]) {
			text = call.Call.Args[0]
		}
		load, ok := underConversion(text).(*ssa.UnOp)
		if !ok {
			continue
		}
		if r, p := w.e.writes.root(load.X); r != at.v || p != at.path {
			continue
		}
		limit, ok := lengthLimit(op, text, from.Succs[0] == to)
		return ok && (limit <= maxShown || limit <= maxShort && !to.Dominates(at.at.Block()))
	}
	return false
}
