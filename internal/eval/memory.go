package eval

import (
	"maps"
	"strconv"
	"strings"

	"github.com/auroravet/auroravet/internal/httplib"
	"github.com/auroravet/auroravet/internal/ir"
)

func (m *Machine) globalAddr(st *State, c ir.Const) Value {
	s := &Sym{Origin: GlobalSym, Name: c.Str, Type: c.Type, Summed: true}
	if c.Int == 1 {
		v := m.materialize(nil, st, s)
		if r, ok := v.(*Ref); ok && st.heap.get(r.ID).Lazy == s {
			st.edit(r.ID).Global = c.Str // what a pointer in a variable points to is another object
		}
		return v
	}
	k := "&" + s.key()
	if v, ok := st.syms.find(k); ok {
		return v
	}
	*m.ids++
	st.heap.put(*m.ids, &Object{Type: c.Type, Fields: map[string]Value{"*": s}, kind: cellObject})
	a := &Addr{ID: *m.ids, Field: "*", Type: c.Type, name: c.Str}
	st.syms.put(k, a)
	return a
}

// field returns the value of a field of an object: what is stored, what a hole's field
// is, or the zero value.
func (m *Machine) field(st *State, id int, name, typ string) Value {
	o := st.heap.get(id)
	if o == nil {
		return &Sym{Origin: Unknown, Name: name, Type: typ}
	}
	if name == httplib.Self {
		return &Ref{ID: id}
	}
	if v, ok := o.Fields[name]; ok {
		return v
	}
	switch {
	case o.given && strings.HasPrefix(typ, "[]"):
		return Zero // options that exist and that nobody in view gives are not given
	case o.Lazy != nil:
		return &Sym{Origin: FieldSym, Name: name, Of: o.Lazy, Type: typ, Summed: o.Lazy.Summed}
	case o.Made || o.Open || o.Type == urlType && o.Fields[rawProp] != nil:
		return o.hole(id, name, typ)
	}
	return Zero
}

// sub returns the object of a field that is itself a struct, making it when it is first named.
func (m *Machine) sub(f *Frame, st *State, id int, x *ir.Instr) Value {
	o := st.heap.get(id)
	if v, ok := o.Fields[x.Sym]; ok {
		if hasRef(v) {
			return v
		}
	}
	cp := &Object{Type: x.Type, Site: o.Site, Fields: map[string]Value{}, Open: o.Open, kind: structObject}
	if o.Lazy == nil {
		cp.within = o.hole(id, x.Sym, x.Type)
	} else {
		cp.Lazy = &Sym{Origin: FieldSym, Name: x.Sym, Of: o.Lazy, Type: x.Type, Summed: o.Lazy.Summed}
		if v := m.resolve(st, cp.Lazy); v != nil && hasRef(v) {
			st.set(id, x.Sym, v)
			return v
		}
	}
	*m.ids++
	st.heap.put(*m.ids, cp)
	r := &Ref{ID: *m.ids}
	st.set(id, x.Sym, r)
	return r
}

func hasRef(v Value) bool {
	for _, x := range Values(v) {
		if _, ok := x.(*Ref); ok {
			return true
		}
	}
	return false
}

func (m *Machine) fieldAddr(f *Frame, st *State, v Value, x *ir.Instr) Value {
	ids := m.target(f, st, v)
	var out []Value
	for _, id := range ids {
		if x.N == 1 {
			out = append(out, m.sub(f, st, id, x))
		} else {
			out = append(out, &Addr{ID: id, Field: httplib.Field(st.heap.get(id).Type, x.Sym), Type: x.Type})
		}
	}
	if r := join(out...); r != nil {
		return r
	}
	return m.sym(f, &Sym{Origin: Unknown, Name: x.Sym, Type: "*" + x.Type})
}

func (m *Machine) fieldOf(f *Frame, st *State, v Value, x *ir.Instr) Value {
	if IsEmpty(v) {
		return Zero
	}
	var out []Value
	for _, id := range m.target(f, st, v) {
		if x.N == 1 {
			out = append(out, m.sub(f, st, id, x))
		} else {
			out = append(out, m.field(st, id, httplib.Field(st.heap.get(id).Type, x.Sym), x.Type))
		}
	}
	if r := join(out...); r != nil {
		return r
	}
	return m.sym(f, &Sym{Origin: Unknown, Name: x.Sym, Type: x.Type})
}

func (m *Machine) indexAddr(f *Frame, st *State, v, index Value, x *ir.Instr) Value {
	if IsEmpty(v) {
		return nil // nothing is in an empty list: the path is not taken with it
	}
	for _, id := range m.target(f, st, v) {
		o := st.heap.get(id)
		i, known := index.(*Const)
		known = known && i.Int >= 0
		key := "[?]"
		if known {
			key = strconv.FormatInt(i.Int, 10)
		}
		if known && int(i.Int) < len(o.List) && o.Fields[key] == nil {
			st.set(id, key, o.List[i.Int])
		}
		if all := o.structs(); !known && len(all) > 0 {
			return join(all...) // one of the elements
		}
		if x.N == 1 {
			return m.sub(f, st, id, &ir.Instr{Sym: key, Type: x.Type})
		}
		return &Addr{ID: id, Field: key, Type: x.Type}
	}
	return m.sym(f, &Sym{Origin: Received, Of: v, Type: "*" + x.Type})
}

// element returns an element of a list or array: one of all when the index is not known.
func (m *Machine) element(f *Frame, st *State, v, index Value, typ string) Value {
	if b := byteAt(v, index); b != nil {
		return b
	}
	var out []Value
	for _, id := range m.target(f, st, v) {
		out = append(out, m.elements(f, st, id, index, typ))
	}
	if r := join(out...); r != nil {
		return r
	}
	return m.sym(f, &Sym{Origin: Received, Of: v, Type: typ})
}

// byteAt returns the byte of a text whose start is known; nil for another value.
func byteAt(v, index Value) Value {
	i, ok := index.(*Const)
	s, isText := IsConst(Parts(v)[0])
	if !ok || !isText || i.Kind != ir.KindInt || i.Int < 0 || int(i.Int) >= len(s) {
		return nil
	}
	return &Const{Kind: ir.KindInt, Int: int64(s[i.Int])}
}

func (m *Machine) elements(f *Frame, st *State, id int, index Value, typ string) Value {
	o := st.heap.get(id)
	if o == nil {
		return m.sym(f, &Sym{Origin: Received, Type: typ})
	}
	if c, ok := index.(*Const); ok && c.Int >= 0 {
		if v, ok := o.Fields[strconv.FormatInt(c.Int, 10)]; ok {
			return v
		}
		if int(c.Int) < len(o.List) {
			return o.List[c.Int]
		}
		if o.Lazy != nil {
			return &Sym{Origin: ElemSym, Name: strconv.FormatInt(c.Int, 10), Of: o.Lazy, Type: typ, Summed: o.Lazy.Summed}
		}
	}
	all := o.Elements()
	if len(all) > 0 && o.known() {
		return join(all...)
	}
	s := &Sym{Origin: Received, Type: typ}
	if o.Lazy != nil {
		s.Of = o.Lazy
	}
	return join(append(all, m.sym(f, s))...)
}

// Elements returns the known elements of a list in order.
func (o *Object) Elements() []Value {
	if o.List != nil {
		return o.List
	}
	var out []Value
	for i := 0; ; i++ {
		v, ok := o.Fields[strconv.Itoa(i)]
		if !ok {
			return out
		}
		out = append(out, v)
	}
}

// structs returns the elements of a list that are structs.
func (o *Object) structs() []Value {
	var out []Value
	for _, v := range o.List {
		if _, ok := v.(*Ref); ok {
			out = append(out, v)
		}
	}
	for _, k := range sortedKeys(o.Fields) {
		if _, err := strconv.Atoi(k); err == nil {
			if v, ok := o.Fields[k].(*Ref); ok {
				out = append(out, v)
			}
		}
	}
	return out
}

func (m *Machine) load(f *Frame, st *State, v Value, x *ir.Instr) Value {
	switch v := v.(type) {
	case *Addr:
		o := st.heap.get(v.ID)
		if o == nil {
			break
		}
		if v.Field == "[?]" || o.kind == listObject {
			var idx Value = &Sym{}
			if n, err := strconv.ParseInt(v.Field, 10, 64); err == nil {
				idx = &Const{Kind: ir.KindInt, Int: n}
			}
			return m.elements(f, st, v.ID, idx, x.Type)
		}
		m.furnish(f, st, v, x)
		return named(m.field(st, v.ID, v.Field, x.Type), Site{Frame: f, Pos: x.Pos, Instr: x})
	case *Ref:
		if x.N == 1 {
			return each(m.copyStruct(f, st, v.ID, x.Pos), func(cp Value) Value { return retyped(st, cp, v.As) })
		}
		return v
	case *Sym:
		if x.N == 1 {
			for _, id := range m.target(f, st, v) {
				return m.copyStruct(f, st, id, x.Pos)
			}
		}
		return &Sym{Origin: ElemSym, Name: "*", Of: v, Type: x.Type, Summed: v.Summed, Turns: v.Turns}
	case *Const:
		return Zero
	}
	return m.sym(f, &Sym{Origin: Unknown, Type: x.Type})
}

// named notes where a package variable was named, unless it was named before.
func named(v Value, at Site) Value {
	return each(v, func(v Value) Value {
		if s, ok := v.(*Sym); ok && s.Origin == GlobalSym && s.Site.Frame == nil {
			cp := *s
			cp.Site = at
			return &cp
		}
		return v
	})
}

// copyStruct copies a struct value with the structs inside it.
func (m *Machine) copyStruct(f *Frame, st *State, id, pos int) Value {
	o := st.heap.get(id)
	if o == nil {
		return m.sym(f, &Sym{Origin: Unknown})
	}
	cp := *o
	cp.Fields, cp.Copied, cp.Global = maps.Clone(o.Fields), true, ""
	*m.ids++
	nid := *m.ids
	st.heap.put(nid, &cp)
	for name, v := range cp.Fields {
		r, ok := v.(*Ref)
		if sub := st.heap.get(refID(r)); ok && sub != nil && sub.kind == structObject && m.embedsValue(cp.Type, name, r.typeIn(st)) {
			cp.Fields[name] = retyped(st, m.copyStruct(f, st, r.ID, pos), r.As)
		}
	}
	return &Ref{ID: nid}
}

func refID(r *Ref) int {
	if r == nil {
		return -1
	}
	return r.ID
}

// embedsValue says whether a field that has a struct of a type holds it itself, not a pointer to
// it, as an interface does.
func (m *Machine) embedsValue(typ, field, held string) bool {
	t := m.code.Type(typ)
	if t == nil {
		return false
	}
	for _, f := range t.Fields {
		if f.Name == field {
			return f.Type == held || m.code.Type(f.Type) != nil && !strings.HasPrefix(f.Type, "*")
		}
	}
	return false
}

func (m *Machine) store(f *Frame, st *State, addr, v Value) {
	targets := Values(addr)
	for _, a := range targets {
		switch a := a.(type) {
		case *Addr:
			if st.heap.get(a.ID) == nil {
				continue
			}
			nv := v
			if len(targets) > 1 {
				nv = join(st.heap.get(a.ID).Fields[a.Field], v)
			}
			st.set(a.ID, a.Field, nv)
		case *Ref:
			m.assign(f, st, a.ID, v)
		}
	}
}

// remake notes that a copy of a client becomes another client where its timeout is taken away.
func remake(f *Frame, st *State, x *ir.Instr, addr, v Value) {
	a, ok := addr.(*Addr)
	if !ok || a.Field != "Timeout" || !IsEmpty(v) {
		return
	}
	if o := st.heap.get(a.ID); o != nil && o.Type == clientType && o.Copied && o.Fields[a.Field] != nil && !IsEmpty(o.Fields[a.Field]) {
		st.edit(a.ID).Site = Site{Frame: f, Pos: x.Pos, Instr: x}
	}
}

// assign copies a struct value into the variable that holds one.
func (m *Machine) assign(f *Frame, st *State, id int, v Value) {
	dst := st.heap.get(id)
	if dst == nil {
		return
	}
	vals := filledFirst(st, Values(v))
	for i, x := range vals {
		switch x := x.(type) {
		case *Ref:
			if src := st.heap.get(x.ID); src != nil {
				cp := *src
				cp.Type, cp.Fields, cp.Copied, cp.Global = x.typeIn(st), maps.Clone(src.Fields), true, dst.Global
				if cp.Site.Pos == 0 { // a copy of what is given
					cp.Site = dst.Site
				}
				st.heap.put(id, st.anyOf(id, &cp, vals[i+1:]))
			}
			return
		case *Sym:
			if ids := m.target(f, st, x); len(ids) > 0 {
				m.assign(f, st, id, &Ref{ID: ids[0]})
			}
			return
		}
	}
	o := st.edit(id)
	o.Fields, o.Lazy, o.Open = map[string]Value{}, nil, false
}
