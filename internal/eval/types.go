package eval

import (
	"slices"
	"strings"

	"github.com/auroravet/auroravet/internal/ir"
)

// This file holds the types that values have in interfaces, and what asks for them.

// assert narrows an interface value to a type.
func (m *Machine) assert(f *Frame, st *State, v Value, x *ir.Instr) Value {
	var kept []Value
	yes, no := true, true
	for _, a := range Values(v) {
		fits, known := m.fits(st, a, x)
		yes, no = yes && known && fits, no && known && !fits
		if known && !fits {
			continue
		}
		if s, ok := a.(*Sym); ok && (s.Type == "" || s.Type == "any" || s.Type == "interface{}") {
			cp := *s
			cp.Type, cp.k = x.Sym, ""
			a = &cp
		}
		kept = append(kept, a)
	}
	out := join(kept...)
	if out == nil {
		out = Zero
	}
	var ok Value = &Sym{Origin: OK, Of: out}
	if yes != no {
		ok = boolean(yes)
	}
	if x.N == 0 {
		return out
	}
	return &Tuple{Vals: []Value{out, ok}}
}

// boxed gives a text or a hole that becomes an interface value the type whose methods it
// has there.
func boxed(st *State, v Value, typ string) Value {
	if s, ok := v.(*Sym); ok && strings.HasPrefix(typ, "*") {
		st.facts.put(s.key(), true) // an interface that holds a pointer is not nil
	}
	if !isNamed(typ) {
		return v
	}
	return each(v, func(v Value) Value {
		switch x := v.(type) {
		case *Text:
			return &Text{Parts: x.Parts, Type: typ}
		case *Sym:
			if x.Type != "" && !strings.ContainsAny(x.Type, ".*[{(") {
				cp := *x
				cp.Type = typ
				return &cp
			}
		}
		return v
	})
}

// plainText says whether a value is a string, of no type with a name.
func plainText(v Value) bool {
	switch v := v.(type) {
	case *Text:
		return v.Type == ""
	case *Const:
		return v.Kind == ir.KindString && (v.Type == "" || v.Type == "string")
	case *Sym:
		return v.Type == "string"
	}
	return false
}

// fits says whether a value is of the type of an assertion, when its own type is known.
func (m *Machine) fits(st *State, v Value, x *ir.Instr) (fits, known bool) {
	if IsEmpty(v) {
		if c := v.(*Const); c.Type == "" || c.Kind == ir.KindNil {
			return false, true
		}
	}
	want := strings.TrimLeft(x.Sym, "*")
	if len(x.Names) > 0 && plainText(v) {
		return false, true // a string has no methods
	}
	switch v := v.(type) {
	case *Text:
		if v.Type != "" {
			return v.Type == x.Sym, len(x.Names) == 0
		}
		return want == "string", want == "string"
	case *Const:
		if v.Kind == ir.KindString && (v.Type == "" || v.Type == "string") {
			return want == "string", len(x.Names) == 0
		}
		return v.Type == x.Sym, v.Type != "" && len(x.Names) == 0
	case *Ref:
		o := st.heap.get(v.ID)
		if o == nil || o.Type == "" || o.Lazy != nil && o.kind == structObject && m.code.Type(o.Type) == nil {
			return false, false
		}
		if len(x.Names) == 0 {
			return v.typeIn(st) == want, true
		}
		for _, name := range x.Names {
			if !m.hasMethod(v.typeIn(st), name, 0) {
				return false, m.code.Type(o.Type) != nil
			}
		}
		return true, true
	}
	return false, false
}

// hasMethod says whether a type of the program has a method, its own or an embedded type's.
func (m *Machine) hasMethod(typ, name string, depth int) bool {
	if m.code.Method(typ, name) != nil {
		return true
	}
	t := m.code.Type(typ)
	if t == nil || depth > 3 {
		return false
	}
	for _, f := range t.Fields {
		if f.Embedded && (m.hasMethod(strings.TrimLeft(f.Type, "*"), name, depth+1) || m.code.Type(f.Type) == nil) {
			return true
		}
	}
	return false
}

// retyped gives a struct, or a pointer to one, the methods of the type that it is converted to.
func retyped(st *State, v Value, typ string) Value {
	if typ == "" || !isNamed(typ) {
		return v
	}
	return each(v, func(v Value) Value {
		r, ok := v.(*Ref)
		if !ok {
			return v
		}
		o := st.heap.get(r.ID)
		switch {
		case o == nil || o.kind != structObject || r.typeIn(st) == typ:
			return v
		case ir.PlainName(o.Type) == ir.PlainName(typ): // in a function with type parameters
			return &Ref{ID: r.ID}
		case !slices.Contains(o.Also, typ):
			st.edit(r.ID).Also = append(slices.Clip(o.Also), typ)
		}
		return &Ref{ID: r.ID, As: typ}
	})
}

// typeIn is the type whose methods the value has.
func (r *Ref) typeIn(st *State) string {
	if r.As != "" {
		return r.As
	}
	if o := st.heap.get(r.ID); o != nil {
		return o.Type
	}
	return ""
}

// isNamed says whether a type has a name, and so may have methods.
func isNamed(typ string) bool {
	return strings.Contains(typ, ".") && !strings.ContainsAny(typ[:1], "*[")
}

// convert changes the static type of a value; the value stays.
func (m *Machine) convert(st *State, v Value, typ string) Value {
	return each(v, func(v Value) Value {
		switch x := v.(type) {
		case *Ref:
			if o := st.heap.get(x.ID); o != nil && o.kind == listObject && strings.HasPrefix(o.Type, "[") && isNamed(typ) {
				st.edit(x.ID).Type = typ // with its methods
			}
		case *Fn:
			if typ != "" && x.Type == "" {
				return &Fn{Name: x.Name, Free: x.Free, Type: typ, around: x.around}
			}
		case *Const:
			if x.Type == "" || strings.Contains(typ, ".") {
				return &Const{Kind: x.Kind, Str: x.Str, Int: x.Int, Type: typ}
			}
		case *Sym:
			if typ != "" && (x.Type == "" || typ == "string") {
				cp := *x
				cp.Type = typ
				return &cp
			}
		}
		return v
	})
}
