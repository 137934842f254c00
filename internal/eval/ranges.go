package eval

import (
	"slices"
	"strings"
)

// This file holds loops over maps.

// mayBeMissing names the condition under which a loop goes on to an entry that is missing on some path.
const mayBeMissing = "entry"

// rangeOver makes an iterator.
func (m *Machine) rangeOver(f *Frame, st *State, v Value) Value {
	r := m.newObject(f, st, "iterator", 0, structObject)
	o := st.edit(r.ID)
	o.Fields["over"] = v
	ids := m.target(f, st, v)
	for _, id := range ids {
		over := st.heap.get(id)
		if over.kind != mapObject {
			continue
		}
		if len(ids) > 1 { // the entries of one of several maps
			o.Open = o.Open || !plain(over, f.Fn.Generated)
			continue
		}
		var maybe []Value // after the others: the loop may end before each of them
		for _, k := range sortedKeys(over.Fields) {
			v := m.valueList(f, st, over, over.Fields[k])
			switch {
			case strings.HasPrefix(k, "\x00"):
				o.Open = o.Open || !f.Fn.Generated
			case over.Maybe[k]:
				maybe = append(maybe, &Tuple{Vals: []Value{m.sym(f, &Sym{Origin: Unknown, Name: mayBeMissing}), Str(k), v}})
			default:
				o.List = append(o.List, &Tuple{Vals: []Value{boolean(true), Str(k), v}})
			}
		}
		o.List = append(o.List, maybe...)
		if !over.known() && !(f.Fn.Generated && unset(over)) {
			o.Open = true
		}
	}
	if len(ids) == 0 && !IsEmpty(v) {
		o.Open = true
	}
	return r
}

// plain says whether a map holds no more than headers that no key is in. In a generated
// client what a method puts in under any name is told where the method is called.
func plain(o *Object, generated bool) bool {
	for k := range o.Fields {
		if !slices.Contains(plainHeaders, headerKey(k)) && !(generated && strings.HasPrefix(k, "\x00")) {
			return false
		}
	}
	return o.known() || generated && o.Lazy != nil && o.Lazy.Origin == FieldSym
}

// plainHeaders are the usual headers of a client.
var plainHeaders = []string{"Accept", "Accept-Encoding", "Accept-Language", "Authorization", "Content-Type", "User-Agent"}

// unset says whether a map is one of settings that nobody in view has put anything into:
// the default headers of a generated client that is handed in.
func unset(o *Object) bool {
	return o.Lazy != nil && o.Lazy.Origin == FieldSym && len(o.Fields) == 0
}

// valueList gives the value of a header the form that the map has: a list of strings.
func (m *Machine) valueList(f *Frame, st *State, over *Object, v Value) Value {
	if over.Type != "net/http.Header" && over.Type != "net/url.Values" {
		return v
	}
	if _, ok := v.(*Ref); ok {
		return v
	}
	r := m.newObject(f, st, "[]string", 0, listObject)
	st.edit(r.ID).List = []Value{v}
	return r
}

// next returns the iterator's next (ok, key, value).
func (m *Machine) next(f *Frame, st *State, it Value) Value {
	r, ok := it.(*Ref)
	if !ok {
		return m.sym(f, &Sym{Origin: Received})
	}
	o := st.heap.get(r.ID)
	if len(o.List) > 0 {
		cp := st.edit(r.ID)
		cp.List = o.List[1:]
		return o.List[0]
	}
	if !o.Open {
		return &Tuple{Vals: []Value{boolean(false), Zero, Zero}}
	}
	over := o.Fields["over"]
	return &Tuple{Vals: []Value{
		m.sym(f, &Sym{Origin: Unknown, Name: "more"}),
		m.sym(f, &Sym{Origin: Received, Name: "key", Of: over}),
		m.sym(f, &Sym{Origin: Received, Name: "value", Of: over}),
	}}
}
