package eval

import (
	"strings"

	"github.com/auroravet/auroravet/internal/httplib"
	"github.com/auroravet/auroravet/internal/ir"
)

// This file holds what happens between a sending call and the request that leaves: the
// functions that a library calls with it, the repeats that a library makes by itself,
// and the client's own transport.

// send sends a request: through the hooks and the transport of its client, where these
// are in view, and by each client that it may be.
func (o *op) send() Value {
	before := len(o.m.Sent)
	for _, req := range Values(o.outgoing()) {
		client := o.clientOf(req)
		clients := o.clientChoices(client)
		if len(clients) < 2 {
			o.attempts(client, req)
			continue
		}
		base, states := o.st, []*State{}
		for _, c := range clients {
			o.st = base.clone()
			o.attempts(c, req)
			states = append(states, o.st)
		}
		*base = *joinStates(states)
		o.st = base
	}
	if o.m.trial != nil {
		return o.answered(o.m.Sent[before:])
	}
	if strings.HasPrefix(o.x.Returns(), "(") {
		return o.shape(o.m.sym(o.f, &Sym{Origin: Result, Name: o.row.Func, Type: o.resultType()}))
	}
	return o.m.sym(o.f, &Sym{Origin: Result, Name: o.row.Func, Type: o.x.Returns()})
}

// clientChoices returns the clients that a value may be, when it makes a difference which
// of them sends: when one of them changes requests on their way, or repeats them by itself.
func (o *op) clientChoices(client Value) []Value {
	if client == nil {
		return nil
	}
	ids := o.m.target(o.f, o.st, client)
	var out []Value
	differ := false
	for _, id := range ids {
		out = append(out, &Ref{ID: id})
		for _, l := range o.layers(&Ref{ID: id}) {
			differ = differ || l.Fields[hookProp] != nil || l.Fields["Transport"] != nil || retries(l)
		}
	}
	if !differ {
		return nil
	}
	return out
}

// attempts sends a request, and once more when its library may repeat it: what is made
// in the repeat is made anew for each attempt. The request counts as it leaves the last time.
func (o *op) attempts(client, req Value) {
	before, active := len(o.m.Sent), o.f.active
	defer func() { o.f.active = active }()
	if o.row.Text("attempt") != "clone" {
		o.wholeURL(client, req)
	}
	hooks := o.hooksOf(client, req)
	again, sure := true, true
	o.runHooks(hooks, "call", req, 0)
	turns := []Turn{{}}
	if o.repeatsItself(client, req) {
		loop := &LoopInfo{Library: true, Frame: o.f, Pos: o.x.Pos, Client: true, Policy: o.clientPolicy(client, req)}
		turns = []Turn{{loop, 0}, {loop, 1}}
		if o.m.trial != nil && o.m.trial.Status > 0 && o.m.trial.Status < 500 {
			if again, sure = o.retriesAnswer(hooks, loop.Policy); !again {
				turns = turns[:1]
			}
		}
	}
	var earlier []*Sent
	for nth, t := range turns {
		earlier = append([]*Sent(nil), o.m.Sent[before:]...)
		o.m.Sent = o.m.Sent[:before]
		if t.Loop != nil {
			o.f.active = append(active[:len(active):len(active)], t)
		}
		if nth > 0 {
			if !sure {
				o.st.doubt(o.x, 1)
			}
			o.runHooks(hooks, "retry", req, nth)
		}
		o.runHooks(hooks, "attempt", req, nth)
		out := req
		if o.row.Text("attempt") == "clone" {
			out = o.cloned(req)
			o.wholeURL(client, out)
			o.runHooks(hooks, "raw", out, nth)
		}
		if !o.transport(client, out) && !o.doer(client, out) {
			o.emit(client, out)
		}
		if t.Loop != nil {
			o.pacer(t.Loop.Policy, nth)
		}
	}
	pairEarlier(o.m.Sent[before:], earlier)
}

// pairEarlier links the requests of an attempt with the same ones of the attempt before, which may have sent
// others beside them, as for a token.
func pairEarlier(last, earlier []*Sent) {
	for i, s := range last {
		if len(last) == len(earlier) {
			s.Earlier = earlier[i]
			continue
		}
		for _, e := range earlier {
			if e.Site.Instr == s.Site.Instr && e.Site.Frame.Fn == s.Site.Frame.Fn {
				s.Earlier = e
			}
		}
	}
}

// cloned copies requests with headers of their own.
func (o *op) cloned(req Value) Value {
	return each(req, func(v Value) Value {
		for _, id := range o.m.target(o.f, o.st, v) {
			heads := o.headerOf(&Ref{ID: id})
			r := o.m.copyStruct(o.f, o.st, id, o.x.Pos).(*Ref)
			for _, h := range heads {
				o.st.set(r.ID, "Header", o.m.copyStruct(o.f, o.st, h, o.x.Pos))
			}
			return r
		}
		return v
	})
}

// innerProps are the properties under which a client keeps the client that it sends with.
var innerProps = []string{"Inner", "HTTPClient", "Client"}

// layers returns the objects of a client value and of the clients inside it.
func (o *op) layers(client Value) []*Object {
	out := o.objects(client)
	for i := 0; i < len(out) && i < maxObjects; i++ {
		for _, p := range innerProps {
			if v := out[i].Fields[p]; v != nil && hasRef(v) {
				out = append(out, o.objects(v)...)
			}
		}
	}
	return out
}

// repeatsItself says whether the library of a request or of its client sends it again by itself.
func (o *op) repeatsItself(client, req Value) bool {
	again, safeOnly := o.row.Text("retries") != "", false
	for _, c := range append(o.layers(client), o.objects(req)...) {
		again = again || retries(c)
		if v := c.Fields["retriesSafe"]; v != nil {
			safeOnly = true
		}
		if v := c.Fields["IsRetryAllowNonIdempotent"]; v != nil && !IsEmpty(v) {
			return again
		}
	}
	if !safeOnly || !again {
		return again
	}
	for _, r := range o.objects(req) {
		method, _ := IsConst(orNil(r.Fields["Method"]))
		return method == "PUT" || method == "DELETE" || method == "GET"
	}
	return false
}

// transport runs the client's own RoundTripper, which sends the request in its turn;
// false when there is none in view.
func (o *op) transport(client, req Value) bool {
	if _, own := o.row.Get("transport"); own {
		return false // the row is that of a transport: the request leaves here
	}
	if prop := o.row.Text("next"); prop != "" {
		return o.onward(client, prop, req)
	}
	for _, c := range append(o.layers(client), o.objects(req)...) {
		rt := c.Fields["Transport"]
		if rt == nil {
			continue
		}
		for _, t := range Values(rt) {
			t = o.innerTransport(t)
			typ := o.m.dynamicType(o.st, t)
			if _, isFn := t.(*Fn); !isFn && o.m.code.Method(typ, "RoundTrip") == nil && !sends(typ) {
				continue
			}
			return o.through(client, t, req)
		}
	}
	return false
}

// onward runs the transport that a library's hands the request to; false when it has none in view.
func (o *op) onward(client Value, prop string, req Value) bool {
	for _, obj := range o.objects(o.args[0]) {
		if next := obj.Fields[prop]; next != nil && !IsEmpty(next) && len(Values(next)) == 1 {
			return o.through(client, next, req)
		}
	}
	return false
}

// doer runs the method Do of what a library's client sends with, where the program has one of its own.
func (o *op) doer(client, req Value) bool {
	with := Values(orNil(client))
	for _, c := range o.layers(client) {
		for _, p := range innerProps {
			with = append(with, Values(orNil(c.Fields[p]))...)
		}
	}
	for _, v := range with {
		body := o.m.code.Method(o.m.dynamicType(o.st, v), "Do")
		if body == nil || len(body.Params) != 2 || body.Params[1].Type != "*net/http.Request" {
			continue
		}
		before := len(o.m.Sent)
		o.m.callNamed(o.site, body.Name, []Value{v, req})
		return len(o.m.Sent) > before
	}
	return false
}

// sends says whether a transport is one of a library that has a client of its own.
func sends(typ string) bool {
	row := httplib.Lookup("(*" + typ + ").RoundTrip")
	if row == nil || row.Op != "send" {
		return false
	}
	_, own := row.Get("via")
	return own
}

// via is the client that a library's transport sends with, inside the one that it is the
// transport of: a property of the transport, or itself.
func (o *op) via(d httplib.Operand) Value {
	inner := o.args[0]
	if d.Arg < 0 {
		inner = Nil
		for _, obj := range o.objects(o.args[0]) {
			inner = orNil(obj.Fields[d.Text])
		}
	}
	return o.inside(o.outerClient(), inner, 0)
}

// outerClient is the client whose transport runs.
func (o *op) outerClient() Value {
	for f := o.f; f != nil; f = f.Parent {
		if f.client != nil {
			return f.client
		}
	}
	return nil
}

// innerTransport follows the transports of libraries to the one that they wrap.
func (o *op) innerTransport(t Value) Value {
	for range 8 {
		typ := o.m.dynamicType(o.st, t)
		if in := o.embedded(t, typ, "RoundTrip"); in != nil {
			t = in
			continue
		}
		row := httplib.Lookup("(*" + typ + ").RoundTrip")
		if row == nil || row.Text("next") == "" {
			return t
		}
		next := Value(nil)
		for _, obj := range o.objects(t) {
			next = obj.Fields[row.Text("next")]
		}
		if next == nil || len(Values(next)) > 1 {
			return t
		}
		t = next
	}
	return t
}

// embedded returns the interface value in a struct that has its method from there; nil for another one.
func (o *op) embedded(v Value, typ, method string) Value {
	t := o.m.code.Type(typ)
	if t == nil || o.m.code.Method(typ, method) != nil {
		return nil
	}
	for _, fd := range t.Fields {
		if !fd.Embedded || fd.Type != "net/http.RoundTripper" {
			continue
		}
		for _, obj := range o.objects(v) {
			if in := obj.Fields[fd.Name]; in != nil && !IsEmpty(in) && len(Values(in)) == 1 {
				return in
			}
		}
	}
	return nil
}

// through sends the request by a transport in view; false when that sends none for a reason that is not in
// view. One that always fails before it sends has none to send.
func (o *op) through(client, t, req Value) bool {
	before := len(o.m.Sent)
	x := &ir.Instr{Op: ir.Invoke, N: -1, Sym: "RoundTrip", Type: "net/http.RoundTripper", Result: "(*net/http.Response, error)", Pos: o.x.Pos}
	f := &Frame{of: o.f, Fn: o.f.Fn, Parent: o.f.Parent, CallPos: o.f.CallPos, Call: o.f.Call, active: o.f.active, block: o.f.block, turns: o.f.turns, loops: o.f.loops, client: client, Sends: o.x, regs: o.f.regs}
	st := o.st.clone()
	v := o.m.dispatch(site{f, st, x}, "RoundTrip", "(net/http.RoundTripper).RoundTrip", []Value{t, req}, nil)
	*o.st = *st
	results, ok := v.(*Tuple)
	return len(o.m.Sent) > before || ok && (IsEmpty(results.Vals[0]) || filled(st, errorOf(v)))
}
