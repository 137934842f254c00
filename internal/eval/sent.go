package eval

// This file holds what a request that was sent tells about its values.

// IsMap says whether the object is a map.
func (o *Object) IsMap() bool { return o.kind == mapObject }

// List returns the elements of a slice value, false for another value.
func (s *Sent) List(v Value) ([]Value, bool) {
	r, ok := v.(*Ref)
	if !ok {
		return nil, false
	}
	o := s.State.heap[r.ID]
	if o == nil || o.kind != listObject {
		return nil, false
	}
	return o.all(), true
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
			o := s.State.heap[r.ID]
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
		o := s.State.heap[v.ID]
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
