package carddata

import "golang.org/x/tools/go/ssa"

// readAt is where the function that has a variable reads it, or gives it to the function
// literal that does: nil where a literal may write it, or a write may come in between.
func (e *engine) readAt(root ssa.Value, writes []write, at ssa.Instruction) ssa.Instruction {
	fn := root.Parent()
	if at == nil || fn == nil {
		return nil
	}
	if e.writes.captured[root] {
		for _, w := range writes {
			if w.instr.Parent() != fn {
				return nil
			}
		}
	}
	lit := at.Parent()
	if lit == fn {
		return at
	}
	for lit != nil && lit.Parent() != fn {
		lit = lit.Parent()
	}
	if lit == nil || len(e.writes.closures[lit]) != 1 {
		return nil
	}
	made := e.writes.closures[lit][0]
	after := e.writes.reachable(made)
	for _, w := range writes {
		if after(w.instr) {
			return nil
		}
	}
	return made
}

// reachable says of the instructions of a function whether they may run after one of it.
func (ix *writeIndex) reachable(from ssa.Instruction) func(ssa.Instruction) bool {
	order := ix.order(from.Parent())
	seen := map[*ssa.BasicBlock]bool{}
	var walk func(b *ssa.BasicBlock)
	walk = func(b *ssa.BasicBlock) {
		for _, s := range b.Succs {
			if !seen[s] {
				seen[s] = true
				walk(s)
			}
		}
	}
	walk(from.Block())
	return func(i ssa.Instruction) bool {
		return seen[i.Block()] || i.Block() == from.Block() && order[i] > order[from]
	}
}
