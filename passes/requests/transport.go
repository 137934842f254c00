package requests

import (
	"go/token"
	"slices"
	"strconv"
	"strings"

	"github.com/auroravet/auroravet/internal/eval"
	"github.com/auroravet/auroravet/internal/httplib"
	"github.com/auroravet/auroravet/internal/ir"
)

// Flaw says how a connection lets others read or change what a call sends.
type Flaw uint8

// The flaws of connections.
const (
	SkipsVerification Flaw = iota // certificates are not looked at
	AcceptsAll                    // a function looks at them and refuses none
	DialsUnverified               // a function connects without a look at certificates
	OldVersion                    // TLS 1.1, or older
	PlainText                     // no TLS at all, by the scheme of a URL
	JoinedPlain                   // no TLS at all, by an address that is put together
)

// Exposed is a call with a flaw of the connection that it goes over.
type Exposed struct {
	*Call
	// Pos is where the flaw is set up, or the call when that is elsewhere.
	Pos  token.Pos
	Flaw Flaw
	// Setting is the field or method that makes the flaw, or the host that is called in plain text.
	Setting string
	set     eval.Site
}

// flaw is a flaw of a connection with the place that makes it.
type flaw struct {
	kind    Flaw
	setting string
	at      eval.Site
}

// Exposed returns the calls that go over connections with a flaw, each flaw once.
func (r *Result) Exposed() []Exposed {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.exposed == nil {
		r.exposed = r.findExposed()
	}
	return r.exposed
}

func (r *Result) findExposed() []Exposed {
	type place struct {
		kind Flaw
		at   string
	}
	seen := map[place]bool{}
	out := []Exposed{} // asked for once
	var handed []*Call
	if r.an != nil && r.an.makesFlaw() {
		handed = slices.Concat(r.paired, r.an.handedOn(), r.an.based(), r.an.proxies(), r.an.fitted(r.Calls))
	}
	for i, c := range slices.Concat(r.Calls, r.grants, handed, r.options) {
		abroad := i >= len(r.Calls)+len(r.grants)
		for _, fl := range c.flaws() {
			if c.option != nil && !c.fixedBy(fl.at) {
				continue // it is there without the option
			}
			if abroad && (fl.kind == JoinedPlain || c.an.madeAbroad(fl.at)) {
				continue // of such a call only the client is this package's, and what it does to requests
			}
			at := token.Pos(fl.at.Own(c.an.prog.Path))
			key := place{fl.kind, strconv.Itoa(int(at))}
			if at == 0 {
				at, key.at = c.Pos, siteName(fl.at)
			}
			if seen[key] || !at.IsValid() || c.an.madeAbroad(fl.at) && (fl.kind >= PlainText || among(c.an.flawed, fl.at) || c.judgedAbroad(func(c *Call) bool { return len(c.flaws()) > 0 })) {
				continue // it is seen there
			}
			seen[key] = true
			out = append(out, Exposed{c, at, fl.kind, fl.setting, fl.at})
		}
	}
	return slices.DeleteFunc(slices.Clone(out), func(e Exposed) bool { // what an option stores, without its place
		return e.set.Frame == nil && slices.ContainsFunc(out, func(o Exposed) bool { return o.option != nil && o.Flaw == e.Flaw && o.Setting == e.Setting })
	})
}

// siteName tells the places of other packages apart.
func siteName(s eval.Site) string {
	if s.Frame == nil {
		return ""
	}
	return s.Frame.Fn.Name + eval.InstrKey(s.Instr)
}

// flaws returns the flaws of the connections that a call may go over.
func (c *Call) flaws() []flaw {
	w := &wire{a: c.an, s: c.sent}
	layers := w.layers()
	for _, id := range layers {
		w.settings(id)
	}
	carriers, _ := w.objects(c.sent.Transport, 0)
	for _, id := range carriers {
		w.settings(id)
	}
	if len(carriers) == 0 && w.fallsBack(layers) {
		w.defaults()
	}
	return append(w.found, c.plain()...)
}

// wire looks at what carries one request.
type wire struct {
	a     *analyzer
	s     *eval.Sent
	found []flaw
}

func (w *wire) add(kind Flaw, setting string, at eval.Site) {
	w.found = append(w.found, flaw{kind, setting, at})
}

// objects returns the objects that a value may be; all is false when it may be something else.
func (w *wire) objects(v eval.Value, depth int) (ids []int, all bool) {
	if v == nil || depth > 4 {
		return nil, false
	}
	all = true
	for _, x := range eval.Values(v) {
		switch x := x.(type) {
		case *eval.Ref:
			if w.s.State.Object(x.ID) != nil {
				ids = append(ids, x.ID)
				continue
			}
			all = false
		case *eval.Sym:
			to := w.s.Pointee(x)
			if to == nil && x.Summed && !w.anyOf(x) {
				stored, heap := w.a.store.Lookup(x)
				w.s.State.Adopt(stored, heap)
				to = stored
			}
			more, known := w.objects(to, depth+1)
			ids, all = append(ids, more...), all && known
		default:
			all = false
		}
	}
	return ids, all
}

// makesFlaw says whether the package makes TLS settings, or takes the TLS from a URL.
func (a *analyzer) makesFlaw() bool {
	for _, made := range a.store.instances {
		for _, in := range made {
			o := a.store.heap[in.id]
			if (o.Type == eval.TLSConfigType || holds(o.Fields["InsecureSkipVerify"], isTrue)) && o.Site.Own(a.prog.Path) != 0 && !a.madeAbroad(o.Site) {
				return true
			}
		}
	}
	return slices.ContainsFunc(a.prog.Own, func(fn *ir.Func) bool { // where a connection is made, it may run later
		return slices.ContainsFunc(fn.Instrs(), func(in *ir.Instr) bool { return in.Op == ir.Alloc && in.Sym == eval.TLSConfigType || setsPlain(fn, in) })
	})
}

// setsPlain says whether an instruction stores the scheme of plain HTTP in a URL.
func setsPlain(fn *ir.Func, in *ir.Instr) bool {
	if in.Op != ir.Store {
		return false
	}
	at, c := fn.Def(in.Args[0]), fn.Const(in.Args[1])
	return at != nil && at.Op == ir.FieldAddr && at.Sym == "Scheme" && c != nil && c.Kind == ir.KindString && c.Str == "http"
}

// anyOf says whether a hole is a part of a client that the caller gives, of which more is known than its type:
// the functions that call this one say which it is, or there are several.
func (w *wire) anyOf(x *eval.Sym) bool {
	of, ok := x.Of.(*eval.Sym)
	if !ok || of.Origin != eval.Param || of.Wired || !httplib.Client(of.Type) {
		return false
	}
	return len(w.a.callers[w.s.Site.Stack()[0].Name]) > 0 || w.a.store.makers(strings.TrimLeft(of.Type, "*")) > 1
}

// layers returns the client, the clients inside it and the request of a library.
func (w *wire) layers() []int {
	out, _ := w.objects(w.s.Client, 0)
	req, _ := w.objects(w.s.Request, 0)
	out = append(out, req...)
	for i := 0; i < len(out) && i < 16; i++ {
		for _, p := range innerProps {
			in, _ := w.objects(w.s.Field(out[i], p), 0)
			for _, id := range in {
				if !slices.Contains(out, id) {
					out = append(out, id)
				}
			}
		}
	}
	return out
}

// dialers are the fields of transports that make the connection together with its TLS.
var dialers = []string{"DialTLS", "DialTLSContext"}

// settings looks at the settings of a client or transport.
func (w *wire) settings(id int) {
	o := w.s.State.Object(id)
	if holds(o.Fields["InsecureSkipVerify"], isTrue) {
		w.add(SkipsVerification, "InsecureSkipVerify", o.Set["InsecureSkipVerify"])
	}
	dialed := false
	for _, name := range dialers {
		v := o.Fields[name]
		dialed = dialed || v != nil && !eval.IsEmpty(v)
		if v != nil && holds(v, func(v eval.Value) bool { return w.unverified(v) }) {
			w.add(DialsUnverified, name, w.dialedAt(v, o.Set[name]))
		}
	}
	if dialed {
		return // the TLS settings of the transport are not used
	}
	for _, name := range []string{"TLSClientConfig", "TLSConfig"} {
		v := w.s.Field(id, name)
		ids, all := w.objects(v, 0)
		if !all {
			continue
		}
		before := len(w.found)
		for _, cfg := range ids {
			n := len(w.found)
			w.config(cfg)
			if len(w.found) == n { // one of them is good: which is used is decided at run time
				w.found = w.found[:before]
				break
			}
		}
	}
}

// config looks at TLS settings.
func (w *wire) config(id int) {
	o := w.s.State.Object(id)
	if o.Type != eval.TLSConfigType {
		return
	}
	verified := false
	for _, name := range []string{"VerifyConnection", "VerifyPeerCertificate"} {
		v := o.Fields[name]
		switch {
		case v == nil, eval.IsEmpty(v):
		case !holds(v, w.a.accepts):
			verified = true
		}
	}
	skips := holds(o.Fields["InsecureSkipVerify"], isTrue)
	if (skips || w.sometimes(o, "InsecureSkipVerify")) && !verified {
		w.add(SkipsVerification, "InsecureSkipVerify", o.Set["InsecureSkipVerify"])
	}
	if v := o.Fields["VerifyPeerCertificate"]; !skips && !verified && v != nil && holds(v, w.a.doesNothing) {
		w.add(AcceptsAll, "VerifyPeerCertificate", o.Set["VerifyPeerCertificate"])
	}
	for _, name := range []string{"MaxVersion", "MinVersion"} {
		if holds(o.Fields[name], isOld) {
			w.add(OldVersion, name, o.Set[name])
			return
		}
	}
}

// holds says whether something is known of a value: it holds of all that it may be.
func holds(v eval.Value, of func(eval.Value) bool) bool {
	return v != nil && !slices.ContainsFunc(eval.Values(v), func(x eval.Value) bool { return !of(x) })
}

func isTrue(v eval.Value) bool {
	c, ok := v.(*eval.Const)
	return ok && (c.Kind == ir.KindBool && c.Int == 1 || c.Kind == ir.KindString && c.Str == "true")
}

// leastVersion is tls.VersionTLS12.
const leastVersion = 0x0303

func isOld(v eval.Value) bool {
	c, ok := v.(*eval.Const)
	return ok && c.Kind == ir.KindInt && 0 < c.Int && c.Int < leastVersion
}

// fallsBack says whether a request goes over net/http's own transport: none of the clients
// on its way has one.
func (w *wire) fallsBack(layers []int) bool {
	if w.s.Transport != nil {
		sym, ok := w.s.Transport.(*eval.Sym)
		return ok && sym.Origin == eval.GlobalSym && sym.Name == eval.DefaultTransport
	}
	for _, id := range layers {
		o := w.s.State.Object(id)
		if o.Type == "net/http.Client" && o.Fields["Transport"] == nil && o.Lazy == nil {
			return true
		}
	}
	sym, ok := w.s.Client.(*eval.Sym)
	return ok && sym.Origin == eval.GlobalSym && sym.Name == eval.DefaultClient && w.a.store.globals[sym.Name] == nil
}

// defaults looks at what the program has set on net/http's own transport.
func (w *wire) defaults() {
	v := w.a.store.late[eval.DefaultTransport]["TLSClientConfig"]
	if v == nil {
		return
	}
	w.s.State.Adopt(v, w.a.store.heap)
	ids, _ := w.objects(v, 0)
	for _, id := range ids {
		w.config(id)
	}
}
