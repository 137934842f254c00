package eval

import (
	"slices"
	"strings"

	"github.com/auroravet/auroravet/internal/httplib"
	"github.com/auroravet/auroravet/internal/ir"
)

// Sent is a request at the moment at which it leaves.
type Sent struct {
	// Site is the call that sends it, Made the call that makes it; the same for a one-shot call.
	Site, Made Site
	// Kept says that another function made the request, and that what sends it found it
	// where that function has put it.
	Kept    bool
	Method  Value
	URL     Value
	Body    Value
	Context Value
	// Header is the header map; nil when a call can carry none.
	Header *Object
	// Client is the client that sends it; nil for the default client of net/http.
	Client Value
	// Transport is what carries it in the end, where a transport is in view; Request is the
	// request itself, or what a library makes one of.
	Transport, Request Value
	// Timeout says that the sending call itself has a deadline.
	Timeout bool
	// OneShot says that the call makes and sends the request and takes no header.
	OneShot bool
	// Choice says that the URL is one of several that the packages in view store in its parts,
	// or that its parts are kept in a generic type, which is there to be made with others.
	Choice bool
	// Given says that the client may be one that a caller gives instead.
	Given bool
	// Earlier is the same request at an earlier attempt that the library makes by itself.
	Earlier *Sent
	// Turns are the loops that run at the sending.
	Turns []Turn
	// Again says of a sending in a trial that the same was sent before on some path that leads to it.
	Again bool
	sure  bool // nothing unknown decides that
	// Before are the sendings before it on the same way, Run all of the run where a function calls
	// itself; whoever ran the function sets them.
	Before *Attempt
	Run    []*Sent
	State  *State
	Row    *httplib.Row
}

// Attempt is a sending, and those before it.
type Attempt struct {
	Sent *Sent
	Next *Attempt
}

// outgoing returns the request that a call sends: the one it is given, with what the
// call adds, or one of its own.
func (o *op) outgoing() Value {
	given := o.arg("request")
	if given == nil {
		r, _ := o.make(requestType, structObject)
		h, _ := o.make("net/http.Header", mapObject)
		o.st.set(r.ID, "Header", h)
		o.addTo(r.ID)
		return r
	}
	ids := o.m.target(o.f, o.st, given)
	var out []Value
	for _, id := range ids {
		id = o.unwrapped(id)
		o.addTo(id)
		out = append(out, &Ref{ID: id})
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
		if (name == "Header" || d.First) && IsEmpty(v) {
			continue
		}
		o.st.set(id, name, v)
	}
}

// unwrapped follows a library's request to the net/http request that it was made around
// by a literal.
func (o *op) unwrapped(id int) int {
	if r, ok := o.st.heap.get(id).Fields["Request"].(*Ref); ok && o.st.heap.get(r.ID) != nil && o.st.heap.get(id).Fields["Method"] == nil {
		return r.ID
	}
	return id
}

func (o *op) clientOf(req Value) Value {
	if c := o.arg("client"); c != nil {
		return o.fixedClient(c)
	}
	if d, ok := o.row.Get("via"); ok {
		return o.via(d)
	}
	if c := o.outerClient(); c != nil {
		return c
	}
	if r, ok := req.(*Ref); ok {
		obj := o.st.heap.get(r.ID)
		if c := obj.Fields["Client"]; c != nil {
			if s, ok := c.(*Sym); ok && obj.Open && s.Origin == GlobalSym && s.Name == DefaultClient {
				return nil // what it begins with may have been replaced
			}
			return o.fixedClient(c)
		}
	}
	return nil
}

// fixedClient returns the client that a row names by a word: net/http's default one, or
// that of the library's own package, which may have a timeout.
func (o *op) fixedClient(c Value) Value {
	text, _ := IsConst(c)
	switch {
	case text == "default", IsEmpty(c):
		return &Sym{Origin: GlobalSym, Name: DefaultClient, Site: Site{Frame: o.f, Pos: o.x.Pos, Instr: o.x}}
	case text == "":
		return c
	}
	r, obj := o.make(o.row.Package()+".Client", structObject)
	if text == "bounded" {
		obj.Fields["Timeout"] = &Const{Kind: ir.KindOther, Str: "default"}
	}
	return r
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
		if obj := o.st.heap.get(id); obj != nil {
			out = append(out, obj)
		}
	}
	return out
}

// emit records the request as it leaves.
func (o *op) emit(client, req Value) {
	s := &Sent{
		Site: Site{Frame: o.f, Pos: o.x.Pos, Instr: o.x}, Made: Site{Frame: o.f, Pos: o.x.Pos, Instr: o.x}, Client: client, Row: o.row,
		Turns: o.f.running(), OneShot: o.row.Op == "send" && o.arg("request") == nil && o.arg("header") == nil,
	}
	s.Given = o.m.given > 0
	s.Transport, s.Request = o.carrier(client, req), req
	if t := o.arg("timeout"); t != nil {
		s.Timeout = !IsEmpty(t)
	}
	st := o.st.clone()
	s.State = st
	if ids := o.m.target(o.f, st, req); len(ids) > 0 {
		o.describe(s, ids[0])
	}
	if c := o.arg("ctx"); c != nil && !IsEmpty(c) {
		s.Context = c
	}
	if t := o.m.trial; t != nil && (t.Spares == nil || !t.Spares(s)) {
		s.Again, s.sure = o.st.noteSent(s.Site)
	}
	o.m.Sent = append(o.m.Sent, s)
}

// describe fills in what the request object holds.
func (o *op) describe(s *Sent, id int) {
	obj := s.State.heap.get(id)
	get := func(name string) Value {
		if obj.Lazy != nil || obj.Fields[name] != nil {
			return o.m.field(s.State, id, name, "")
		}
		return nil
	}
	if _, fixed := o.row.Get("method"); !fixed && obj.Lazy == nil && obj.Site.Frame != nil {
		s.Made, s.Kept = obj.Site, obj.Site.Frame.root() != o.f.root()
	}
	if t := obj.Fields["Timeout"]; t != nil && !IsEmpty(t) {
		s.Timeout = true
	}
	s.Method, s.Body, s.Context = get("Method"), get("Body"), get("ctx")
	if g, ok := s.Method.(*Sym); ok && g.Origin == GlobalSym {
		s.Method = o.m.expand(s.State, g, 0)
	}
	full := o.fullURL(s, obj, get("URL"))
	s.URL = o.m.expand(s.State, full, 0)
	s.Choice = full != nil && (len(Values(full)) < len(Values(s.URL)) || ofGeneric(full))
	if h := get("Header"); h != nil {
		for _, hid := range o.m.target(o.f, s.State, h) {
			s.Header = s.State.heap.get(hid)
			if m := s.Header.Fields["Method"]; m != nil && unsaid(s.Method) {
				s.Method = m
			}
			if u := s.Header.Fields["URL"]; u != nil && unsaid(s.URL) {
				s.URL = u
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

// unsaid says whether a request says nothing itself, or no more.
func unsaid(v Value) bool { return v == nil || IsEmpty(v) }

// ofGeneric says whether a part of a URL is a field of a generic type.
func ofGeneric(u Value) bool {
	return slices.ContainsFunc(Parts(u), func(p Value) bool {
		s, ok := p.(*Sym)
		if !ok || s.Origin != FieldSym {
			return false
		}
		of, ok := s.Of.(*Sym)
		if !ok {
			return false
		}
		typ, _, generic := strings.Cut(of.Type, "[")
		return generic && strings.Contains(typ, ".")
	})
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
	if isWhole(s.State, u) {
		return text
	}
	base := baseOf(obj)
	if base == nil {
		for _, c := range o.objects(s.Client) {
			if b := baseOf(c); b != nil {
				base = b
			}
		}
	}
	if host := obj.Fields["URLHost"]; host != nil && !IsEmpty(host) {
		text = concat(Str("https://"), host)
	}
	if path := obj.Fields["Path"]; path != nil {
		if text != nil && !IsEmpty(text) {
			base = text
		}
		text = path
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

// baseOf returns the base that an object puts before relative URLs.
func baseOf(obj *Object) Value {
	for _, name := range []string{"Base", "BaseURL", "HostURL"} {
		if v := obj.Fields[name]; v != nil && !IsEmpty(v) {
			return v
		}
	}
	return nil
}

// withDefaults adds the headers that a client gives to every request.
func (o *op) withDefaults(st *State, h *Object, c *Object) *Object {
	if c == nil {
		return h
	}
	d, ok := c.Fields["Header"].(*Ref)
	if !ok || st.heap.get(d.ID) == nil {
		return h
	}
	out := *h
	out.Fields = map[string]Value{}
	for k, v := range st.heap.get(d.ID).Fields {
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

// inside returns a client like outer that sends with inner: what bounds outer, or a client
// within it, bounds what inner does.
func (o *op) inside(outer, inner Value, depth int) Value {
	if outer == nil || depth > 4 {
		return inner
	}
	for _, id := range o.m.target(o.f, o.st, outer) {
		r := o.m.copyStruct(o.f, o.st, id, o.x.Pos).(*Ref)
		c := o.st.edit(r.ID)
		delete(c.Fields, "Transport")
		at, within := "Inner", Value(nil)
		for _, p := range innerProps {
			if v := c.Fields[p]; v != nil && hasRef(v) {
				at, within = p, v
			}
		}
		in := o.inside(within, inner, depth+1)
		o.st.set(r.ID, at, in)
		return r
	}
	return inner
}
