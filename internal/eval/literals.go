package eval

import (
	"slices"
	"strings"

	"github.com/auroravet/auroravet/internal/guard"
	"github.com/auroravet/auroravet/internal/httplib"
	"github.com/auroravet/auroravet/internal/ir"
)

// This file holds the running of function literals that nobody in view calls.

// Provided is what a function literal returned, with the memory at its end.
type Provided struct {
	End   *State
	Value Value
	// From is the last identity that was given before the literal ran.
	From int
}

// RunLiteral runs the body of a function literal as somebody does who calls it later, with the
// memory that it was made in, and returns the memory at its end, nil when it never ends.
func (m *Machine) RunLiteral(body *ir.Func, lit *Fn, made *State) (end *State) {
	m.reset()
	guard.Run(func() { _, end = m.run(&Frame{Fn: body}, made.clone(), literalArgs(body, lit, Param)) })
	return end
}

// literalArgs are holes for the parameters of a literal, and what it has captured.
func literalArgs(body *ir.Func, lit *Fn, origin Origin) []Value {
	args := make([]Value, len(body.Params), len(body.Params)+len(lit.Free))
	for i, p := range body.Params {
		args[i] = &Sym{Origin: origin, Name: p.Name, Type: p.Type}
	}
	return append(args, lit.Free...)
}

// runReturned runs the function literals that a function returns: somebody calls them,
// with what they captured here.
func (m *Machine) runReturned(f *Frame, end *State, v Value) {
	x := &ir.Instr{Op: ir.Call, N: -1}
	for _, b := range f.Fn.Blocks {
		for i := range b.Instrs {
			if in := &b.Instrs[i]; in.Op == ir.Return && in.Pos != 0 {
				x.Pos = in.Pos
			}
		}
	}
	vals := Values(v)
	if t, ok := v.(*Tuple); ok {
		vals = t.Vals
	}
	f.block = nil
	for _, v := range vals {
		for _, y := range Values(v) {
			m.runLiteral(site{f, end.clone(), x}, y)
		}
	}
}

// maxHeld bounds how deep in structs and lists function literals are looked for.
const maxHeld = 3

// runHeld runs the function literals that an object holds: those of the fields of a struct once, for whoever
// has it, where they may lead to a request.
func (m *Machine) runHeld(c site, o *Object, depth int) {
	switch {
	case o == nil || depth > maxHeld:
	case o.kind == structObject && (m.code.Type(o.Type) == nil || httplib.TypeOf(o.Type).Struct || httplib.Client(o.Type) ||
		slices.ContainsFunc(m.code.Methods(o.Type), m.wanted)):
		// its library or its methods call them
	case o.kind == structObject:
		for _, name := range sortedKeys(o.Fields) {
			if fn, ok := o.Fields[name].(*Fn); ok && !m.held[fn.Name] && m.wanted(fn.Name) {
				m.held[fn.Name] = true
				m.runLiteral(c, fn)
			} else if r, ok := o.Fields[name].(*Ref); ok {
				m.runHeld(c, c.st.heap.get(r.ID), depth+1)
			}
		}
	default:
		held := o.Elements()
		if o.kind == mapObject {
			for _, key := range sortedKeys(o.Fields) {
				held = append(held, o.Fields[key])
			}
		}
		for _, x := range held {
			switch x := x.(type) {
			case *Fn:
				m.runLiteral(c, x)
			case *Ref:
				m.runHeld(c, c.st.heap.get(x.ID), depth+1)
			}
		}
	}
}

// wanted says whether a function may lead to a request.
func (m *Machine) wanted(name string) bool {
	fn := m.code.Func(name)
	return fn != nil && (m.mail.wanted == nil || m.mail.wanted(fn))
}

// runLiteral runs a function literal that is given to code outside of view, which may call it,
// or a function that a library made; those of a list, and of a struct of the program, too.
func (m *Machine) runLiteral(c site, v Value) {
	if r, isRef := v.(*Ref); isRef {
		m.runHeld(c, c.st.heap.get(r.ID), 0)
		return
	}
	fn, ok := v.(*Fn)
	if ok && len(fn.Free) > 0 {
		if row := httplib.Lookup(fn.Name); row != nil {
			m.do(site{c.f, c.st.clone(), c.x}, row, unknownArgs(fn.Free, row))
			return
		}
	}
	if !ok || !strings.Contains(fn.Name, "$") || m.Entered[fn.Name] && len(fn.Free) == 0 {
		return
	}
	body := m.code.Func(fn.Name)
	if body == nil {
		return
	}
	end, from := c.st.clone(), *m.ids
	out := m.enter(site{c.f, end, c.x}, body, literalArgs(body, fn, Unknown), nil)
	if body.Results > 0 {
		m.Provided = append(m.Provided, Provided{end, out, from})
	}
}
