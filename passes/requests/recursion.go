package requests

import (
	"github.com/auroravet/auroravet/internal/ir"
)

// recursive returns the conditions on counters that keep a function from calling itself once more:
// the counters are the parameters that it gives itself one step further.
func (c *counter) recursive(o *seen) []check {
	call := c.itself(o)
	self, first := c.fn.BlockOf(call), c.fn.BlockOf(c.l.Body(o.first))
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
		if len(blk.Succs) != 2 || c.fn.Reach(0, b)[self] {
			continue
		}
		on, off := c.fn.Reach(blk.Succs[0], -1)[self], c.fn.Reach(blk.Succs[1], -1)[self]
		last := &blk.Instrs[len(blk.Instrs)-1]
		if last.Op != ir.If || on == off {
			continue
		}
		if k, ok := c.check(last.Args[0], func(r ir.Ref) (check, bool) { return c.parameter(r, args) }); ok {
			k.leaves, k.after = off, c.fn.Reach(first, -1)[b]
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
