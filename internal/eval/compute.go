package eval

import (
	"slices"
	"strings"

	"github.com/auroravet/auroravet/internal/ir"
)

func sortedKeys[V any](m map[string]V) []string {
	out := make([]string, 0, len(m))
	for k := range m {
		out = append(out, k)
	}
	slices.Sort(out)
	return out
}

// binop computes an operation as far as its operands are known.
func (m *Machine) binop(f *Frame, st *State, op string, a, b Value) Value {
	switch op {
	case "==", "!=":
		if eq, ok := equal(st, a, b); ok {
			return boolean(eq == (op == "=="))
		}
	case "+":
		if isText(a) || isText(b) {
			return concat(a, b)
		}
	}
	if v := compared(op, a, b); v != nil {
		return v
	}
	x, okX := a.(*Const)
	y, okY := b.(*Const)
	if okX && okY && x.Kind != ir.KindOther && y.Kind != ir.KindOther && x.Kind != ir.KindString && y.Kind != ir.KindString {
		if v := arith(op, x.Int, y.Int); v != nil {
			return v
		}
	}
	if okX != okY && (op == "*" || op == "/") && (IsEmpty(a) || IsEmpty(b)) {
		return Zero
	}
	return &Sym{Origin: Derived, Name: op, Args: []Value{a, b}, Turns: f.running()}
}

// compared is how two values compare when each of several that they may be does alike; nil
// when they are one each, or differ in it.
func compared(op string, a, b Value) Value {
	if len(Values(a)) < 2 && len(Values(b)) < 2 {
		return nil
	}
	var out Value
	for _, x := range Values(a) {
		for _, y := range Values(b) {
			p, okP := x.(*Const)
			q, okQ := y.(*Const)
			if !okP || !okQ || p.Kind != ir.KindInt || q.Kind != ir.KindInt {
				return nil
			}
			v, ok := arith(op, p.Int, q.Int).(*Const)
			if !ok || v.Kind != ir.KindBool || out != nil && out.key() != v.key() {
				return nil
			}
			out = v
		}
	}
	return out
}

func isText(v Value) bool {
	switch v := v.(type) {
	case *Text:
		return true
	case *Const:
		return v.Kind == ir.KindString
	case *Sym:
		return v.Type == "string" || v.Origin == Env
	case *Alt:
		return isText(v.Vals[0])
	}
	return false
}

func arith(op string, x, y int64) Value {
	n := func(i int64) Value { return &Const{Kind: ir.KindInt, Int: i} }
	switch op {
	case "+":
		return n(x + y)
	case "-":
		return n(x - y)
	case "*":
		return n(x * y)
	case "/":
		if y != 0 {
			return n(x / y)
		}
	case "<<":
		if y >= 0 && y < 63 {
			return n(x << y)
		}
	case "<":
		return boolean(x < y)
	case "<=":
		return boolean(x <= y)
	case ">":
		return boolean(x > y)
	case ">=":
		return boolean(x >= y)
	}
	return nil
}

// equal says whether two values are the same, when that is known.
func equal(st *State, a, b Value) (eq, known bool) {
	a, b = ownParts(st, a), ownParts(st, b)
	if IsEmpty(b) && filled(st, a) {
		return false, true
	}
	var yes, no bool
	for _, x := range Values(a) {
		for _, y := range Values(b) {
			e, ok := equalOne(st, x, y)
			if !ok {
				return false, false
			}
			yes, no = yes || e, no || !e
		}
	}
	return yes, yes != no
}

func equalOne(st *State, a, b Value) (eq, known bool) {
	if IsEmpty(b) {
		return emptiness(st, a)
	}
	if IsEmpty(a) {
		return emptiness(st, b)
	}
	x, okX := a.(*Const)
	y, okY := b.(*Const)
	switch {
	case okX && okY && x.Kind != ir.KindOther && y.Kind != ir.KindOther:
		return x.Kind == y.Kind && x.Str == y.Str && x.Int == y.Int, true
	case a.key() == b.key():
		return true, true
	}
	_, refX := a.(*Ref)
	_, refY := b.(*Ref)
	return false, refX && refY
}

// emptiness says whether a value is nil, "" or 0, when that is known.
func emptiness(st *State, v Value) (empty, known bool) {
	if IsEmpty(v) {
		return true, true
	}
	if isFull(v) {
		return false, true
	}
	if full, ok := st.facts.find(v.key()); ok {
		return !full, true
	}
	if t, ok := v.(*Text); ok && len(t.Parts) == 1 {
		return emptiness(st, t.Parts[0])
	}
	return false, false
}

// isFull says whether v is known not to be empty.
func isFull(v Value) bool {
	switch v := v.(type) {
	case *Const:
		return v.Kind != ir.KindOther && !IsEmpty(v)
	case *Ref, *Addr, *Fn, *Enc:
		return true
	case *Text:
		for _, p := range v.Parts {
			if isFull(p) {
				return true
			}
		}
	case *Sym:
		if v.Origin == Derived && v.Name == "alter" && len(v.Args) == 1 {
			of, ok := v.Args[0].(*Sym)
			return ok && isFull(of) // another spelling of an identifier
		}
		return v.Origin == Fresh || v.Origin == Derived && strings.HasPrefix(v.Name, "digest")
	}
	return false
}

// learn notes what a condition tells about the path on which it holds or fails.
func learn(st *State, cond Value, holds bool) {
	s, ok := cond.(*Sym)
	if !ok {
		return
	}
	switch {
	case s.Origin == OK:
		note(st, s.Of, holds)
	case s.Origin == Derived && s.Name == "!":
		learn(st, s.Args[0], !holds)
	case s.Origin == Derived && len(s.Args) == 2:
		a, b := s.Args[0], s.Args[1]
		if IsEmpty(a) {
			a, b = b, a
		}
		if !IsEmpty(b) {
			return
		}
		switch s.Name {
		case "==":
			note(st, a, !holds)
		case "!=", ">", "<":
			note(st, a, holds)
		}
	default:
		note(st, s, holds)
	}
}

// note records whether a value is empty; that of a length is that of what is measured.
func note(st *State, v Value, full bool) {
	switch v := v.(type) {
	case *Alt:
		st.facts.put(v.key(), full)
		// The case that is left when all others are empty.
		var rest []Value
		for _, x := range v.Vals {
			if !IsEmpty(x) {
				rest = append(rest, x)
			}
		}
		if len(rest) == 1 && (full || !isFull(rest[0])) {
			note(st, rest[0], full)
		}
	case *Text:
		st.facts.put(v.key(), full)
		for _, p := range v.Parts {
			if !full || len(v.Parts) == 1 {
				note(st, p, full) // a text is empty when all its parts are
			}
		}
	case *Sym:
		st.facts.put(v.key(), full)
		if v.Origin == Derived && (v.Name == "len" || v.Name == "alter") && len(v.Args) == 1 {
			note(st, v.Args[0], full)
		}
	}
}

// refine leaves out the alternatives that a condition on the path has excluded.
func refine(st *State, v Value) Value {
	a, ok := v.(*Alt)
	if !ok || st.facts.root == nil {
		return v
	}
	full, ok := st.facts.find(a.key())
	if !ok {
		return v
	}
	var kept []Value
	for _, x := range a.Vals {
		if empty, known := emptiness(st, x); !known || empty != full {
			kept = append(kept, x)
		}
	}
	if len(kept) == 0 {
		return v
	}
	return join(kept...)
}

func (m *Machine) unop(op string, v Value) Value {
	return each(v, func(v Value) Value {
		if c, ok := v.(*Const); ok {
			switch {
			case op == "!" && (c.Kind == ir.KindBool || c.Kind == ir.KindZero):
				return boolean(c.Int == 0)
			case op == "-":
				return &Const{Kind: ir.KindInt, Int: -c.Int}
			}
		}
		return &Sym{Origin: Derived, Name: op, Args: []Value{v}}
	})
}

// builtin calls a builtin function.
func (m *Machine) builtin(f *Frame, st *State, x *ir.Instr, a []Value) Value {
	switch x.Sym {
	case "len":
		return each(a[0], func(v Value) Value { return m.length(f, st, v) })
	case "append":
		return m.appendTo(f, st, x, a)
	case "min", "max":
		return join(a...)
	case "delete":
		for _, id := range m.target(f, st, a[0]) {
			if name, ok := mapKey(st.heap.get(id), a[1]); ok {
				delete(st.edit(id).Fields, name)
			}
		}
	case "copy":
		for _, id := range m.target(f, st, a[0]) {
			st.edit(id).Open = true
		}
	}
	return m.sym(f, &Sym{Origin: Unknown, Name: x.Sym, Type: x.Type})
}

func (m *Machine) length(f *Frame, st *State, v Value) Value {
	switch v := v.(type) {
	case *Const:
		return &Const{Kind: ir.KindInt, Int: int64(len(v.Str))}
	case *Ref:
		if o := st.heap.get(v.ID); o != nil && o.known() {
			if o.kind == mapObject {
				return &Const{Kind: ir.KindInt, Int: int64(len(o.Fields))}
			}
			if o.Size != nil {
				return o.Size
			}
			return lengths(o.Elements())
		}
	}
	return &Sym{Origin: Derived, Name: "len", Args: []Value{v}}
}

// appendTo returns the list with the elements of the other list (append's arguments
// reach here as a slice).
func (m *Machine) appendTo(f *Frame, st *State, x *ir.Instr, a []Value) Value {
	r := m.newObject(f, st, x.Type, x.Pos, listObject)
	out := st.edit(r.ID)
	for _, v := range a {
		if IsEmpty(v) {
			continue
		}
		if alt, ok := v.(*Alt); ok {
			if list, ok := m.settled(st, alt); ok {
				out.List = append(out.List, list...)
				continue
			}
		}
		ref, ok := m.kept(st, v).(*Ref)
		var o *Object
		if ok {
			o = st.heap.get(ref.ID)
		}
		if o != nil {
			out.List = append(out.List, o.Elements()...)
		}
		if o == nil || !o.known() {
			// What is not known of the list stands in it as one hole.
			out.List = append(out.List, m.sym(f, &Sym{Origin: Received, Of: v}))
		}
	}
	return r
}

// list returns the elements of a slice value and whether these are all.
func (m *Machine) list(st *State, v Value) ([]Value, bool) {
	if IsEmpty(v) {
		return nil, true
	}
	r, ok := m.kept(st, v).(*Ref)
	if !ok || st.heap.get(r.ID) == nil {
		return nil, false
	}
	o := st.heap.get(r.ID)
	return o.Elements(), o.known()
}

// kept is a list that a field or variable always holds, where the value is a hole for what it holds; else it
// is the value.
func (m *Machine) kept(st *State, v Value) Value {
	if s, ok := v.(*Sym); ok {
		if r, ok := m.resolve(st, s).(*Ref); ok && st.heap.get(r.ID) != nil && st.heap.get(r.ID).kind == listObject {
			return r
		}
	}
	return v
}

// words that SSA puts around synthetic functions.
const (
	boundSuffix = "$bound"
	thunkSuffix = "$thunk"
)

func plainName(name string) (string, bool) {
	if n, ok := strings.CutSuffix(name, boundSuffix); ok {
		return n, true
	}
	n, _ := strings.CutSuffix(name, thunkSuffix)
	return n, false
}
