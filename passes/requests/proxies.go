package requests

import (
	"go/token"
	"maps"
	"slices"

	"github.com/auroravet/auroravet/internal/aurora"
	"github.com/auroravet/auroravet/internal/eval"
	"github.com/auroravet/auroravet/internal/guard"
	"github.com/auroravet/auroravet/internal/ir"
)

// This file finds reverse proxies in front of the API: net/http/httputil sends what they get by their transport,
// to where a function of theirs directs it.

const proxyType = "net/http/httputil.ReverseProxy"

// directors are the fields of a proxy with the function that says where a request goes.
var directors = []string{"Rewrite", "Director"}

// proxies returns a call for each proxy that the package makes and that directs requests to the API.
func (a *analyzer) proxies() []*Call {
	var out []*Call
	a.eachProxy(func(maker *ir.Func, end *eval.State, o *eval.Object) {
		if a.directed(end, o, a.ofAPI) {
			s := &eval.Sent{Site: o.Site, Made: o.Site, Transport: o.Fields["Transport"], State: end}
			out = append(out, a.call(maker, s))
		}
	})
	return out
}

// Relays returns where the package makes proxies that pass on whatever the API answers: nothing of theirs looks
// at the answers (net/http/httputil, ReverseProxy.ModifyResponse).
func (r *Result) Relays() []token.Pos {
	r.mu.Lock()
	defer r.mu.Unlock()
	var out []token.Pos
	if r.an == nil {
		return nil
	}
	r.an.eachProxy(func(maker *ir.Func, end *eval.State, o *eval.Object) {
		looks := o.Fields["ModifyResponse"]
		if (looks == nil || eval.IsEmpty(looks)) && !o.Open && o.Site.Frame.Fn.Pkg == maker.Pkg && r.an.directed(end, o, r.an.answersCalls) {
			out = append(out, token.Pos(o.Site.Pos))
		}
	})
	return out
}

// answersCalls says whether a URL is known to be the API's, and not that of a host with its scripts.
func (a *analyzer) answersCalls(u eval.Value) bool {
	return a.ofAPI(u) && !slices.ContainsFunc(a.voc.HostsIn(eval.Pattern(u, aurora.Hole)), func(h aurora.HostRef) bool { return a.voc.ElementsHost(h.Host) })
}

// eachProxy calls f for the proxies that the functions of the package make, with the memory at their ends.
func (a *analyzer) eachProxy(f func(maker *ir.Func, end *eval.State, o *eval.Object)) {
	var makers []*ir.Func
	for _, in := range a.store.instances[proxyType] {
		if maker := a.store.heap[in.id].Site.Stack()[0]; maker.Pkg == a.prog.Path && !slices.Contains(makers, maker) {
			makers = append(makers, maker)
		}
	}
	for _, maker := range makers {
		end, _ := a.machine.Run(maker)
		if end == nil {
			continue
		}
		heap := end.Heap()
		for _, id := range slices.Sorted(maps.Keys(heap)) {
			if o := heap[id]; o.Type == proxyType && o.Site.Frame != nil {
				guard.Run(func() { f(maker, end, o) })
			}
		}
	}
}

// directed says whether a proxy directs requests to addresses that are asked about: its function has such an
// address, or writes it.
func (a *analyzer) directed(end *eval.State, proxy *eval.Object, asked func(eval.Value) bool) bool {
	to := func(v eval.Value) bool {
		return v != nil && slices.ContainsFunc(eval.Values(a.machine.URLText(end, v)), asked)
	}
	if to(proxy.Fields["target"]) {
		return true
	}
	for _, name := range directors {
		lit, ok := proxy.Fields[name].(*eval.Fn)
		if !ok {
			continue
		}
		if fn := a.prog.Func(lit.Name); fn != nil && slices.ContainsFunc(fn.Consts, func(c ir.Const) bool { return c.Kind == ir.KindString && asked(eval.Str(c.Str)) }) {
			return true
		}
		for _, free := range lit.Free {
			if addr, ok := free.(*eval.Addr); ok {
				free = (&eval.Sent{State: end}).Field(addr.ID, addr.Field)
			}
			if to(free) {
				return true
			}
		}
	}
	return false
}
