package eval

import (
	"net/textproto"
	"strings"

	"github.com/auroravet/auroravet/internal/ir"
)

// This file holds maps: HTTP headers, JSON objects, tables.

// headerKey writes a constant map key as HTTP headers are compared: net/http canonicalises
// what Set and Add are given, and a server does so with the rest (RFC 9110, section 5.1).
func headerKey(s string) string { return textproto.CanonicalMIMEHeaderKey(s) }

func mapKey(o *Object, k Value) (string, bool) {
	s, ok := k.(*Const)
	if !ok {
		return "", false
	}
	if o.Type == "net/http.Header" || o.Type == "map[string][]string" {
		return headerKey(s.text()), true
	}
	return s.text(), true
}

func (m *Machine) mapUpdate(f *Frame, st *State, mv, k, v Value) {
	ids := m.target(f, st, mv)
	for _, id := range ids {
		name, ok := mapKey(st.heap.get(id), k)
		if !ok {
			// The entry is found again under the same hole; under others it may be.
			o := st.edit(id)
			o.Open, o.Fields[holeKey(k)] = true, v
			continue
		}
		if len(ids) > 1 {
			old, had := st.heap.get(id).Fields[name]
			st.set(id, name, join(old, v))
			if !had {
				st.edit(id).maybe(name)
			}
			continue
		}
		st.set(id, name, v)
	}
}

// holeKey is the name of a map entry under a key that is not known.
func holeKey(k Value) string { return "\x00" + k.key() }

// lookup reads a map entry.
func (m *Machine) lookup(f *Frame, st *State, mv, k Value, x *ir.Instr) Value {
	typ := x.Type
	if x.N == 1 {
		typ = strings.TrimSuffix(strings.TrimPrefix(typ, "("), ", bool)")
		typ = typ[strings.LastIndex(typ, " ")+1:]
	}
	var vals []Value
	missing := IsEmpty(mv)
	for _, id := range m.target(f, st, mv) {
		v, absent := m.entry(f, st, id, k, typ)
		vals = append(vals, v)
		missing = missing || absent
	}
	out := join(vals...)
	if out == nil {
		out = Zero
		if _, isConst := mv.(*Const); !isConst {
			out = m.sym(f, &Sym{Origin: ElemSym, Of: mv, Type: typ})
		}
	}
	if x.N == 0 {
		return out
	}
	switch {
	case IsEmpty(out) && missing:
		return &Tuple{Vals: []Value{Zero, boolean(false)}}
	case !missing && isFull(out):
		return &Tuple{Vals: []Value{out, boolean(true)}}
	}
	return &Tuple{Vals: []Value{out, &Sym{Origin: OK, Of: out}}}
}

// entry returns a map entry's value and whether it may be missing.
func (m *Machine) entry(f *Frame, st *State, id int, k Value, typ string) (Value, bool) {
	o := st.heap.get(id)
	name, ok := mapKey(o, k)
	if v, has := o.Fields[holeKey(k)]; has && !ok {
		return v, o.Maybe[holeKey(k)]
	}
	if ok {
		if v, has := o.Fields[name]; has {
			return v, o.Maybe[name]
		}
		if o.known() {
			return Zero, true
		}
		if o.Lazy != nil {
			return &Sym{Origin: ElemSym, Name: name, Of: o.Lazy, Type: typ, Summed: o.Lazy.Summed}, true
		}
	}
	vals := []Value{}
	for _, n := range sortedKeys(o.Fields) {
		vals = append(vals, o.Fields[n])
	}
	if !o.known() || len(vals) == 0 {
		s := &Sym{Origin: ElemSym, Args: []Value{k}, Type: typ}
		if o.Lazy != nil {
			s.Of = o.Lazy
		}
		vals = append(vals, s)
	}
	return join(vals...), true
}
