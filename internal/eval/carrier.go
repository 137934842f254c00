package eval

import (
	"maps"
	"slices"

	"github.com/auroravet/auroravet/internal/httplib"
	"github.com/auroravet/auroravet/internal/ir"
)

// This file holds what is known of the transport that carries a request, and of where its
// settings were made.

// Types whose settings say how safe a connection is.
const (
	TransportType = "net/http.Transport"
	TLSConfigType = "crypto/tls.Config"
)

// DefaultTransport is the name of the transport of clients that have none.
const DefaultTransport = "net/http.DefaultTransport"

// placed are the types of which it is noted where a field was set.
var placed = []string{TransportType, TLSConfigType, urlType}

// repeatProps are the properties of clients that say how often they repeat.
var repeatProps = []string{"retries", "RetryMax", "RetryCount"}

// turnProps are the functions of clients that say after which answers they repeat, and how long they wait.
var turnProps = []string{"CheckRetry", "Backoff", pacerProp}

// placedProps are the properties of which it is noted, whatever has them.
var placedProps = slices.Concat([]string{"InsecureSkipVerify", AuthProp}, repeatProps, turnProps)

// noteStore notes where a field gets its value.
func noteStore(f *Frame, st *State, x *ir.Instr, addr Value) {
	for _, a := range Values(addr) {
		if a, ok := a.(*Addr); ok {
			if o := st.heap.get(a.ID); o != nil && (slices.Contains(placed, o.Type) || slices.Contains(placedProps, a.Field)) {
				st.note(a.ID, a.Field, Site{Frame: f, Pos: x.Pos, Instr: x})
			}
		}
	}
}

// noteProps notes where a row sets a property.
func (o *op) noteProps(id int) {
	for _, name := range placedProps {
		if _, ok := o.row.Get(name); ok {
			o.st.note(id, name, Site{Frame: o.f, Pos: o.x.Pos, Instr: o.x})
		}
	}
}

func (s *State) note(id int, field string, at Site) {
	o := s.edit(id)
	o.Set = maps.Clone(o.Set)
	if o.Set == nil {
		o.Set = map[string]Site{}
	}
	o.Set[field] = at
}

// furnish gives an object that a library made, or a copy of net/http's transport, the
// transport and the TLS settings that code reads from it to change them.
func (m *Machine) furnish(f *Frame, st *State, a *Addr, x *ir.Instr) {
	typ := map[string]string{"*" + TLSConfigType: TLSConfigType, "net/http.RoundTripper": TransportType}[x.Type]
	o := st.heap.get(a.ID)
	if typ == "" || o.Fields[a.Field] != nil || !o.Made && (o.Lazy == nil || o.Lazy.Name != DefaultTransport) {
		return
	}
	r := m.newObject(f, st, typ, x.Pos, structObject)
	made := st.edit(r.ID)
	made.Made = true
	st.set(a.ID, a.Field, r)
}

// fillAnswer opens the struct into which a library reads the answer to a request.
func (o *op) fillAnswer() {
	v := o.arg("fills")
	if v == nil {
		return
	}
	for _, id := range o.m.target(o.f, o.st, v) {
		obj := o.st.edit(id)
		if obj.within == nil && obj.kind == structObject {
			obj.within = o.m.sym(o.f, &Sym{Origin: Result, Name: o.row.Func, Type: obj.Type})
		}
		o.m.open(o.st, id)
	}
}

// noteAuth notes the value that a client is given to prove with each request who sends it.
func (o *op) noteAuth(on, name, value Value) {
	if text, ok := IsConst(name); !ok || headerKey(text) != "Authorization" {
		return
	}
	for _, id := range o.m.target(o.f, o.st, on) {
		if httplib.Client(o.st.heap.get(id).Type) {
			o.st.set(id, AuthProp, value)
			o.st.note(id, AuthProp, Site{Frame: o.f, Pos: o.x.Pos, Instr: o.x})
		}
	}
}

// filledFirst puts a struct that was read from somewhere before the empty ones that a
// function returns with its errors.
func filledFirst(st *State, vals []Value) []Value {
	for i, v := range vals {
		r, ok := v.(*Ref)
		if !ok || st.heap.get(r.ID) == nil {
			break
		}
		o := st.heap.get(r.ID)
		if o.Open {
			return vals[i:]
		}
		if o.Lazy != nil || len(o.Fields) > 0 {
			break
		}
	}
	return vals
}

// AuthProp is the property of a client that it sends with each request to prove who sends it.
const AuthProp = "AuthToken"

// carrier is the transport that carries a request: the one that the row is of, or the
// first that the client or the request has.
func (o *op) carrier(client, req Value) Value {
	if t := o.arg("transport"); t != nil {
		return t
	}
	for _, c := range append(o.layers(client), o.objects(req)...) {
		if t := c.Fields["Transport"]; t != nil && !IsEmpty(t) {
			return each(t, o.innerTransport)
		}
	}
	return nil
}

// Field returns what a field of an object holds at the sending.
func (s *Sent) Field(id int, name string) Value {
	o := s.State.heap.get(id)
	if o == nil {
		return nil
	}
	if v := o.Fields[httplib.Field(o.Type, name)]; v != nil {
		return v
	}
	if o.Lazy != nil || o.Open || o.Made {
		return new(Machine).field(s.State, id, name, "")
	}
	return nil
}

// Pointee returns what a hole points to at the sending, nil when nothing is known of it.
func (s *Sent) Pointee(h *Sym) Value {
	v, _ := s.State.syms.find(h.key())
	return v
}
