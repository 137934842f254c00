package eval

import "github.com/auroravet/auroravet/internal/ir"

// This file holds channels. What is sent is seen by somebody who is not followed, and what
// is received is a hole: it is another one each time. Only clients, of which there are few
// and which are all alike, are kept in a channel as in a list.

const clientType = "net/http.Client"

func (m *Machine) sendTo(f *Frame, st *State, to, v Value) {
	r, ok := v.(*Ref)
	if !ok || st.heap.get(r.ID) == nil || st.heap.get(r.ID).Type != clientType {
		m.escape(st, v)
		return
	}
	for _, id := range m.target(f, st, to) {
		o := st.edit(id)
		o.List = append(o.List[:len(o.List):len(o.List)], v)
	}
}

func (m *Machine) receive(f *Frame, st *State, from Value, x *ir.Instr) Value {
	var v Value = m.sym(f, &Sym{Origin: Received, Of: from, Type: x.Type})
	if x.Type == "*"+clientType {
		for _, id := range m.target(f, st, from) {
			if list := st.heap.get(id).List; len(list) > 0 {
				v = join(list...)
			}
		}
	}
	if x.N == 1 {
		return &Tuple{Vals: []Value{v, &Sym{Origin: OK, Of: v}}}
	}
	return v
}
