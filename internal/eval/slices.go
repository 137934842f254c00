package eval

import (
	"strings"

	"github.com/auroravet/auroravet/internal/ir"
)

// This file holds what is left of a list or text when a part of it is taken.

// slice is a[low:high]: of a list the list itself, since which part rarely matters here.
func (m *Machine) slice(f *Frame, st *State, a []Value) Value {
	if len(a) == 3 && isText(a[0]) {
		return each(a[0], func(v Value) Value { return sliceText(f, v, a[1], a[2]) })
	}
	if len(a) == 3 && IsEmpty(a[2]) && a[2] != Nil {
		if c, ok := a[2].(*Const); ok && c.Kind == ir.KindInt {
			return each(a[0], func(v Value) Value {
				if r, ok := v.(*Ref); ok && st.heap.get(r.ID) != nil {
					return &Ref{ID: m.copyEmpty(st, r.ID)}
				}
				return v
			})
		}
	}
	if len(a) == 3 && !IsEmpty(a[1]) {
		return each(a[0], func(v Value) Value { return m.tail(st, v, a[1]) })
	}
	return a[0]
}

// tail is a list without its first elements.
func (m *Machine) tail(st *State, v, low Value) Value {
	r, ok := v.(*Ref)
	n, known := low.(*Const)
	if !ok || !known || st.heap.get(r.ID) == nil || int(n.Int) > len(st.heap.get(r.ID).Elements()) {
		s := &Sym{Origin: Derived, Name: "tail", Args: []Value{v, low}}
		if old, isSym := v.(*Sym); isSym {
			s.Type = old.Type
		}
		return s
	}
	rest := st.heap.get(r.ID).Elements()[n.Int:]
	id := m.copyEmpty(st, r.ID)
	st.edit(id).List = rest
	return &Ref{ID: id}
}

// sliceText is text[low:high]. A bound that is not known takes something from the text:
// what is left of it may be anything when nothing tells where it starts or what it is.
func sliceText(f *Frame, v, low, high Value) Value {
	from, okF := bound(low, 0)
	to, okT := bound(high, -1)
	s, whole := IsConst(Parts(v)[0])
	part := &Sym{Origin: Derived, Name: "part", Args: []Value{v, low, high}, Type: "string", Turns: f.running()}
	rest := Parts(v)[1:]
	switch {
	case !whole && (okF || okT) || !okF && okT && strings.Contains(s, "://"):
		return v
	case !whole, !okF, from > len(s):
		return part
	case okT && to >= 0 && to <= len(s):
		if from > to {
			return part
		}
		return Str(s[from:to])
	case okT && to >= 0 && len(rest) == 0:
		return part
	case !okT && len(rest) == 0 && !strings.Contains(s, "://"):
		return part
	}
	return concat(append([]Value{Str(s[from:])}, rest...)...)
}

// bound is a bound of a slice, as far as it is known.
func bound(v Value, absent int) (int, bool) {
	if v == Nil {
		return absent, true
	}
	if c, ok := v.(*Const); ok && (c.Kind == ir.KindInt || c.Kind == ir.KindZero) && c.Int >= 0 {
		return int(c.Int), true
	}
	return 0, false
}

func (m *Machine) copyEmpty(st *State, id int) int {
	o := *st.heap.get(id)
	o.Fields, o.List, o.Size = map[string]Value{}, nil, nil
	*m.ids++
	st.heap.put(*m.ids, &o)
	return *m.ids
}
