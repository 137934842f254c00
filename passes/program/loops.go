package program

import (
	"go/token"

	"golang.org/x/tools/go/ssa"
)

// loopForest says for each block which loops hold it, the innermost last, and which
// headers decide by a length or by the end of a range.
type loopForest struct {
	of      [][]int
	counted []bool
}

// findLoops finds the natural loops of a function: goto loops are loops too.
func findLoops(fn *ssa.Function) loopForest {
	n := len(fn.Blocks)
	f := loopForest{of: make([][]int, n), counted: make([]bool, n)}
	for _, h := range fn.Blocks {
		in := map[int]bool{}
		for _, p := range h.Preds {
			if h.Dominates(p) {
				gather(p, h, in)
			}
		}
		if len(in) == 0 {
			continue
		}
		for i := range fn.Blocks {
			if in[i] || i == h.Index {
				f.of[i] = append(f.of[i], h.Index)
			}
		}
		f.counted[h.Index] = overItems(h)
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

// overItems says whether a loop header asks for the next item of a collection:
// a range over a slice, map, string or channel, or an index below a length.
func overItems(h *ssa.BasicBlock) bool {
	cond, ok := h.Instrs[len(h.Instrs)-1].(*ssa.If)
	if !ok {
		return false
	}
	switch c := cond.Cond.(type) {
	case *ssa.Extract:
		switch t := c.Tuple.(type) {
		case *ssa.Next:
			return true
		case *ssa.UnOp:
			return t.Op == token.ARROW
		}
	case *ssa.BinOp:
		return isLen(c.X) || isLen(c.Y)
	}
	return false
}

func isLen(v ssa.Value) bool {
	c, ok := v.(*ssa.Call)
	if !ok {
		return false
	}
	b, ok := c.Call.Value.(*ssa.Builtin)
	return ok && b.Name() == "len"
}
