package eval

import (
	"maps"
	"slices"
	"strings"

	"github.com/auroravet/auroravet/internal/ir"
)

// Object is an abstract object: a struct, map, slice or variable, named by the place that makes it.
type Object struct {
	Type string
	// Also are the types that it, or a pointer to it, was converted to.
	Also []string
	Site Site
	// Fields are the struct's fields, the map's entries by constant key, or "*" for a variable.
	Fields map[string]Value
	// Maybe are the map entries that are missing on some path.
	Maybe map[string]bool
	// Spared are the map entries that are missing just where their value is empty.
	Spared map[string]bool
	// List are the elements of a slice, when all are known.
	List []Value
	// Lazy is what the object stands for when its contents are not made in view.
	Lazy *Sym
	// Open says that code which is not in view had the object: it may hold anything.
	Open bool
	// Copied says that the object is a copy of the one that it stands for.
	Copied bool
	// Global is the package variable that the object is; "" for another object.
	Global string
	// given says that the object is the parameter of another function, whose callers are
	// not in view.
	given bool
	// within is the field of another object that the object is; nil for one of its own.
	within *Sym
	// Made says that a library made the object: fields that no row names hold something.
	Made bool
	// Set are the places where fields got their values, for the types whose fields are reported.
	Set map[string]Site
	// Ends is after how long a cache drops what it is given, where nothing else is said; nil
	// for what is no cache.
	Ends Value
	// Size is the length with which a slice was made, of elements that are zero as yet; nil for none.
	Size Value
	kind objectKind
}

type objectKind uint8

const (
	structObject objectKind = iota
	mapObject
	listObject
	cellObject
)

// known says whether what the object lacks is really missing.
func (o *Object) known() bool { return o.Lazy == nil && !o.Open }

// State is the memory at a point of a path. Objects are never changed in place.
type State struct {
	heap trie[int, *Object]
	// syms are the objects that holes point to, by the hole's key.
	syms trie[string, Value]
	// facts are the holes that are known to be empty (false) or not (true) on this path.
	facts trie[string, bool]
	// doubts are the branches of a trial that the path has taken one way, and nobody knows why.
	doubts map[*ir.Instr]uint8
	// sent are the ways on which a path of a trial may have sent something, with whether nothing
	// unknown decides that it has.
	sent map[string]bool
}

func newState() *State {
	return &State{heap: trie[int, *Object]{hash: hashID}, syms: trie[string, Value]{hash: hashText}, facts: trie[string, bool]{hash: hashText}}
}

func (s *State) clone() *State {
	out := *s
	return &out
}

// Object returns the object of a reference.
func (s *State) Object(id int) *Object { return s.heap.get(id) }

// edit returns a copy of the object that the caller may change and that the state holds from now on.
func (s *State) edit(id int) *Object {
	old := s.heap.get(id)
	cp := *old
	cp.Fields = maps.Clone(old.Fields)
	if cp.Fields == nil {
		cp.Fields = map[string]Value{}
	}
	cp.Maybe, cp.Spared = maps.Clone(old.Maybe), maps.Clone(old.Spared)
	s.heap.put(id, &cp)
	return &cp
}

// set stores a field or an entry.
func (s *State) set(id int, field string, v Value) {
	o := s.edit(id)
	o.Fields[field] = v
	delete(o.Maybe, field)
	delete(o.Spared, field)
}

// know notes values that are known to be empty (false) or not (true).
func (s *State) know(full map[string]bool) {
	for k, v := range full {
		s.facts.put(k, v)
	}
}

// joinStates merges the memories of paths that meet.
func joinStates(states []*State) *State {
	if len(states) == 1 {
		return states[0].clone()
	}
	out := states[0].clone()
	for i, s := range states[1:] {
		full := map[string]bool{}
		mine, theirs := side{out, states[:i+1], full}, side{s, states[i+1 : i+2], full}
		out.heap = out.heap.merged(s.heap, func(id int, a, b *Object) *Object {
			return joinObjects(id, a, b, mine, theirs)
		})
		out.syms = out.syms.merged(s.syms, func(_ string, mine, other Value) Value { return join(mine, other) })
		out.facts = out.facts.common(s.facts)
		out.know(full)
		out.sent = joinSent(out, s)
		out.doubts = joinDoubts(out.doubts, s.doubts)
	}
	return out
}

// side is one of two memories that are merged, with the paths that it comes from and the
// values that turn out to be there on both sides.
type side struct {
	*State
	paths []*State
	full  map[string]bool
}

// joinObjects merges what an object is on two sides.
func joinObjects(id int, a, b *Object, sa, sb side) *Object {
	out := *a
	out.Open = a.Open || b.Open
	for _, typ := range b.Also {
		if !slices.Contains(out.Also, typ) {
			out.Also = append(slices.Clip(out.Also), typ)
		}
	}
	out.Fields = make(map[string]Value, len(a.Fields))
	out.Maybe = maps.Clone(a.Maybe)
	for f := range b.Maybe {
		out.maybe(f)
	}
	out.Spared = maps.Clone(a.Spared)
	for f := range b.Spared {
		out.spare(f)
	}
	if len(b.Set) > 0 { // a field may be set on one side alone
		out.Set = maps.Clone(b.Set)
		maps.Copy(out.Set, a.Set)
	}
	for f, v := range a.Fields {
		out.joinField(id, f, v, b.Fields[f], b, sa, sb)
	}
	for f, v := range b.Fields {
		if _, ok := a.Fields[f]; !ok {
			out.joinField(id, f, v, nil, a, sb, sa)
		}
	}
	if !slices.EqualFunc(a.List, b.List, func(x, y Value) bool { return x.key() == y.key() }) {
		out.List = a.List
		if len(b.List) > len(a.List) {
			out.List = b.List
		}
		out.Open = true
	}
	return &out
}

// anyOf is a struct that is one of several: what each says of its fields, but for the empty ones
// that a function returns with its errors.
func (s *State) anyOf(id int, first *Object, others []Value) *Object {
	full := map[string]bool{}
	here := side{s, []*State{s}, full}
	for _, v := range others {
		r, ok := v.(*Ref)
		if !ok {
			continue
		}
		o := s.heap.get(r.ID)
		switch {
		case o == nil || o.Type != first.Type || o.kind != structObject || len(o.Fields) == 0 && o.known():
		case len(first.Fields) == 0 && first.known():
			first = o
		default:
			first = joinObjects(id, first, o, here, here)
		}
	}
	s.know(full)
	return first
}

func (o *Object) maybe(field string) {
	if o.Maybe == nil {
		o.Maybe = map[string]bool{}
	}
	o.Maybe[field] = true
}

func (o *Object) spare(field string) {
	if o.Spared == nil {
		o.Spared = map[string]bool{}
	}
	o.Spared[field] = true
}

// joinField merges v with the other side's w; nil means that the other side lacks it.
// An entry that is missing just where its value is known to be empty counts as set to it.
func (o *Object) joinField(id int, f string, v, w Value, other *Object, here, there side) {
	switch {
	case w != nil:
	case other.Lazy != nil:
		origin := FieldSym
		if o.kind == mapObject {
			origin = ElemSym
		}
		w = &Sym{Origin: origin, Name: f, Of: other.Lazy, Summed: other.Lazy.Summed}
	case (other.Open || other.Made && other.Fields["Inner"] != nil) && o.kind == structObject: // it has what the inner one has
		w = other.hole(id, f, typeOf(v))
	case o.kind == mapObject:
		o.Fields[f] = v
		if there.without(id, v) {
			o.spare(f)
		} else {
			o.maybe(f)
		}
		return
	default:
		w = Zero
	}
	o.Fields[f] = join(v, w)
	if alt, ok := o.Fields[f].(*Alt); ok && filled(here.State, v) && filled(there.State, w) {
		here.full[alt.key()] = true
	}
}

// without says whether the value is known to be empty on each path of the side that has the object.
func (s side) without(id int, v Value) bool {
	return !slices.ContainsFunc(s.paths, func(p *State) bool {
		return p.heap.get(id) != nil && !emptyWithout(v, p.facts)
	})
}

// hole is what a field that is not set holds in an object that other code had.
func (o *Object) hole(id int, field, typ string) *Sym {
	of := o.within
	if of == nil {
		of = &Sym{Origin: Unknown, Name: o.Type, Type: o.Type, id: id}
	}
	return &Sym{Origin: FieldSym, Name: field, Of: of, Type: typ}
}

// typeOf is the type of a hole or string; "" of another value.
func typeOf(v Value) string {
	if s, ok := v.(*Sym); ok {
		return s.Type
	}
	if isText(v) {
		return "string"
	}
	return ""
}

// emptyWithout says whether a hole that the value, or each of its alternatives, is made of is
// known to be empty.
func emptyWithout(v Value, facts trie[string, bool]) bool {
	switch v := v.(type) {
	case *Text:
		for _, p := range v.Parts {
			if emptyWithout(p, facts) {
				return true
			}
		}
	case *Sym:
		if full, ok := facts.find(v.key()); ok && !full {
			return true
		}
		switch v.Origin {
		case Derived, ElemSym, FieldSym: // nothing has no elements and no fields
			for _, a := range v.Args {
				if emptyWithout(a, facts) {
					return true
				}
			}
			return v.Of != nil && emptyWithout(v.Of, facts)
		}
	case *Alt:
		return !slices.ContainsFunc(v.Vals, func(x Value) bool { return !emptyWithout(x, facts) })
	}
	return false
}

// Heap returns the objects in memory.
func (s *State) Heap() map[int]*Object {
	out := map[int]*Object{}
	s.heap.each(func(id int, o *Object) { out[id] = o })
	return out
}

// Globals returns the package variables that the path has set, by name.
func (s *State) Globals() map[string]Value {
	out := map[string]Value{}
	s.syms.each(func(k string, v Value) {
		switch v := v.(type) {
		case *Addr:
			o := s.heap.get(v.ID)
			g, ok := o.Fields["*"]
			if sym, isSym := g.(*Sym); ok && !(isSym && sym.Origin == GlobalSym) && v.name != "" {
				out[v.name] = g
			}
		case *Ref:
			if o := s.heap.get(v.ID); o != nil && o.Global != "" && len(o.Fields) > 0 && strings.HasSuffix(k, o.Global) {
				out[o.Global] = v
			}
		}
	})
	return out
}

// Adopt brings the objects of another memory that a value reaches into this one.
func (s *State) Adopt(v Value, heap map[int]*Object) { new(Machine).adopt(s, v, heap) }
