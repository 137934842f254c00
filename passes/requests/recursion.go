package requests

import (
	"slices"

	"github.com/auroravet/auroravet/internal/ir"
)

// recursive returns the conditions on counters that keep a function from calling itself once more:
// the counters are the parameters that it gives itself one step further.
func (c *counter) recursive(o *seen) []check {
	call := c.itself(o)
	self, first := c.blockOf(call), c.blockOf(c.l.Body(o.first))
	if self < 0 || first < 0 {
		return nil
	}
	args := call.Args
	if call.Op == ir.Call {
		args = args[1:]
	}
	var out []check
	for b := range c.fn.Blocks {
		blk := &c.fn.Blocks[b]
		if len(blk.Succs) != 2 || c.reaches(0, self, b) {
			continue
		}
		on, off := c.reaches(blk.Succs[0], self, -1), c.reaches(blk.Succs[1], self, -1)
		last := &blk.Instrs[len(blk.Instrs)-1]
		if last.Op != ir.If || on == off {
			continue
		}
		if k, ok := c.check(last.Args[0], func(r ir.Ref) (check, bool) { return c.parameter(r, args) }); ok {
			k.leaves, k.after = off, c.reaches(first, b, -1)
			out = append(out, k)
		}
	}
	return out
}

// itself is the instruction by which a function calls itself on the way to what is sent again, nil
// when it does so by way of others.
func (c *counter) itself(o *seen) *ir.Instr {
	for f := o.sent.Site.Frame; f != nil; f = f.Parent {
		if f.Parent == c.l.Frame && f.Fn == c.fn {
			return f.Call
		}
	}
	return nil
}

// blockOf is the block of an instruction, -1 when there is none.
func (c *counter) blockOf(in *ir.Instr) int {
	return slices.IndexFunc(c.fn.Blocks, func(b ir.Block) bool {
		for i := range b.Instrs {
			if &b.Instrs[i] == in {
				return true
			}
		}
		return false
	})
}

// reaches says whether a block is on a way from another one that does not pass a third.
func (c *counter) reaches(from, to, without int) bool {
	seen := map[int]bool{without: true}
	queue := []int{from}
	for len(queue) > 0 {
		b := queue[0]
		queue = queue[1:]
		if seen[b] {
			continue
		}
		if b == to {
			return true
		}
		seen[b] = true
		queue = append(queue, c.fn.Blocks[b].Succs...)
	}
	return false
}

// parameter returns the counter that a parameter is.
func (c *counter) parameter(r ir.Ref, args []ir.Ref) (check, bool) {
	if r < 0 || int(r) >= len(c.fn.Params) || int(r) >= len(args) {
		return check{}, false
	}
	next := c.def(args[r])
	if next == nil || next.Op != ir.BinOp || next.Args[0] != r {
		return check{}, false
	}
	step, known := c.added(next)
	return check{start: r, step: step}, known && step != 0
}
