package eval

import (
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

// runLiteral runs a function literal that is given to code outside of view, which may call it,
// or a function that a library made; those of a list too.
func (m *Machine) runLiteral(c site, v Value) {
	if r, isRef := v.(*Ref); isRef && c.st.heap.get(r.ID) != nil && c.st.heap.get(r.ID).kind == listObject {
		for _, x := range c.st.heap.get(r.ID).Elements() {
			if _, isFn := x.(*Fn); isFn {
				m.runLiteral(c, x)
			}
		}
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
