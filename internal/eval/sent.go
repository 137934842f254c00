package eval

import (
	"fmt"
	"strconv"
	"strings"
)

// This file holds what a request that was sent tells about its values.

// IsMap says whether the object is a map.
func (o *Object) IsMap() bool { return o.kind == mapObject }

// List returns the elements of a slice value, false for another value.
func (s *Sent) List(v Value) ([]Value, bool) {
	r, ok := v.(*Ref)
	if !ok {
		return nil, false
	}
	o := s.State.heap.get(r.ID)
	if o == nil || o.kind != listObject {
		return nil, false
	}
	return o.Elements(), true
}

// Content returns the body of the request: what was written to the buffer that is sent,
// what a reader reads.
func (s *Sent) Content() Value {
	if s.Body == nil {
		return nil
	}
	return each(s.Body, func(v Value) Value {
		for range 4 {
			r, ok := v.(*Ref)
			if !ok {
				break
			}
			o := s.State.heap.get(r.ID)
			if o == nil || o.Fields[contentProp] == nil {
				break
			}
			v = o.Fields[contentProp]
		}
		return v
	})
}

// Walk calls f for a value and the values that it reaches.
func (s *Sent) Walk(v Value, f func(Value)) { s.walk(v, f, map[int]bool{}, 0) }

func (s *Sent) walk(v Value, f func(Value), seen map[int]bool, depth int) {
	if v == nil || depth > 12 {
		return
	}
	f(v)
	next := func(vs ...Value) {
		for _, x := range vs {
			s.walk(x, f, seen, depth+1)
		}
	}
	switch v := v.(type) {
	case *Alt:
		next(v.Vals...)
	case *Text:
		next(v.Parts...)
	case *Enc:
		next(v.Of)
	case *Tuple:
		next(v.Vals...)
	case *Sym:
		next(v.Args...)
		if v.Of != nil {
			next(v.Of)
		}
	case *Ref:
		o := s.State.heap.get(v.ID)
		if o == nil || seen[v.ID] {
			return
		}
		seen[v.ID] = true
		for _, k := range sortedKeys(o.Fields) {
			next(o.Fields[k])
		}
		next(o.List...)
		if o.Lazy != nil {
			next(o.Lazy)
		}
	}
}

// Hooks returns the functions that a client or request has been given to call, as objects with a
// field func.
func (s *Sent) Hooks(of *Object) []*Object {
	list, ok := of.Fields[hookProp].(*Ref)
	if !ok || s.State.heap.get(list.ID) == nil {
		return nil
	}
	var out []*Object
	for _, h := range s.State.heap.get(list.ID).List {
		if r, ok := h.(*Ref); ok && s.State.heap.get(r.ID) != nil {
			out = append(out, s.State.heap.get(r.ID))
		}
	}
	return out
}

// Show writes a value, and to some depth the objects that it reaches. It is for people
// who look for a lost value, and prints no constant of the program.
func (s *Sent) Show(v Value, depth int) string {
	switch v := v.(type) {
	case *Ref:
		o := s.State.heap.get(v.ID)
		if o == nil || depth == 0 {
			return "&" + strconv.Itoa(v.ID)
		}
		out := "&" + o.Type + "{"
		for _, k := range sortedKeys(o.Fields) {
			out += k + ": " + s.Show(o.Fields[k], depth-1) + "; "
		}
		for _, e := range o.List {
			out += s.Show(e, depth-1) + ", "
		}
		if o.Lazy != nil {
			out += "… of " + s.Show(o.Lazy, depth-1)
		}
		if o.Open {
			out += " open"
		}
		return out + "}"
	case *Alt:
		var parts []string
		for _, x := range v.Vals {
			parts = append(parts, s.Show(x, depth))
		}
		return "(" + strings.Join(parts, " | ") + ")"
	case *Text:
		var parts []string
		for _, x := range v.Parts {
			parts = append(parts, s.Show(x, depth))
		}
		return strings.Join(parts, "+")
	case *Enc:
		return v.Format + "(" + s.Show(v.Of, depth) + ")"
	case *Const:
		return strconv.Quote(v.text()) + "/" + strconv.Itoa(int(v.Kind))
	case *Sym:
		out := [...]string{"unknown", "param", "field", "elem", "global", "env", "result", "received", "fresh", "derived", "ok", "ctxvalue", "loop"}[v.Origin] + " " + v.Name
		if v.Of != nil {
			out += " of " + s.Show(v.Of, depth-1)
		}
		for _, a := range v.Args {
			out += " [" + s.Show(a, depth-1) + "]"
		}
		return out + "<" + v.Type + ">"
	}
	return fmt.Sprintf("?%T %s", v, v.key())
}

// Identity tells a hole from all others.
func (s *Sym) Identity() string { return s.key() }

// Len is the number of elements of a slice value, 0 when it is none or not known.
func (s *Sent) Len(v Value) int {
	if v == nil {
		return 0
	}
	list, _ := s.List(v)
	return len(list)
}
