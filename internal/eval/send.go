package eval

import (
	"strings"

	"github.com/auroravet/auroravet/internal/httplib"
	"github.com/auroravet/auroravet/internal/ir"
)

// Sent is a request at the moment at which it leaves.
type Sent struct {
	// Site is the call that sends it, Made the call that makes it; the same for a one-shot call.
	Site, Made Site
	Method     Value
	URL        Value
	Body       Value
	Context    Value
	// Header is the header map; nil when a call can carry none.
	Header *Object
	// Client is the client that sends it; nil for the default client of net/http.
	Client Value
	// Timeout says that the sending call itself has a deadline.
	Timeout bool
	// OneShot says that the call makes and sends the request and takes no header.
	OneShot bool
	// Turns are the loops that run at the sending.
	Turns []Turn
	State *State
	Row   *httplib.Row
}

// send sends a request: through the hooks and the transport of its client, where these are in view.
func (o *op) send() Value {
	for _, req := range Values(o.outgoing()) {
		client := o.clientOf(req)
		o.runHooks(client, req)
		if o.transport(client, req) {
			continue
		}
		o.emit(client, req)
	}
	if strings.HasPrefix(o.x.Type, "(") {
		return o.shape(o.m.sym(o.f, &Sym{Origin: Result, Name: o.row.Func, Type: o.resultType()}))
	}
	return o.m.sym(o.f, &Sym{Origin: Result, Name: o.row.Func, Type: o.x.Type})
}

// outgoing returns the request that a call sends: the one it is given, with what the
// call adds, or one of its own.
func (o *op) outgoing() Value {
	given := o.arg("request")
	if given == nil {
		r, _ := o.make("net/http.Request", structObject)
		o.addTo(r.ID)
		return r
	}
	ids := o.m.target(o.f, o.st, given)
	var out []Value
	for _, id := range ids {
		o.addTo(id)
		out = append(out, &Ref{id})
	}
	if len(out) == 0 {
		return given
	}
	return join(out...)
}

// addTo stores what the sending call says about the request.
func (o *op) addTo(id int) {
	for _, d := range o.row.Operands {
		name, ok := props[d.Name]
		if !ok || d.Name == "client" {
			continue
		}
		v := o.operand(d)
		if name == "Method" && IsEmpty(v) {
			v = Str("GET")
		}
		if name == "Header" && IsEmpty(v) {
			continue
		}
		o.st.set(id, name, v)
	}
}

func (o *op) clientOf(req Value) Value {
	if o.row.Text("client") == "default" {
		return &Sym{Origin: GlobalSym, Name: DefaultClient}
	}
	if c := o.arg("client"); c != nil {
		return c
	}
	for f := o.f; f != nil; f = f.Parent {
		if f.client != nil {
			return f.client
		}
	}
	if r, ok := req.(*Ref); ok {
		if c := o.st.heap[r.ID].Fields["Client"]; c != nil {
			return c
		}
	}
	return nil
}

// DefaultClient is the name of net/http's default client.
const DefaultClient = "net/http.DefaultClient"

// objects returns the objects of a client value, or none.
func (o *op) objects(v Value) []*Object {
	if v == nil {
		return nil
	}
	var out []*Object
	for _, id := range o.m.target(o.f, o.st, v) {
		out = append(out, o.st.heap[id])
	}
	return out
}

// hookProp is the property under which a client or request keeps the functions that a library calls.
const hookProp = "hooks"

// hook registers a function that the library calls with each request.
func (o *op) hook() Value {
	for _, id := range o.m.target(o.f, o.st, o.arg("on")) {
		h, hobj := o.make("hook", structObject)
		hobj.Fields["func"] = orNil(o.arg("func"))
		hobj.Fields["when"] = Str(o.row.Text("when"))
		hobj.Fields["request"] = Str(o.row.Text("param"))
		list, _ := o.make("[]hook", listObject)
		if old, ok := o.st.heap[id].Fields[hookProp].(*Ref); ok {
			o.st.edit(list.ID).List = append(o.st.heap[old.ID].List, h)
		} else {
			o.st.edit(list.ID).List = []Value{h}
		}
		o.st.set(id, hookProp, list)
	}
	return o.arg("on")
}

// hookFields are the struct fields that a library calls with the request, and when.
var hookFields = map[string]string{"PrepareRetry": "attempt", "RequestLogHook": "", "PreRequestHook": "attempt"}

// runHooks calls the functions that the client has registered.
func (o *op) runHooks(client, req Value) {
	for _, c := range o.objects(client) {
		if c == nil {
			continue
		}
		list, _ := c.Fields[hookProp].(*Ref)
		if list != nil {
			for _, h := range o.st.heap[list.ID].List {
				hobj := o.st.heap[h.(*Ref).ID]
				o.runHook(c, hobj.Fields["func"], hobj.Fields["when"], req)
			}
		}
		for _, name := range sortedKeys(hookFields) {
			if fn := c.Fields[name]; fn != nil && !IsEmpty(fn) && hookFields[name] != "" {
				o.runHook(c, fn, Str(hookFields[name]), req)
			}
		}
	}
}

// runHook calls a hook; one that runs before each attempt runs twice when the client retries.
func (o *op) runHook(c *Object, fn, when, req Value) {
	text, _ := IsConst(orNil(when))
	if text != "attempt" || !retries(c) {
		o.m.callValue(o.site, fn, o.hookArgs(fn, req), nil)
		return
	}
	loop := &LoopInfo{Library: true, Frame: o.f, Pos: o.x.Pos}
	for nth := range 2 {
		o.m.callValue(o.site, fn, o.hookArgs(fn, req), []Turn{{loop, nth}})
	}
	o.f.active = append(o.f.active, Turn{loop, 1})
}

// retries says whether a client repeats requests by itself.
func retries(c *Object) bool {
	for _, name := range []string{"retries", "RetryMax"} {
		if v, ok := c.Fields[name]; ok {
			return !IsEmpty(v)
		}
	}
	return false
}

// hookArgs gives a hook the request where its parameters take one.
func (o *op) hookArgs(fn, req Value) []Value {
	args := o.fit(fn, nil)
	for i, a := range args {
		s := a.(*Sym)
		if strings.HasSuffix(s.Type, "Request") || strings.HasSuffix(s.Type, "Request]") {
			args[i] = req
		}
	}
	return args
}

// transport runs the client's own RoundTripper, which sends the request in its turn;
// false when there is none in view.
func (o *op) transport(client, req Value) bool {
	if _, own := o.row.Get("transport"); own {
		return false // the row is that of a transport: the request leaves here
	}
	for _, c := range o.objects(client) {
		if c == nil {
			continue
		}
		rt := c.Fields["Transport"]
		if rt == nil {
			continue
		}
		for _, t := range Values(rt) {
			typ := o.m.dynamicType(o.st, t)
			if _, isFn := t.(*Fn); !isFn && o.m.code.Method(typ, "RoundTrip") == nil {
				continue
			}
			return o.through(client, t, req)
		}
	}
	return false
}

// through sends the request by a transport in view.
func (o *op) through(client, t, req Value) bool {
	before := len(o.m.Sent)
	x := &ir.Instr{Op: ir.Invoke, N: -1, Sym: "RoundTrip", Type: "net/http.RoundTripper", Pos: o.x.Pos}
	f := &Frame{Fn: o.f.Fn, Parent: o.f.Parent, CallPos: o.f.CallPos, Call: o.f.Call, active: o.f.active, block: o.f.block, turns: o.f.turns, loops: o.f.loops, client: client, regs: o.f.regs}
	st := o.st.clone()
	o.m.dispatch(site{f, st, x}, "RoundTrip", "(net/http.RoundTripper).RoundTrip", []Value{t, req}, nil)
	*o.st = *st
	return len(o.m.Sent) > before
}

// emit records the request as it leaves.
func (o *op) emit(client, req Value) {
	s := &Sent{
		Site: Site{Frame: o.f, Pos: o.x.Pos, Instr: o.x}, Made: Site{Frame: o.f, Pos: o.x.Pos, Instr: o.x}, Client: client, Row: o.row,
		Turns: o.f.running(), OneShot: o.arg("request") == nil && o.arg("header") == nil,
	}
	if t := o.arg("timeout"); t != nil {
		s.Timeout = !IsEmpty(t)
	}
	st := o.st.clone()
	s.State = st
	if ids := o.m.target(o.f, st, req); len(ids) > 0 {
		o.describe(s, ids[0])
	}
	if c := o.arg("ctx"); c != nil {
		s.Context = c
	}
	o.m.Sent = append(o.m.Sent, s)
}

// describe fills in what the request object holds.
func (o *op) describe(s *Sent, id int) {
	obj := s.State.heap[id]
	get := func(name string) Value {
		if obj.Lazy != nil || obj.Fields[name] != nil {
			return o.m.field(s.State, id, name, "")
		}
		return nil
	}
	if obj.Site.Frame != nil && obj.Lazy == nil {
		s.Made = obj.Site
	}
	s.Method, s.Body, s.Context = get("Method"), get("Body"), get("ctx")
	s.URL = o.m.expand(s.State, o.fullURL(s, obj, get("URL")), 0)
	if h := get("Header"); h != nil {
		for _, hid := range o.m.target(o.f, s.State, h) {
			s.Header = s.State.heap[hid]
			if m := s.Header.Fields["Method"]; m != nil && s.Method == nil {
				s.Method = m
			}
		}
	}
	if s.Header == nil {
		s.Header = &Object{Type: "net/http.Header", Fields: map[string]Value{}, kind: mapObject, Open: obj.Open}
	}
	for _, c := range o.objects(s.Client) {
		s.Header = o.withDefaults(s.State, s.Header, c)
	}
	if s.Method == nil && obj.Lazy == nil {
		s.Method = o.defaultMethod(s)
	}
}

// defaultMethod is what a library sends when no method was chosen: GET, or POST with a body
// for a builder whose row says so.
func (o *op) defaultMethod(s *Sent) Value {
	if o.row.Text("default") == "bymethod" && s.Body != nil && !IsEmpty(s.Body) {
		return Str("POST")
	}
	return Str("GET")
}

// fullURL puts the base of the request or of its client before a relative URL.
func (o *op) fullURL(s *Sent, obj *Object, u Value) Value {
	var text Value
	if u != nil {
		text = o.m.URLText(s.State, u)
	}
	base := obj.Fields["Base"]
	if base == nil {
		for _, c := range o.objects(s.Client) {
			if c != nil && c.Fields["Base"] != nil {
				base = c.Fields["Base"]
			}
		}
	}
	if path := obj.Fields["Path"]; path != nil {
		base, text = text, path
	}
	if base == nil || IsEmpty(base) {
		return text
	}
	base = o.m.URLText(s.State, base)
	if text == nil || IsEmpty(text) {
		return base
	}
	return each(text, func(t Value) Value {
		if strings.Contains(Pattern(t, "\x00"), "://") {
			return t
		}
		return each(base, func(b Value) Value { return slashed(b, t) })
	})
}

// withDefaults adds the headers that a client gives to every request.
func (o *op) withDefaults(st *State, h *Object, c *Object) *Object {
	if c == nil {
		return h
	}
	d, ok := c.Fields["Header"].(*Ref)
	if !ok || st.heap[d.ID] == nil {
		return h
	}
	out := *h
	out.Fields = map[string]Value{}
	for k, v := range st.heap[d.ID].Fields {
		out.Fields[k] = v
	}
	for k, v := range h.Fields {
		if old := out.Fields[k]; old != nil && h.Maybe[k] {
			v = join(old, v)
		}
		out.Fields[k] = v
	}
	return &out
}
