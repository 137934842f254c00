package eval

import (
	"slices"
	"strings"

	"github.com/auroravet/auroravet/internal/ir"
)

// This file holds the operations on lists.

// splice makes a list of several: of the lists in a list, or of one with more put in.
func (o *op) splice() Value {
	parts := []Value{orNil(o.arg("of")), orNil(o.arg("more"))}
	if i, ok := o.arg("at").(*Const); ok && i.Kind == ir.KindInt && i.Int == 0 {
		parts[0], parts[1] = parts[1], parts[0]
	}
	if lists := o.arg("lists"); lists != nil {
		all, known := o.m.list(o.st, lists)
		if !known {
			return nil
		}
		parts = all
	}
	return o.m.appendTo(o.f, o.st, &ir.Instr{Type: o.resultType(), Pos: o.x.Pos}, parts)
}

func init() { libraryOps["splice"] = (*op).splice }

// skipName is the name of the function that does nothing: it stands in a list in the place of an
// element that is not there on some path.
const skipName = "\x00skip"

var skip = &Fn{Name: skipName}

// settled returns the elements of a list of options that is one of several, when nothing is lost
// by looking at each element alone.
func (m *Machine) settled(st *State, alt *Alt) (out []Value, ok bool) {
	lists, ok := m.lists(st, alt)
	if !ok || !m.ofOptions(st, alt) {
		return nil, false
	}
	out = lists[0]
	for _, l := range lists[1:] {
		if out, ok = merged(out, l); !ok {
			return nil, false
		}
	}
	return out, true
}

// lists returns the elements of each list that a value may be, when all of them are known.
func (m *Machine) lists(st *State, alt *Alt) ([][]Value, bool) {
	out := make([][]Value, len(alt.Vals))
	for i, v := range alt.Vals {
		list, known := m.list(st, v)
		if !known {
			return nil, false
		}
		out[i] = list
	}
	return out, true
}

// merged returns the elements of a list that is one of two: they differ in one element, or the
// longer one has some more, which then may not be there.
func merged(short, long []Value) (out []Value, ok bool) {
	if len(short) > len(long) {
		short, long = long, short
	}
	differ := len(long) > len(short)
	for i, v := range long {
		w := Value(skip)
		if i < len(short) {
			w = short[i]
			if !within(v, w) && !within(w, v) {
				if differ {
					return nil, false
				}
				differ = true
			}
		}
		out = append(out, join(v, w))
	}
	return out, true
}

// within says whether a value is one of those that another one may be.
func within(v, of Value) bool {
	return !slices.ContainsFunc(Values(v), func(x Value) bool {
		return !slices.ContainsFunc(Values(of), func(y Value) bool { return x.key() == y.key() })
	})
}

// ofOptions says whether one of several lists holds functions, or values of types that are not the
// type of the list's elements: they are there for what they do.
func (m *Machine) ofOptions(st *State, alt *Alt) bool {
	return slices.ContainsFunc(alt.Vals, func(v Value) bool {
		list, _ := m.list(st, v)
		if len(list) == 0 {
			return false
		}
		first := Values(list[0])[0]
		if _, ok := first.(*Fn); ok {
			return true
		}
		_, element, _ := strings.Cut(m.dynamicType(st, v), "]")
		typ := m.dynamicType(st, first)
		return typ != "" && typ != strings.TrimLeft(element, "*")
	})
}

// holding is what a list may be that has an element under the index. Of lists of options that
// differ in more than one nobody knows which has which.
func (m *Machine) holding(f *Frame, st *State, v, index Value) Value {
	alt, ok := v.(*Alt)
	if !ok {
		return v
	}
	lists, ok := m.lists(st, alt)
	if !ok || !m.ofOptions(st, alt) {
		return v
	}
	if _, ok := m.settled(st, alt); !ok {
		return m.sym(f, &Sym{Origin: Received, Of: v})
	}
	var out []Value
	for i, l := range lists {
		if n, known := index.(*Const); !known || int(n.Int) < len(l) {
			out = append(out, alt.Vals[i])
		}
	}
	if len(out) == 0 {
		return v
	}
	return join(out...)
}

// lengths are how long a list may be whose last elements may not be there. One in the middle that
// is not there does nothing, which a loop over the list cannot tell from a shorter list.
func lengths(list []Value) Value {
	var out []Value
	for n := len(list); n >= 0; n-- {
		out = append(out, &Const{Kind: ir.KindInt, Int: int64(n)})
		if n == 0 || !slices.ContainsFunc(Values(list[n-1]), isSkip) {
			break
		}
	}
	return join(out...)
}

func isSkip(v Value) bool {
	fn, ok := v.(*Fn)
	return ok && fn.Name == skipName
}

// counts says whether a loop goes on by numbers that are all known, as many turns as the longest
// of several lists has elements, or over entries of a map that are known but may be missing.
func (f *Frame) counts(header *ir.Block) bool {
	last := &header.Instrs[len(header.Instrs)-1]
	if last.Op != ir.If || last.Args[0] < 0 {
		return false
	}
	cond, ok := f.regs[last.Args[0]].(*Sym)
	return ok && cond.Name == mayBeMissing || ok && cond.Origin == Derived && len(cond.Args) == 2 && !slices.ContainsFunc(cond.Args, func(v Value) bool {
		return slices.ContainsFunc(Values(v), func(x Value) bool {
			n, known := x.(*Const)
			return !known || n.Kind != ir.KindInt
		})
	})
}
