package eval

import (
	"slices"

	"github.com/auroravet/auroravet/internal/ir"
)

// This file holds the ways between blocks.

// edge is a way into a block with the memory on it and the values of the block's phis.
type edge struct {
	from, to int
	state    *State
	phis     []Value
}

// order returns the blocks in reverse post-order.
func (f *Frame) order() []int { return rpo(f.Fn) }

func rpo(fn *ir.Func) []int {
	n := len(fn.Blocks)
	seen := make([]bool, n)
	post := make([]int, 0, n)
	var visit func(int)
	visit = func(b int) {
		seen[b] = true
		succs := fn.Blocks[b].Succs
		for i := len(succs) - 1; i >= 0; i-- {
			if !seen[succs[i]] {
				visit(succs[i])
			}
		}
		post = append(post, b)
	}
	if n > 0 {
		visit(0)
	}
	for i, j := 0, len(post)-1; i < j; i, j = i+1, j-1 {
		post[i], post[j] = post[j], post[i]
	}
	return post
}

func phiValue(st *State, in []edge, i int) Value {
	var vals []Value
	var from []*State
	for _, e := range in {
		if i < len(e.phis) {
			vals, from = append(vals, e.phis[i]), append(from, e.state)
		}
	}
	if v := meeting(st, vals, from); v != nil {
		return v
	}
	return &Sym{Origin: Unknown, Name: "phi"}
}

// meeting is one of the values that some ways have where they meet. What is there on each of them, on the path
// that has seen it, is there.
func meeting(st *State, vals []Value, ways []*State) Value {
	v := join(vals...)
	alt, ok := v.(*Alt)
	if !ok || len(vals) != len(ways) {
		return v
	}
	for i, x := range vals {
		if !filled(ways[i], x) {
			return v
		}
	}
	st.facts.put(alt.key(), true)
	return v
}

// filled says whether a value is known not to be empty on a path.
func filled(st *State, v Value) bool {
	if empty, known := emptiness(st, v); known {
		return !empty
	}
	alt, ok := v.(*Alt)
	return ok && !slices.ContainsFunc(alt.Vals, func(x Value) bool { return !filled(st, x) })
}

// edge makes the edge from one block to another.
func (m *Machine) edge(f *Frame, from, to int, st *State) edge {
	e := edge{from: from, to: to, state: st}
	slot := -1
	for i, p := range f.Fn.Blocks[to].Preds {
		if p == from {
			slot = i
		}
	}
	for i := range f.Fn.Blocks[to].Instrs {
		x := &f.Fn.Blocks[to].Instrs[i]
		if x.Op != ir.Phi {
			break
		}
		e.phis = append(e.phis, f.value(m, st, x.Args[slot]))
	}
	return e
}

// branch follows an If: one way when the condition is known, both otherwise, each with what it tells.
func (m *Machine) branch(f *Frame, b int, x *ir.Instr, st *State) []edge {
	succs := f.Fn.Blocks[b].Succs
	cond := f.value(m, st, x.Args[0])
	early := false
	if m.trial != nil {
		cond, early = m.askedEarly(st, m.decided(st, cond), x)
	}
	if s, ok := cond.(*Sym); ok && s.Origin == Result && s.id != 0 { // what a call says stays the same
		if full, known := st.facts.find(s.key()); known {
			cond = boolean(full)
		}
	}
	if c, ok := cond.(*Const); ok && (c.Kind == ir.KindBool || c.Kind == ir.KindZero) {
		return []edge{m.edge(f, b, succs[1-int(c.Int)], st)}
	}
	other := st.clone()
	if m.trial != nil && !early && m.aboutAnswer(st, cond, 0) {
		st.doubt(x, 1)
		other.doubt(x, 2)
	}
	learn(st, cond, true)
	learn(other, cond, false)
	st, other = m.whereFailed(cond, st, other)
	return []edge{m.edge(f, b, succs[0], st), m.edge(f, b, succs[1], other)}
}

func (f *Frame) values(m *Machine, st *State, refs []ir.Ref) []Value {
	out := make([]Value, len(refs))
	for i, r := range refs {
		out[i] = f.value(m, st, r)
	}
	return out
}

// returned are the values that a return gives. A zero struct with a client in it is made
// there, unless it stands beside an error or a false: then nobody uses it.
func (m *Machine) returned(f *Frame, st *State, x *ir.Instr) []Value {
	out := f.values(m, st, x.Args)
	last := len(out) - 1
	if last > 0 && (!f.Fn.ErrResult || !IsEmpty(out[last])) {
		return out
	}
	for i, v := range out {
		if c, ok := v.(*Const); ok && c.Kind == ir.KindZero && m.holdsClient(c.Type) {
			out[i] = m.newObject(f, st, c.Type, x.Pos, structObject)
		}
	}
	return out
}

// holdsClient says whether a struct type has a client by value.
func (m *Machine) holdsClient(typ string) bool {
	t := m.code.Type(typ)
	return t != nil && slices.ContainsFunc(t.Fields, func(f ir.Field) bool { return f.Type == clientType })
}

// value returns the value of an operand.
func (f *Frame) value(m *Machine, st *State, r ir.Ref) Value {
	switch {
	case r == ir.None:
		return Nil
	case r >= 0:
		if v := f.regs[r]; v != nil {
			return refine(st, v)
		}
		return &Sym{Origin: Unknown, Name: "unset"}
	}
	c := f.Fn.Consts[-r-1]
	switch c.Kind {
	case ir.KindFunc:
		return &Fn{Name: c.Str}
	case ir.KindGlobal:
		return m.globalAddr(st, c)
	}
	return &Const{Kind: c.Kind, Str: c.Str, Int: c.Int, Type: c.Type}
}
