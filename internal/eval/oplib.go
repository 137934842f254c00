package eval

import "strings"

// This file holds operations that only the rows of third-party libraries name.

// libraryOps are the operations of this file.
var libraryOps = map[string]opFunc{
	"function": (*op).function, "bind": (*op).bind, "merge": (*op).merge,
}

// function returns a function value that has a row of its own: as.
func (o *op) function() Value { return &Fn{Name: o.row.Text("as")} }

// bind makes the variable at an address hold what a flag says: on name.
func (o *op) bind() Value {
	o.m.store(o.f, o.st, o.arg("on"), o.envNamed(o.arg("name")))
	return Nil
}

// envNamed is the value of an environment variable, flag or configuration key.
func (o *op) envNamed(name Value) *Sym {
	if text, ok := IsConst(name); ok {
		return &Sym{Origin: Env, Name: text, Type: "string"}
	}
	return &Sym{Origin: Env, Args: []Value{name}, Type: "string"}
}

// merge makes an object with the properties of all objects given: of and.
func (o *op) merge() Value {
	r, _ := o.make(o.resultType(), structObject)
	for _, name := range []string{"of", "and"} {
		v := o.arg(name)
		if v == nil {
			continue
		}
		parts := []Value{v}
		if o.m.isList(o.st, v) {
			list, all := o.m.list(o.st, v)
			parts = list
			if !all {
				o.st.edit(r.ID).Open = true
			}
		}
		for _, p := range parts {
			o.mergeOne(r.ID, p)
		}
	}
	return r
}

func (o *op) mergeOne(id int, v Value) {
	for _, src := range o.m.target(o.f, o.st, v) {
		from := o.st.heap[src]
		if !from.known() {
			o.st.edit(id).Open = true
		}
		for _, k := range sortedKeys(from.Fields) {
			o.st.set(id, k, from.Fields[k])
		}
	}
}

// isList says whether a value is a slice.
func (m *Machine) isList(st *State, v Value) bool {
	switch v := v.(type) {
	case *Ref:
		return st.heap[v.ID] != nil && st.heap[v.ID].kind == listObject
	case *Sym:
		return strings.HasPrefix(v.Type, "[")
	}
	return IsEmpty(v)
}

// repeats says whether what calls a function may do so again: not when the policies of
// an executor are all in view and none of them retries.
func (o *op) repeats(on Value) bool {
	if on == nil {
		return true
	}
	for _, obj := range o.objects(on) {
		if !obj.known() || retries(obj) {
			return true
		}
	}
	return len(o.objects(on)) == 0
}
