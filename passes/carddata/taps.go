package carddata

import (
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// tap is a function that gets the requests which are sent with a client: the method of its
// transport, or of one that this hands on to.
type tap struct {
	target
	req  int // the parameter that is the request
	recv ref // what it is a method of
}

// tapWalk collects the taps of clients and transports.
type tapWalk struct {
	e      *engine
	seen   map[ref]bool
	taps   []tap
	params []*ssa.Parameter // clients and transports that callers give
}

// maxTransports bounds the chain of transports behind a client.
const maxTransports = 8

// tapsOf returns what gets the requests that are sent with a client or transport.
func (e *engine) tapsOf(r ref) *tapWalk {
	w := &tapWalk{e: e, seen: map[ref]bool{}}
	w.visit(r, 0)
	return w
}

func (w *tapWalk) visit(r ref, depth int) {
	if depth > maxTransports || w.seen[r] {
		return
	}
	w.seen[r] = true
	for _, s := range w.e.dynamicSources(r) {
		if s.v != nil && !s.zero && s.callee == nil {
			w.source(s, depth+1)
		}
	}
}

func (w *tapWalk) source(s source, depth int) {
	switch v := s.v.(type) {
	case *ssa.Parameter:
		if handsOn(v) {
			return // what a transport hands on to is looked at with the client that holds it
		}
		if recv := v.Parent().Signature.Recv() != nil && paramIndex(v) == 0; s.path == "" && !recv {
			w.params = append(w.params, v)
		}
	case *ssa.Call:
		w.made(v, s, depth)
	case *ssa.Global:
		if sum := w.e.facts(v.Object()); v.Pkg != w.e.ssa.Pkg && s.path == "" && sum != nil {
			w.known(sum)
		}
	}
	w.kept(s, depth)
	if t := s.typ(); !types.IsInterface(t) {
		w.methods(s, t)
		w.fields(s, t, depth)
	}
}

// known adds what a fact tells of a client or transport that another package makes.
func (w *tapWalk) known(sum *summary) {
	if len(sum.made) > 0 {
		w.taps = append(w.taps, tap{target: target{sum: &summary{flows: sum.made, same: -1}}})
	}
}

// made goes on with what a call returns, and with the clients and transports that it is given:
// it puts something around them.
func (w *tapWalk) made(call *ssa.Call, s source, depth int) {
	for _, t := range w.e.targets(call.Common()) {
		switch {
		case t.body != nil:
			for _, b := range t.body.Blocks {
				if ret, ok := lastReturn(b); ok && s.result < len(ret.Results) {
					w.visit(ref{ret.Results[s.result], s.path, ret}, depth)
				}
			}
		case t.sum != nil && s.result == 0 && s.path == "":
			w.known(t.sum)
		}
	}
	for _, a := range callArgs(call.Common()) {
		if isCarrier(a.Type()) {
			w.visit(ref{a, "", call}, depth)
		}
	}
}

// kept goes on with what the package stores into the field of its own through which a path goes.
func (w *tapWalk) kept(s source, depth int) {
	for path := s.path; path != ""; path = path[:strings.LastIndexAny(path, ".[")] {
		f := w.e.fieldAt(ref{s.v, path, nil})
		if f == nil {
			continue
		}
		rest := s.path[len(path):]
		for _, st := range w.e.stores[f] {
			w.visit(ref{st.v, rest, st.at}, depth)
		}
		if _, owner, field, _ := typeAt(f.Type(), rest); field >= 0 {
			w.replaced(f, structOf(owner).Field(field).Origin(), depth)
		}
		return
	}
}

// replaced goes on with what is stored into a field of what the field f holds: c.http.Transport = t.
func (w *tapWalk) replaced(f, inner *types.Var, depth int) {
	for _, st := range w.e.stores[inner] {
		addr, ok := st.at.(*ssa.Store).Addr.(*ssa.FieldAddr)
		if !ok {
			continue
		}
		in, isField := addr.X.(*ssa.FieldAddr) // of a struct that is not behind a pointer
		if fieldVar(addr.X) == f || isField && fieldOf(in.X.Type(), in.Field).Origin() == f {
			w.visit(ref{st.v, "", st.at}, depth)
		}
	}
}

// methods adds the methods and functions of the value itself.
func (w *tapWalk) methods(s source, t types.Type) {
	for _, name := range handing {
		m := methodOf(t, name)
		if m == nil || requestParam(m.Signature()) < 0 || w.e.embeddedPath(t, m) != "" {
			continue
		}
		if mt := w.e.methodTarget(m, nil); mt.body != nil || mt.sum != nil {
			w.taps = append(w.taps, tap{mt, requestParam(m.Signature()) + 1, s.ref})
		}
	}
	sig, ok := t.Underlying().(*types.Signature)
	if !ok || s.path != "" || requestParam(sig) < 0 {
		return
	}
	for _, f := range w.e.functions(s.v, 0) {
		req := requestParam(sig)
		if f.bound {
			req++
		}
		w.taps = append(w.taps, tap{target: w.e.resolved(f.fn, nil), req: req})
	}
}

// fields goes on with the clients and transports in a struct: what it hands on to.
func (w *tapWalk) fields(s source, t types.Type, depth int) {
	st := structOf(t)
	if st == nil {
		return
	}
	for f := range st.Fields() {
		if isCarrier(f.Type()) {
			w.visit(ref{s.v, s.path + "." + f.Name(), s.at}, depth)
		}
	}
}

// handing are the methods with which clients and transports take a request.
var handing = []string{"RoundTrip", "Do"}

// requestParam is the parameter of a function that takes a request and gives the response to it; -1.
func requestParam(sig *types.Signature) int {
	if !sendsOut(sig) {
		return -1
	}
	for i := range sig.Params().Len() {
		if isNamed(deref(sig.Params().At(i).Type()), "net/http", "Request") {
			return i
		}
	}
	return -1
}

// isCarrier says whether requests are sent with the values of a type: it has such a method, or is such a function.
func isCarrier(t types.Type) bool {
	if t == nil {
		return false
	}
	if sig, ok := t.Underlying().(*types.Signature); ok {
		return requestParam(sig) >= 0
	}
	return slices.ContainsFunc(handing, func(name string) bool {
		m := methodOf(t, name)
		return m != nil && requestParam(m.Signature()) >= 0
	})
}

// handsOn says whether p is the client or transport whose own method its function is.
func handsOn(p *ssa.Parameter) bool {
	fn := p.Parent()
	return fn.Signature.Recv() != nil && paramIndex(p) == 0 && slices.Contains(handing, fn.Name()) && requestParam(fn.Signature) >= 0
}
