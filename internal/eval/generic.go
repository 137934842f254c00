package eval

import (
	"strings"

	"github.com/auroravet/auroravet/internal/ir"
)

// This file gives what a generic function returns the types that its call says.

// asCalled gives holes whose type is a type parameter, and variables of such a type, the type that
// the call has in its place.
func (m *Machine) asCalled(f *Frame, st *State, v Value, typ string) Value {
	t, ok := v.(*Tuple)
	if !ok {
		return each(v, func(v Value) Value { return m.instantiated(f, st, v, typ) })
	}
	types := splitTypes(typ)
	if len(types) != len(t.Vals) {
		return v
	}
	out := &Tuple{}
	for i, v := range t.Vals {
		out.Vals = append(out.Vals, each(v, func(v Value) Value { return m.instantiated(f, st, v, types[i]) }))
	}
	return out
}

func (m *Machine) instantiated(f *Frame, st *State, v Value, typ string) Value {
	switch v := v.(type) {
	case *Sym:
		if v.Type == typ || !ir.OfParameter(v.Type) {
			return v
		}
		if v.Origin == Result && m.code.Type(typ) != nil {
			return m.read(f, st, v, typ)
		}
		cp := *v
		cp.Type = typ
		return &cp
	case *Addr:
		o, elem := st.heap.get(v.ID), strings.TrimPrefix(typ, "*")
		if o == nil || o.kind != cellObject || elem == typ || !ir.OfParameter(o.Type) || m.code.Type(elem) == nil {
			return v
		}
		within := &Object{Type: elem, Site: o.Site, Fields: map[string]Value{}, kind: structObject}
		st.heap.put(v.ID, within)
		m.assign(f, st, v.ID, m.instantiated(f, st, o.Fields["*"], elem))
		return &Ref{ID: v.ID}
	}
	return v
}

// read is the struct that another function, which is not in view, has filled.
func (m *Machine) read(f *Frame, st *State, s *Sym, typ string) *Ref {
	r := m.newObject(f, st, typ, 0, structObject)
	cp := *s
	cp.Type = typ
	o := st.edit(r.ID)
	o.within, o.Open = &cp, true
	return r
}
