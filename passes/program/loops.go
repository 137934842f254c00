package program

import (
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"
)

// loopForest says for each block which loops hold it, the innermost last, and which
// headers decide by a length or by the end of a range.
type loopForest struct {
	of      [][]int
	counted []bool
	delays  []bool
	// heedless are the headers of the loops that go on whatever their calls answer.
	heedless []bool
}

// findLoops finds the natural loops of a function: goto loops are loops too.
func findLoops(fn *ssa.Function) loopForest {
	n := len(fn.Blocks)
	f := loopForest{of: make([][]int, n), counted: make([]bool, n), delays: make([]bool, n), heedless: make([]bool, n)}
	for _, h := range fn.Blocks {
		in, back := map[int]bool{}, false
		for _, p := range h.Preds {
			if h.Dominates(p) {
				back = true
				gather(p, h, in)
			}
		}
		if !back {
			continue
		}
		for i := range fn.Blocks {
			if in[i] || i == h.Index {
				f.of[i] = append(f.of[i], h.Index)
			}
		}
		f.counted[h.Index], f.delays[h.Index] = overItems(h)
		if ticks(h) && leaves(in, h) {
			f.delays[h.Index] = true
		}
		in[h.Index] = true
		f.heedless[h.Index] = heedless(in, h.Parent())
	}
	for i := range f.of {
		sortByDepth(f.of[i], f.of)
	}
	return f
}

// gather collects the blocks from which b is reached without passing the header.
func gather(b, header *ssa.BasicBlock, in map[int]bool) {
	if b == header || in[b.Index] {
		return
	}
	in[b.Index] = true
	for _, p := range b.Preds {
		gather(p, header, in)
	}
}

// sortByDepth puts outer loops first: an outer loop's header is in fewer loops.
func sortByDepth(loops []int, of [][]int) {
	depth := func(h int) int { return len(of[h]) }
	for i := 1; i < len(loops); i++ {
		for j := i; j > 0 && depth(loops[j]) < depth(loops[j-1]); j-- {
			loops[j], loops[j-1] = loops[j-1], loops[j]
		}
	}
}

// overItems says whether a loop header asks for the next item of a collection: a range
// over a slice, map, string or channel, or an index below a length; and whether the
// items are durations.
func overItems(h *ssa.BasicBlock) (items, delays bool) {
	cond, ok := h.Instrs[len(h.Instrs)-1].(*ssa.If)
	if !ok {
		return false, false
	}
	switch c := cond.Cond.(type) {
	case *ssa.Extract:
		switch t := c.Tuple.(type) {
		case *ssa.Next:
			return true, false
		case *ssa.UnOp:
			return t.Op == token.ARROW, false
		}
	case *ssa.BinOp:
		for _, v := range []ssa.Value{c.X, c.Y} {
			if of := lenOf(v); of != nil {
				return true, ofDurations(of.Type())
			}
		}
		return false, false
	}
	return false, false
}

// ticks says whether a loop header only waits for the next tick of a clock, as
// time.Ticker and tickers of retry libraries give: the items are times that nobody reads.
func ticks(h *ssa.BasicBlock) bool {
	for _, in := range h.Instrs {
		recv, ok := in.(*ssa.UnOp)
		if !ok || recv.Op != token.ARROW {
			continue
		}
		ch, ok := recv.X.Type().Underlying().(*types.Chan)
		if !ok || typeName(ch.Elem()) != "time.Time" {
			return false
		}
		for _, r := range *recv.Referrers() {
			if e, ok := r.(*ssa.Extract); ok && e.Index == 0 && len(*e.Referrers()) > 0 {
				return false
			}
		}
		return true
	}
	return false
}

// leaves says whether a loop has a way out other than the one of its header.
func leaves(in map[int]bool, h *ssa.BasicBlock) bool {
	for _, b := range h.Parent().Blocks {
		if !in[b.Index] {
			continue
		}
		for _, to := range b.Succs {
			if to != h && !in[to.Index] {
				return true
			}
		}
	}
	return false
}

// lenOf returns what a value is the length of, nil when it is no length.
func lenOf(v ssa.Value) ssa.Value {
	c, ok := v.(*ssa.Call)
	if !ok {
		return nil
	}
	if b, ok := c.Call.Value.(*ssa.Builtin); ok && b.Name() == "len" {
		return c.Call.Args[0]
	}
	return nil
}

func ofDurations(t types.Type) bool {
	var elem types.Type
	switch t := deref(t).Underlying().(type) {
	case *types.Slice:
		elem = t.Elem()
	case *types.Array:
		elem = t.Elem()
	}
	return elem != nil && typeName(elem) == "time.Duration"
}
