package eval

import (
	"slices"

	"github.com/auroravet/auroravet/internal/ir"
)

// This file holds the iterators of packages slices and maps over what a list or map holds.

// eachName marks a function value that gives the items of the list or map in Free[0] to another function, in
// the way that the text in Free[1] says.
const eachName = "each"

// The ways of an iterator: what is given of each item.
const (
	eachItem     = "item"     // the value
	eachKey      = "key"      // the key of a map
	eachPair     = "pair"     // both, or a number and the value
	eachBackward = "backward" // the same from the end
)

func (o *op) each() Value {
	return &Fn{Name: eachName, Free: []Value{orNil(o.arg("of")), Str(o.row.Text("as"))}}
}

// entry is an item that an iterator gives; one that is not sure may be missing.
type entry struct {
	key, value Value
	sure       bool
}

// callEach calls yield with each item until it returns false. Of an unknown item it is called with one that
// may be missing.
func (m *Machine) callEach(c site, fn *Fn, yield Value) Value {
	as := constText(fn.Free[1])
	var ways []*State // on which it is over
	for _, e := range m.entries(c, fn.Free[0], as) {
		args := []Value{e.key, e.value}
		switch as {
		case eachItem:
			args = args[1:]
		case eachKey:
			args = args[:1]
		}
		if !e.sure {
			ways = append(ways, c.st.clone())
		}
		goesOn := m.callValue(c, yield, args, nil)
		if isBool(goesOn, false) {
			break
		}
		if !isBool(goesOn, true) {
			ways = append(ways, c.st.clone())
		}
	}
	if len(ways) > 0 {
		*c.st = *joinStates(append(ways, c.st.clone()))
	}
	return Nil
}

// entries returns the items of a list or map in the order in which an iterator gives them.
func (m *Machine) entries(c site, over Value, as string) []entry {
	var out []entry
	if !m.isMap(c, over) {
		list, known := m.list(c.st, over)
		for i, v := range list {
			out = append(out, entry{&Const{Kind: ir.KindInt, Int: int64(i)}, v, true})
		}
		if as == eachBackward {
			slices.Reverse(out)
		}
		if known {
			return out
		}
	} else if it, ok := m.rangeOver(c.f, c.st, over).(*Ref); ok {
		o := c.st.heap.get(it.ID)
		for _, v := range o.List {
			t := v.(*Tuple)
			out = append(out, entry{t.Vals[1], t.Vals[2], isBool(t.Vals[0], true)})
		}
		if !o.Open {
			return out
		}
	}
	unknown := func(name string) Value { return m.sym(c.f, &Sym{Origin: Received, Name: name, Of: over}) }
	return append(out, entry{unknown("key"), unknown("value"), false})
}

// isMap says whether a value is a map that was made in view.
func (m *Machine) isMap(c site, v Value) bool {
	ids := m.target(c.f, c.st, v)
	return len(ids) > 0 && c.st.heap.get(ids[0]).kind == mapObject
}

// gatherName marks a function value that puts what it gets into the list in Free[0], and goes on.
const gatherName = "gather"

// gather makes a list of what an iterator gives: of what one gives that is not in view, it may hold anything.
func (o *op) gather() Value {
	r := o.m.newObject(o.f, o.st, o.resultType(), o.x.Pos, listObject)
	from := orNil(o.arg("of"))
	if fns, all := o.m.functions(o.st, from); !all || len(fns) == 0 {
		o.st.edit(r.ID).Open = true
		return r
	}
	o.m.callValue(o.site, from, []Value{&Fn{Name: gatherName, Free: []Value{r}}}, nil)
	return r
}

func (m *Machine) callGather(c site, fn *Fn, item Value) Value {
	if r := fn.Free[0].(*Ref); c.st.heap.get(r.ID) != nil {
		list := c.st.edit(r.ID)
		list.List = append(slices.Clone(list.List), item)
	}
	return boolean(true)
}

func init() { libraryOps["each"], libraryOps["gather"] = (*op).each, (*op).gather }
