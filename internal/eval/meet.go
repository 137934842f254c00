package eval

import (
	"maps"
	"slices"
)

// This file holds what becomes of a request and its copies where the ways that chose
// between them meet.

const requestType = "net/http.Request"

// meet gives a request and the copies of it that are alternatives of a phi one identity, so
// that what each way says of its own is merged as for a request that is changed in place.
func meet(in []edge, newID func() int) []edge {
	if len(in) < 2 {
		return in
	}
	for i := range in[0].phis {
		objs := copies(in, i)
		if objs == nil {
			continue
		}
		id, head := newID(), 0
		if apart(objs) {
			head = newID()
		}
		in = slices.Clone(in)
		for k, o := range objs {
			in[k] = in[k].renamed(i, o, id, head)
		}
	}
	return in
}

// copies returns the objects of the nth phi when they are copies of one request, and not
// all the same; nil otherwise.
func copies(in []edge, nth int) []*Object {
	var out []*Object
	differ := false
	for _, e := range in {
		if nth >= len(e.phis) {
			return nil
		}
		r, ok := e.phis[nth].(*Ref)
		if !ok {
			return nil
		}
		o := e.state.heap.get(r.ID)
		if o == nil || o.Type != requestType || o.Site.Frame == nil || len(out) > 0 && o.Site != out[0].Site {
			return nil
		}
		differ = differ || r.ID != in[0].phis[nth].(*Ref).ID
		out = append(out, o)
	}
	if !differ {
		return nil
	}
	return out
}

// apart says whether each request has a header in view, and not all the same.
func apart(requests []*Object) bool {
	differ := false
	first, _ := requests[0].Fields["Header"].(*Ref)
	for _, o := range requests {
		h, ok := o.Fields["Header"].(*Ref)
		if !ok {
			return false
		}
		differ = differ || h.ID != first.ID
	}
	return differ
}

// renamed is the edge with the request of its nth phi, and its header when head is not 0,
// under new identities. The old ones stay for those who hold them.
func (e edge) renamed(nth int, request *Object, id, head int) edge {
	cp := *request
	cp.Fields = maps.Clone(request.Fields)
	e.state, e.phis = e.state.clone(), slices.Clone(e.phis)
	if head != 0 {
		if h := e.state.heap.get(cp.Fields["Header"].(*Ref).ID); h != nil {
			e.state.heap.put(head, h)
			cp.Fields["Header"] = &Ref{ID: head}
		}
	}
	e.state.heap.put(id, &cp)
	e.phis[nth] = &Ref{ID: id}
	return e
}
