package eval

import (
	"slices"
	"strconv"
	"strings"

	"github.com/auroravet/auroravet/internal/ir"
)

// instr executes one instruction that does not direct control.
func (m *Machine) instr(f *Frame, st *State, x *ir.Instr) Value {
	a := f.values(m, st, x.Args)
	switch x.Op {
	case ir.Alloc:
		return m.alloc(f, st, x)
	case ir.FieldAddr:
		return each(a[0], func(v Value) Value { return m.fieldAddr(f, st, v, x) })
	case ir.FieldOf:
		return each(a[0], func(v Value) Value { return m.fieldOf(f, st, v, x) })
	case ir.IndexAddr:
		return each(m.holding(f, st, a[0], a[1]), func(v Value) Value { return m.indexAddr(f, st, v, a[1], x) })
	case ir.Index:
		return each(m.holding(f, st, a[0], a[1]), func(v Value) Value { return m.element(f, st, v, a[1], x.Type) })
	case ir.Load:
		return each(a[0], func(v Value) Value { return m.load(f, st, v, x) })
	case ir.Store:
		remake(f, st, x, a[0], a[1])
		m.store(f, st, a[0], a[1])
		noteStore(f, st, x, a[0])
	case ir.Lookup:
		return m.lookup(f, st, a[0], a[1], x)
	case ir.MapUpdate:
		m.mapUpdate(f, st, a[0], a[1], a[2])
	case ir.Call, ir.Invoke, ir.Builtin:
		return m.call(f, st, x, a)
	case ir.Closure:
		return &Fn{Name: x.Sym, Free: a, around: f}
	case ir.Extract:
		return m.extract(f, a[0], x)
	case ir.Assert:
		return m.assert(f, st, a[0], x)
	case ir.Convert:
		return m.convert(st, retyped(st, a[0], strings.TrimLeft(x.Sym, "*")), x.Sym)
	case ir.Iface:
		return m.convert(st, boxed(st, a[0], x.Sym), x.Sym)
	case ir.BinOp:
		return m.binop(f, st, x.Sym, a[0], a[1])
	case ir.UnOp:
		return m.unop(x.Sym, a[0])
	case ir.Slice:
		return m.slice(f, st, a)
	case ir.MakeMap:
		return m.newObject(f, st, x.Sym, x.Pos, mapObject)
	case ir.MakeSlice:
		return m.makeSlice(f, st, x, a[0])
	case ir.MakeChan:
		return m.newObject(f, st, x.Sym, x.Pos, listObject)
	case ir.Send:
		m.sendTo(f, st, x, a[0], a[1], x.Type)
	case ir.Recv:
		return m.received(f, st, a[0], x)
	case ir.Range:
		return m.rangeOver(f, st, a[0])
	case ir.Next:
		return m.next(f, st, a[0])
	case ir.Select:
		return m.choose(f, st, x, a)
	}
	return m.sym(f, &Sym{Origin: Unknown, Type: x.Type})
}

// sym gives a new hole its identity and the loops that run when it comes to be.
func (m *Machine) sym(f *Frame, s *Sym) *Sym {
	*m.ids++
	s.id = *m.ids
	s.Turns = f.running()
	return s
}

func (m *Machine) newObject(f *Frame, st *State, typ string, pos int, kind objectKind) *Ref {
	*m.ids++
	st.heap.put(*m.ids, &Object{
		Type: typ, Site: Site{Frame: f, Pos: pos}, Fields: map[string]Value{}, kind: kind,
	})
	return &Ref{ID: *m.ids}
}

func (m *Machine) alloc(f *Frame, st *State, x *ir.Instr) Value {
	if x.N == 1 {
		kind := structObject
		if strings.HasPrefix(x.Sym, "[") {
			kind = listObject
		}
		r := m.newObject(f, st, x.Sym, x.Pos, kind)
		o := st.heap.get(r.ID)
		o.Site.Instr, o.Size = x, arraySize(x.Sym)
		return r
	}
	r := m.newObject(f, st, x.Sym, x.Pos, cellObject)
	return &Addr{ID: r.ID, Field: "*", Type: x.Sym}
}

// makeSlice makes a slice of a length, of which no element is known.
func (m *Machine) makeSlice(f *Frame, st *State, x *ir.Instr, size Value) Value {
	r := m.newObject(f, st, x.Sym, x.Pos, listObject)
	if !IsEmpty(size) {
		st.edit(r.ID).Size = size
	}
	return r
}

// arraySize is the length of an array type, nil for another type and for an array without elements.
func arraySize(typ string) Value {
	digits, _, ok := strings.Cut(strings.TrimPrefix(typ, "["), "]")
	n, err := strconv.ParseInt(digits, 10, 64)
	if !ok || err != nil || n == 0 {
		return nil
	}
	return &Const{Kind: ir.KindInt, Int: n}
}

// target returns the objects that a pointer or value points to, making one for a hole.
func (m *Machine) target(f *Frame, st *State, v Value) []int {
	var out []int
	for _, x := range Values(v) {
		switch x := x.(type) {
		case *Ref:
			// A value that another path made may have no object on this one.
			if st.heap.get(x.ID) != nil {
				out = append(out, x.ID)
			}
		case *Sym:
			for _, y := range Values(m.materialize(f, st, x)) {
				if r, ok := y.(*Ref); ok {
					out = append(out, r.ID)
				}
			}
		case *Addr:
			// The address of a variable that holds a struct pointer is not a struct.
		}
	}
	return out
}

// materialize returns the object that a hole points to: what the packages in view
// store there, or an object whose contents are holes.
func (m *Machine) materialize(f *Frame, st *State, s *Sym) Value {
	k := s.key()
	if v, ok := st.syms.find(k); ok {
		return v
	}
	if v := m.resolve(st, s); v != nil {
		var refs []Value
		for _, x := range Values(v) {
			if r, ok := x.(*Ref); ok {
				refs = append(refs, r)
			} else if in, ok := x.(*Sym); ok && in.Summed && in.Wired {
				refs = append(refs, m.materialize(f, st, in))
			}
		}
		if len(refs) > 0 {
			out := join(refs...)
			st.syms.put(k, out)
			return out
		}
	}
	*m.ids++
	st.heap.put(*m.ids, &Object{Type: strings.TrimLeft(s.Type, "*"), Site: Site{Frame: f}, Fields: map[string]Value{}, Lazy: s, kind: kindOf(s.Type)})
	r := &Ref{ID: *m.ids}
	st.syms.put(k, r)
	return r
}

func kindOf(typ string) objectKind {
	switch {
	case strings.HasPrefix(typ, "map["), typ == "net/http.Header", typ == "net/url.Values":
		return mapObject
	case strings.HasPrefix(typ, "["):
		return listObject
	}
	return structObject
}

// resolve looks a hole up in what the packages in view store; nil when they do not say.
func (m *Machine) resolve(st *State, s *Sym) Value {
	if m.stored == nil || !s.Summed {
		return nil
	}
	v, heap := m.stored.Lookup(s)
	if v == nil {
		return nil
	}
	m.adopt(st, v, heap)
	return v
}

// resolved looks a hole up until no hole is left that something is stored for: a variable
// that is filled when it is first read may hold itself.
func (m *Machine) resolved(st *State, s *Sym) Value {
	first := m.resolve(st, s)
	if first == nil {
		return nil
	}
	seen := map[string]bool{s.key(): true}
	var out []Value
	todo := slices.Clone(Values(first))
	for i := 0; i < len(todo); i++ {
		h, ok := todo[i].(*Sym)
		if !ok {
			out = append(out, todo[i])
			continue
		}
		if seen[h.key()] {
			continue
		}
		seen[h.key()] = true
		if v := m.resolve(st, h); v != nil {
			todo = append(todo, Values(v)...)
		} else {
			out = append(out, h)
		}
	}
	return join(out...)
}

// adopt brings the objects that a value reaches into the memory of the run.
func (m *Machine) adopt(st *State, v Value, heap map[int]*Object) {
	switch v := v.(type) {
	case *Ref:
		if st.heap.get(v.ID) != nil || heap[v.ID] == nil {
			return
		}
		o := heap[v.ID]
		if o.Lazy != nil && o.Lazy.Origin == Param {
			cp := *o
			cp.given = true
			o = &cp
		}
		st.heap.put(v.ID, o)
		for _, x := range o.Fields {
			m.adopt(st, x, heap)
		}
		for _, x := range o.List {
			m.adopt(st, x, heap)
		}
	case *Addr:
		m.adopt(st, &Ref{ID: v.ID}, heap)
	case *Alt:
		for _, x := range v.Vals {
			m.adopt(st, x, heap)
		}
	case *Fn:
		for _, x := range v.Free {
			m.adopt(st, x, heap)
		}
	case *Enc:
		m.adopt(st, v.Of, heap)
	case *Text:
		for _, x := range v.Parts {
			m.adopt(st, x, heap)
		}
	}
}

func (m *Machine) extract(f *Frame, v Value, x *ir.Instr) Value {
	return each(v, func(v Value) Value {
		switch v := v.(type) {
		case *Tuple:
			if x.N < len(v.Vals) {
				return v.Vals[x.N]
			}
		case *Sym:
			return &Sym{Origin: ElemSym, Name: "result " + string(rune('0'+x.N)), Of: v, Type: x.Type, Turns: v.Turns}
		}
		return m.sym(f, &Sym{Origin: Unknown, Type: x.Type})
	})
}
