package eval

import (
	"slices"
	"strings"

	"github.com/auroravet/auroravet/internal/httplib"
	"github.com/auroravet/auroravet/internal/ir"
)

// call executes a call instruction.
func (m *Machine) call(f *Frame, st *State, x *ir.Instr, a []Value) Value {
	if x.Op == ir.Builtin {
		return m.builtin(f, st, x, a)
	}
	if x.N == 2 {
		f.deferCall(x, a)
		return Nil
	}
	return m.callNow(site{f: f, st: st, x: x}, a)
}

func (m *Machine) callNow(c site, a []Value) Value {
	x := c.x
	if x.Op == ir.Invoke {
		return m.invoke(c, a)
	}
	if x.Sym != "" {
		return m.callNamed(c, x.Sym, a[1:])
	}
	return m.callValue(c, a[0], a[1:], nil)
}

// site is a call in a run.
type site struct {
	f  *Frame
	st *State
	x  *ir.Instr
}

// callNamed calls a function by its name: a row says what it does, or its body is run.
func (m *Machine) callNamed(c site, name string, args []Value) Value {
	if v := m.asked(c, name, args); v != nil {
		return v
	}
	if row := httplib.Lookup(name); row != nil {
		return m.do(c, row, args)
	}
	if fn := m.code.Func(name); fn != nil && len(fn.Blocks) > 0 {
		return m.enter(c, fn, args, nil)
	}
	if plain, _ := plainName(name); plain != name {
		return m.callNamed(c, plain, args)
	}
	return m.unknownCall(c, name, args)
}

// callValue calls a function value with further turns running.
func (m *Machine) callValue(c site, fv Value, args []Value, turns []Turn) Value {
	var results []Value
	var states []*State
	fns, all := m.functions(c.st, fv)
	base := c.st
	for _, fn := range fns {
		st := base.clone()
		results = append(results, m.callFn(site{c.f, st, c.x}, fn, args, turns))
		states = append(states, st)
	}
	if !all || len(fns) == 0 {
		st := base.clone()
		name := ""
		if callee, ok := fv.(*Sym); ok {
			name = callee.Name
		}
		m.mayPause(site{c.f, st, c.x}, "."+name, args)
		out := m.unknownNamed(site{c.f, st, c.x}, "", args, authorizes(name))
		nameResult(out, name)
		results, states = append(results, out), append(states, st)
	}
	*c.st = *joinStates(states)
	return join(results...)
}

// nameResult names the hole that a call made by the variable that was called.
func nameResult(v Value, name string) {
	switch v := v.(type) {
	case *Sym:
		v.Name, v.k = name, ""
	case *Tuple:
		for _, x := range v.Vals {
			if s, ok := x.(*Sym); ok && s.Of != nil {
				nameResult(s.Of, name)
				s.k = ""
				return
			}
		}
	}
}

// functions returns the function values that a value may be, and whether it can be no other.
func (m *Machine) functions(st *State, v Value) (out []*Fn, all bool) {
	all = true
	for _, x := range Values(v) {
		if s, ok := x.(*Sym); ok {
			if r := m.resolve(st, s); r != nil {
				x = r
			}
		}
		for _, y := range Values(x) {
			fn, ok := y.(*Fn)
			switch {
			case ok:
				out = append(out, fn)
			case !IsEmpty(y): // calling nil ends the path
				all = false
			}
		}
	}
	return out, all
}

func (m *Machine) callFn(c site, fn *Fn, args []Value, turns []Turn) Value {
	switch fn.Name {
	case memoName:
		return m.callMemo(c, fn)
	case skipName:
		return Nil
	case eachName:
		return m.callEach(c, fn, args[0])
	case gatherName:
		return m.callGather(c, fn, args[len(args)-1])
	}
	name, bound := plainName(fn.Name)
	if bound && len(fn.Free) == 1 {
		args = append([]Value{fn.Free[0]}, args...)
		if m.code.Func(name) == nil && httplib.Lookup(name) == nil {
			method := name[strings.LastIndex(name, ".")+1:]
			return m.dispatch(c, method, name, args, nil)
		}
		return m.callTurns(c, name, args, turns)
	}
	if body := m.code.Func(name); body != nil && len(fn.Free) > 0 {
		return m.enterIn(fn.around, c, body, append(append([]Value{}, args...), fn.Free...), turns)
	}
	if httplib.Lookup(name) != nil {
		args = append(slices.Clone(fn.Free), args...)
	}
	return m.callTurns(c, name, args, turns)
}

func (m *Machine) callTurns(c site, name string, args []Value, turns []Turn) Value {
	if body := m.code.Func(name); body != nil && len(body.Blocks) > 0 && httplib.Lookup(name) == nil {
		return m.enter(c, body, args, turns)
	}
	return m.callNamed(c, name, args)
}

// invoke calls a method of an interface value.
func (m *Machine) invoke(c site, a []Value) Value {
	return m.dispatch(c, c.x.Sym, "("+strings.TrimLeft(c.x.Type, "*")+")."+c.x.Sym, a, c.x.Names)
}

// dispatch finds the method of each alternative of the receiver.
func (m *Machine) dispatch(c site, method, name string, a []Value, impls []string) Value {
	m.nested.Enter()
	defer m.nested.Leave()
	recvs := Values(a[0])
	var results []Value
	var states []*State
	base := c.st
	given := len(recvs) > 1 && slices.ContainsFunc(recvs, isHole)
	for _, recv := range recvs {
		if c, ok := recv.(*Const); ok && (c.Kind == ir.KindNil || c.Type == "") {
			continue
		}
		if given {
			m.given++
			defer func() { m.given-- }()
		}
		st := base.clone()
		cc := site{c.f, st, c.x}
		args := append([]Value{recv}, a[1:]...)
		results = append(results, m.dispatchOne(cc, method, name, args, impls))
		states = append(states, st)
	}
	if len(states) == 0 {
		return m.unknownCall(c, name, a)
	}
	*c.st = *joinStates(states)
	return join(results...)
}

// isHole says whether a value is given by somebody who is not in view.
func isHole(v Value) bool {
	_, ok := v.(*Sym)
	return ok
}

func (m *Machine) dispatchOne(c site, method, name string, args []Value, impls []string) Value {
	if s, ok := args[0].(*Sym); ok {
		if v := m.resolved(c.st, s); v != nil {
			return m.dispatch(c, method, name, append([]Value{v}, args[1:]...), impls)
		}
	}
	typ := m.dynamicType(c.st, args[0])
	if typ != "" {
		for _, n := range []string{"(*" + typ + ")." + method, "(" + typ + ")." + method} {
			if m.code.Func(n) != nil || httplib.Lookup(n) != nil {
				return m.callNamed(c, n, args)
			}
		}
		if v, ok := m.promoted(c, typ, method, args); ok {
			return v
		}
	}
	if row := httplib.Lookup(name); row != nil {
		return m.do(c, row, args)
	}
	if s, ok := args[0].(*Sym); ok && len(impls) > 0 {
		var alts []Value
		for _, t := range c.f.layers(method, impls) {
			alts = append(alts, &Sym{Origin: s.Origin, Name: s.Name, Of: s.Of, Args: s.Args, Type: "*" + t, Summed: true, id: s.id, Turns: s.Turns, k: s.key() + "@" + t})
		}
		if len(alts) == 0 {
			return m.unknownCall(c, name, args)
		}
		return m.dispatch(c, method, name, append([]Value{join(alts...)}, args[1:]...), nil)
	}
	if fn, ok := args[0].(*Fn); ok && typ == "" {
		return m.callFn(c, fn, args[1:], nil)
	}
	return m.unknownCall(c, name, args)
}

// dynamicType returns the type whose methods a value has.
func (m *Machine) dynamicType(st *State, v Value) string {
	typ := ""
	switch v := v.(type) {
	case *Ref:
		typ = v.typeIn(st)
	case *Fn:
		typ = v.Type
	case *Text:
		typ = v.Type
	case *Sym:
		typ = v.Type
	case *Const:
		typ = v.Type
	}
	return strings.TrimLeft(typ, "*")
}

// promoted calls a method of an embedded field.
func (m *Machine) promoted(c site, typ, method string, args []Value) (Value, bool) {
	t := m.code.Type(typ)
	ids := m.target(c.f, c.st, args[0])
	if t == nil || len(ids) == 0 {
		return nil, false
	}
	for _, fd := range t.Fields {
		if !fd.Embedded {
			continue
		}
		base := strings.TrimLeft(fd.Type, "*")
		for _, n := range []string{"(*" + base + ")." + method, "(" + base + ")." + method} {
			if m.code.Func(n) == nil && httplib.Lookup(n) == nil {
				continue
			}
			inner := m.field(c.st, ids[0], fd.Name, fd.Type)
			if !strings.HasPrefix(fd.Type, "*") && m.code.Type(base) != nil {
				inner = m.sub(c.f, c.st, ids[0], &ir.Instr{Sym: fd.Name, Type: fd.Type})
			}
			if n == "("+base+")."+method && m.code.Func(n) == nil {
				return m.dispatch(c, method, n, append([]Value{inner}, args[1:]...), nil), true
			}
			return m.callNamed(c, n, append([]Value{inner}, args[1:]...)), true
		}
	}
	return nil, false
}

// enter runs the body of a function.
func (m *Machine) enter(c site, fn *ir.Func, args []Value, turns []Turn) Value {
	return m.enterIn(nil, c, fn, args, turns)
}

// enterIn runs the body of a function or, where around is the run that has made it, of a literal.
func (m *Machine) enterIn(around *Frame, c site, fn *ir.Func, args []Value, turns []Turn) Value {
	depth, rec := 0, 0
	var again *Frame
	for p := c.f; p != nil; p = p.Parent {
		depth++
		if p.Fn == fn && p.sameSelf(args) {
			rec++
			again = p
		}
	}
	m.deep = m.deep || depth > maxDepth
	if rec > 1 || depth > maxDepth || m.exhausted() {
		return m.unknownCall(c, fn.Name, nil)
	}
	f := &Frame{Fn: fn, Parent: c.f, Around: around, CallPos: c.x.Pos, Call: c.x, depth: depth}
	f.active = append(c.f.running(), turns...)
	if again != nil {
		f.active = append(f.active, Turn{again.recursion(), 1})
	}
	v, end := m.run(f, c.st.clone(), args)
	if end != nil {
		*c.st = *end
	}
	if v == nil {
		return m.sym(c.f, &Sym{Origin: Unknown, Name: fn.Name})
	}
	return m.asCalled(c.f, c.st, v, c.x.Returns())
}

// sameSelf says whether a call of the frame's function has the frame's receiver, or what
// the frame's function literal captured: a layer that calls the next one of its kind does
// not call itself.
func (f *Frame) sameSelf(args []Value) bool {
	n := len(f.Fn.Params)
	if f.Fn.Recv {
		return len(args) == 0 || args[0].key() == f.self
	}
	if len(f.Fn.Free) > 0 && len(args) > n {
		return keys(args[n:]) == f.self
	}
	return true
}

// recursion is the loop that a function which calls itself makes.
func (f *Frame) recursion() *LoopInfo {
	if f.loops[-1] == nil {
		f.loops[-1] = &LoopInfo{Recursion: true, Frame: f}
	}
	return f.loops[-1]
}
