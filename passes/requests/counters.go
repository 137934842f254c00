package requests

import (
	"slices"
	"strings"

	"github.com/auroravet/auroravet/internal/eval"
	"github.com/auroravet/auroravet/internal/ir"
)

// This file counts the attempts of a loop.

// maxCounted bounds the turns that are counted.
const maxCounted = 1000

// check is a condition that ends a loop by the number of its turns.
type check struct {
	start  ir.Ref // what the counter begins with
	step   int64
	offset int64
	op     string
	bound  ir.Ref
	leaves bool // the loop is left when the condition holds
	after  bool // it stands behind what is repeated
}

// attemptsOf returns how many attempts a loop makes, 0 when that is not known, and the operand that
// bounds it; counted says that it is bounded by a number, known or not.
func attemptsOf(o *seen) (n int, bound ir.Ref, counted bool) {
	l := o.loop
	var checks []check
	switch c := (&counter{l: l, fn: l.Frame.Fn, body: l.Body(o.sent)}); {
	case l.Recursion:
		checks = c.recursive(o)
	case !l.Library:
		checks = c.checks()
	}
	if len(checks) == 0 {
		return 0, ir.None, false
	}
	starts := make([]int64, len(checks))
	for i, k := range checks {
		start, ok := number(l.Value(k.start))
		if _, known := o.number(k.bound); !ok || !known {
			return 0, ir.None, true
		}
		starts[i] = start
	}
	for i := range int64(maxCounted) {
		for _, after := range []bool{false, true} {
			for j, k := range checks {
				limit, _ := o.number(k.bound)
				if k.after == after && compares(starts[j]+i*k.step+k.offset, k.op, limit) == k.leaves {
					return n, k.bound, true
				}
			}
			if !after {
				n++
			}
		}
	}
	return 0, ir.None, true
}

// counter looks for the counters of a loop.
type counter struct {
	l    *eval.LoopInfo
	fn   *ir.Func
	body *ir.Instr
}

func (c *counter) inside(b int) bool { return slices.Contains(c.fn.Blocks[b].Loops, c.l.Header) }

// checks returns the conditions on counters that lead out of the loop.
func (c *counter) checks() []check {
	var out []check
	reached := c.behind()
	for b := range c.fn.Blocks {
		blk := &c.fn.Blocks[b]
		if !c.inside(b) || len(blk.Instrs) == 0 || len(blk.Succs) != 2 {
			continue
		}
		last := &blk.Instrs[len(blk.Instrs)-1]
		if last.Op != ir.If || c.inside(blk.Succs[0]) == c.inside(blk.Succs[1]) {
			continue
		}
		if k, ok := c.check(last.Args[0], c.turned); ok {
			k.leaves, k.after = !c.inside(blk.Succs[0]), reached[b]
			out = append(out, k)
		}
	}
	return out
}

// check takes a condition for one on a counter, which counts tells from other values.
func (c *counter) check(r ir.Ref, counts func(ir.Ref) (check, bool)) (check, bool) {
	cond := c.def(r)
	if cond == nil || cond.Op != ir.BinOp || mirrored[cond.Sym] == "" {
		return check{}, false
	}
	for side := range 2 {
		k, ok := c.resolve(cond.Args[side], counts, 0)
		if !ok {
			continue
		}
		k.op, k.bound = cond.Sym, cond.Args[1-side]
		if side == 1 {
			k.op = mirrored[k.op]
		}
		return k, true
	}
	return check{}, false
}

// behind are the blocks that are reached in the same turn after what is repeated.
func (c *counter) behind() map[int]bool {
	out := map[int]bool{}
	var queue []int
	if b := c.fn.BlockOf(c.body); b >= 0 {
		queue = append(queue, b)
	}
	for len(queue) > 0 {
		b := queue[0]
		queue = queue[1:]
		out[b] = true
		for _, s := range c.fn.Blocks[b].Succs {
			if s != c.l.Header && c.inside(s) && !out[s] {
				queue = append(queue, s)
			}
		}
	}
	return out
}

func (c *counter) def(r ir.Ref) *ir.Instr {
	if r < 0 {
		return nil
	}
	return c.fn.Def(r)
}

// resolve returns the counter that a value is, but for an offset.
func (c *counter) resolve(r ir.Ref, counts func(ir.Ref) (check, bool), depth int) (check, bool) {
	if k, ok := counts(r); ok {
		return k, true
	}
	in := c.def(r)
	if in == nil || depth > 4 {
		return check{}, false
	}
	switch in.Op {
	case ir.Convert:
		return c.resolve(in.Args[0], counts, depth+1)
	case ir.BinOp:
		n, known := c.added(in)
		k, ok := c.resolve(in.Args[0], counts, depth+1)
		k.offset += n
		return k, ok && known
	}
	return check{}, false
}

// turned returns the counter that a phi is which changes with each turn.
func (c *counter) turned(r ir.Ref) (check, bool) {
	in := c.def(r)
	if in == nil || in.Op != ir.Phi {
		return check{}, false
	}
	step := c.stepOf(in)
	if step == 0 {
		return check{}, false
	}
	return check{start: c.start(in), step: step}, true
}

// added is the constant that an instruction adds to its first operand.
func (c *counter) added(in *ir.Instr) (n int64, known bool) {
	if in.Op != ir.BinOp || in.Sym != "+" && in.Sym != "-" {
		return 0, false
	}
	n, known = c.constant(in.Args[1])
	if in.Sym == "-" {
		n = -n
	}
	return n, known
}

// stepOf is by how much a phi of the loop's header changes in each turn; 0 when it is no counter.
func (c *counter) stepOf(in *ir.Instr) int64 {
	head := &c.fn.Blocks[c.l.Header]
	at := slices.IndexFunc(head.Instrs, func(x ir.Instr) bool { return x.Op == ir.Phi && x.Dst == in.Dst })
	if at < 0 {
		return 0
	}
	var step int64
	for i, p := range head.Preds {
		if !c.inside(p) {
			continue
		}
		add := c.def(in.Args[i])
		if add == nil || add.Op != ir.BinOp || add.Args[0] != ir.Ref(in.Dst) {
			return 0
		}
		n, ok := c.added(add)
		if !ok || step != 0 && step != n {
			return 0
		}
		step = n
	}
	return step
}

// start is what a counter begins with.
func (c *counter) start(in *ir.Instr) ir.Ref {
	for i, p := range c.fn.Blocks[c.l.Header].Preds {
		if !c.inside(p) {
			return in.Args[i]
		}
	}
	return ir.None
}

func (c *counter) constant(r ir.Ref) (int64, bool) {
	k := c.fn.Const(r)
	if k == nil {
		return 0, false
	}
	return k.Int, k.Kind == ir.KindInt
}

// number is the number that an operand has, also when the packages in view store it in a field.
func (o *seen) number(r ir.Ref) (int64, bool) {
	v := o.loop.Value(r)
	s, ok := v.(*eval.Sym)
	switch {
	case !ok || o.store == nil:
	case s.Summed:
		v, _ = o.store.Lookup(s)
	case s.Origin == eval.Derived && s.Name == "len" && len(s.Args) == 1:
		return o.length(s.Args[0])
	}
	return number(v)
}

// length is the number of elements of a list that the packages in view store in a field or variable.
func (o *seen) length(v eval.Value) (int64, bool) {
	s, ok := v.(*eval.Sym)
	if !ok || !s.Summed {
		return 0, false
	}
	list, heap := o.store.Lookup(s)
	r, ok := list.(*eval.Ref)
	if !ok || heap[r.ID] == nil || heap[r.ID].Open || !strings.HasPrefix(heap[r.ID].Type, "[") {
		return 0, false
	}
	n := len(heap[r.ID].Elements())
	return int64(n), n > 0
}

// number is the number that a value is known to be.
func number(v eval.Value) (int64, bool) {
	c, ok := v.(*eval.Const)
	if !ok || c.Kind != ir.KindInt && c.Kind != ir.KindZero {
		return 0, false
	}
	return c.Int, true
}

var mirrored = map[string]string{"<": ">", "<=": ">=", ">": "<", ">=": "<=", "==": "==", "!=": "!="}

func compares(x int64, op string, y int64) bool {
	switch op {
	case "<":
		return x < y
	case "<=":
		return x <= y
	case ">":
		return x > y
	case ">=":
		return x >= y
	case "==":
		return x == y
	}
	return x != y
}

// onlyAnswersEnd says whether every condition on which a loop is left depends on what it repeats.
func onlyAnswersEnd(o *seen) bool {
	c := &counter{l: o.loop, fn: o.loop.Frame.Fn, body: o.loop.Body(o.sent)}
	if o.loop.Recursion {
		c.body = o.loop.Body(o.first)
	}
	if c.body == nil || c.body.Dst < 0 || o.loop.Recursion && c.asksContext() {
		return false
	}
	for b := range c.fn.Blocks {
		blk := &c.fn.Blocks[b]
		if len(blk.Succs) != 2 || !o.loop.Recursion && (!c.inside(b) || c.inside(blk.Succs[0]) == c.inside(blk.Succs[1])) {
			continue
		}
		last := &blk.Instrs[len(blk.Instrs)-1]
		if last.Op != ir.If || !c.ofNil(last.Args[0]) && !c.ofAnswer(last.Args[0], map[ir.Ref]bool{}) {
			return false
		}
	}
	return true
}

// asksContext says whether the function asks whether a context has ended.
func (c *counter) asksContext() bool {
	return slices.ContainsFunc(c.fn.Blocks, func(b ir.Block) bool {
		return slices.ContainsFunc(b.Instrs, func(in ir.Instr) bool {
			return in.Op == ir.Invoke && in.Type == "context.Context" || in.Op == ir.Select
		})
	})
}

// ofNil says whether a condition compares with nil: an error of something that works in a trial.
func (c *counter) ofNil(r ir.Ref) bool {
	in := c.def(r)
	return in != nil && in.Op == ir.BinOp && slices.ContainsFunc(in.Args, func(a ir.Ref) bool {
		return a < 0 && a != ir.None && c.fn.Consts[-a-1].Kind == ir.KindNil
	})
}

// ofAnswer says whether a value is made of what the loop repeats has returned.
func (c *counter) ofAnswer(r ir.Ref, seen map[ir.Ref]bool) bool {
	in := c.def(r)
	if in == nil || seen[r] {
		return false
	}
	seen[r] = true
	if in == c.body {
		return true
	}
	if in.Op == ir.Load {
		if addr := c.def(in.Args[0]); addr != nil && addr.Op == ir.Alloc {
			return c.storedAnswer(in.Args[0], seen)
		}
	}
	return slices.ContainsFunc(in.Args, func(a ir.Ref) bool { return c.ofAnswer(a, seen) })
}

// storedAnswer says whether a variable may hold what the loop repeats has returned: it is stored there, or
// a function that is given both puts it there.
func (c *counter) storedAnswer(addr ir.Ref, seen map[ir.Ref]bool) bool {
	ofAnswer := func(a ir.Ref) bool { return c.ofAnswer(a, seen) }
	for b := range c.fn.Blocks {
		for i := range c.fn.Blocks[b].Instrs {
			switch in := &c.fn.Blocks[b].Instrs[i]; in.Op {
			case ir.Store:
				if in.Args[0] == addr && ofAnswer(in.Args[1]) {
					return true
				}
			case ir.Call, ir.Invoke: // errors.As(err, &target), dec.Decode(&target)
				if slices.ContainsFunc(in.Args, func(a ir.Ref) bool { return c.converted(a) == addr }) && slices.ContainsFunc(in.Args, ofAnswer) {
					return true
				}
			}
		}
	}
	return false
}

// converted is what a value is a conversion of.
func (c *counter) converted(r ir.Ref) ir.Ref {
	for in := c.def(r); in != nil && (in.Op == ir.Convert || in.Op == ir.Iface); in = c.def(r) {
		r = in.Args[0]
	}
	return r
}
