package carddata

import (
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// delivery is a call that sends a request with a client.
type delivery struct {
	fn   *ssa.Function
	call ssa.CallInstruction
	it   item           // the request, or what goes into its body
	req  ssa.Value      // nil where the client makes the request
	body func() content // the body of the request
}

// visitDelivered looks at a call that sends a request: its body goes to all that the client hands it to.
func (e *engine) visitDelivered(fn *ssa.Function, call ssa.CallInstruction, known bool) {
	common := call.Common()
	at := requestParam(common.Signature())
	if at < 0 {
		return
	}
	args := callArgs(common)
	at += len(args) - common.Signature().Params().Len()
	d := delivery{fn: fn, call: call, it: item{arg: at, place: -1, aux: -1}, req: args[at]}
	d.body = func() content { return e.sentBody(ref{args[at], ".Body", call}) }
	carriers := args[:at]
	if !known {
		carriers = slices.Concat(carriers, args[at+1:])
	} else if !slices.Contains(handing, calleeName(common)) {
		return // it is what its flows say
	}
	e.deliver(d, carriers)
}

// deliver gives a request to what gets all that is sent with some clients.
func (e *engine) deliver(d delivery, clients []ssa.Value) {
	for _, client := range clients {
		if !isCarrier(client.Type()) {
			continue
		}
		w := e.tapsOf(ref{client, "", d.call})
		for _, t := range w.taps {
			for _, fl := range e.flowsOf(t.target) {
				e.applyTap(d, t, fl)
			}
		}
		if len(w.params) == 0 {
			continue
		}
		c := d.body()
		for _, p := range w.params {
			e.record(p.Parent(), d.call, flow{to: paramIndex(p), sink: "client"}, d.it, c)
		}
	}
}

// applyTap judges a sink of what gets the request with the request that is sent.
func (e *engine) applyTap(d delivery, t tap, fl flow) {
	h := fl.atom.hole
	if fl.to >= 0 || fl.atom.kinds != 0 || h.param != t.req || h.path == "" || h.shape == typed {
		return
	}
	args := func(i int) (ref, bool) {
		if i == t.req {
			return ref{d.req, "", d.call}, d.req != nil
		}
		return t.receiver(i)
	}
	given, possible := e.met(h.when, args)
	if !possible {
		return
	}
	var c content
	switch {
	case !showsBody(fl.atom):
		c = e.fill(content{atoms: []atom{fl.atom}}, t.body, args)
	case fl.atom.part:
		c = d.body().parts()
	default:
		c = d.body()
	}
	e.record(d.fn, d.call, flow{to: -1, sink: t.named(fl), err: fl.err}, d.it, c.under(given))
}

// receiver gives the argument of a tap that is fixed where its client is made.
func (t tap) receiver(i int) (ref, bool) { return t.recv, i == 0 && t.recv.v != nil && t.req > 0 }

// showsBody says whether a hole takes the text of a request's body.
func showsBody(a atom) bool {
	return a.kinds == 0 && (a.hole.shape == raw || a.hole.shape == sent) && a.hole.path == ".Body"
}

// ofRequest says whether a hole of the package takes the body of a request that a parameter is.
func ofRequest(h hole) bool {
	return h.path == ".Body" && (h.shape == raw || h.shape == sent) && isNamed(deref(h.fn.Params[h.param].Type()), "net/http", "Request")
}

// named is what a finding says of the sink of a tap: the method, or what writes in a function.
func (t tap) named(fl flow) string {
	if t.obj == nil || t.obj.Pkg() == nil {
		return fl.sink
	}
	return t.obj.Pkg().Name() + "." + sinkName(t.obj)
}

// logsBody is what a client or transport does that writes bodies down, "" for nothing.
func (w *tapWalk) logsBody() string {
	for _, t := range w.taps {
		for _, fl := range w.e.flowsOf(t.target) {
			if fl.to >= 0 || fl.err || !showsBody(fl.atom) || fl.atom.part || fl.atom.hole.param != t.req {
				continue
			}
			if _, possible := w.e.met(fl.atom.hole.when, t.receiver); possible {
				return t.named(fl)
			}
		}
	}
	return ""
}

// sentBody is the body of a request where it is sent. That of a parameter is the callers' matter:
// here it does not count that the package has to do with card data.
func (e *engine) sentBody(r ref) content {
	var c content
	for _, s := range e.resolve(r) {
		if p, ok := s.v.(*ssa.Parameter); ok && strings.HasSuffix(s.path, ".Body") && !inboundFunc(p.Parent()) {
			c.add(content{open: true, atoms: []atom{{hole: hole{fn: p.Parent(), param: paramIndex(p), path: s.path, shape: sent, aux: -1}}}}.under(s.guards))
			continue
		}
		c.add(e.sourceText(s).under(s.guards))
	}
	return c.certain()
}

// certain returns c without what only the types of the package tell of a body.
func (c content) certain() content { return c.leaving(anyBody).leaving(servedBody) }

// leaving returns c without what goes by this name.
func (c content) leaving(what string) content {
	named := func(a atom) bool { return a.what == what }
	if !slices.ContainsFunc(c.atoms, named) {
		return c
	}
	c.atoms = slices.DeleteFunc(slices.Clone(c.atoms), named)
	return c
}

// What a body is called that holds card data as far as only the types of the package tell: of a request
// that the program sends, and of one that it serves.
const (
	anyBody    = "the body of a request"
	servedBody = "the body of a served request"
)

// addTaps adds to what a fact tells what gets the requests that are sent with a client or transport,
// which a function or variable gives.
func (e *engine) addTaps(out []factFlow, r ref) []factFlow {
	for _, t := range e.tapsOf(r).taps {
		for _, fl := range e.flowsOf(t.target) {
			if fl.to >= 0 || fl.atom.kinds != 0 || fl.atom.hole.param != t.req {
				continue
			}
			if _, possible := e.met(fl.atom.hole.when, t.receiver); !possible {
				continue
			}
			fl.atom.hole.param, fl.atom.hole.aux, fl.atom.hole.when = 0, -1, ""
			fl.sink = t.named(fl)
			if ff := (factFlow{fl.to, fl.sink, fl.err, toFact(fl.atom)}); !slices.Contains(out, ff) {
				out = append(out, ff)
			}
		}
	}
	return out
}
