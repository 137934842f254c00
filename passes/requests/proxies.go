package requests

import (
	"maps"
	"slices"

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
			o := heap[id]
			if o.Type != proxyType || o.Site.Frame == nil || !a.directed(end, o) {
				continue
			}
			guard.Run(func() {
				s := &eval.Sent{Site: o.Site, Made: o.Site, Transport: o.Fields["Transport"], State: end}
				out = append(out, a.call(maker, s))
			})
		}
	}
	return out
}

// directed says whether a proxy directs requests to the API: its function has the address, or writes it.
func (a *analyzer) directed(end *eval.State, proxy *eval.Object) bool {
	to := func(v eval.Value) bool {
		return v != nil && slices.ContainsFunc(eval.Values(a.machine.URLText(end, v)), a.ofAPI)
	}
	if to(proxy.Fields["target"]) {
		return true
	}
	for _, name := range directors {
		lit, ok := proxy.Fields[name].(*eval.Fn)
		if !ok {
			continue
		}
		if fn := a.prog.Func(lit.Name); fn != nil && slices.ContainsFunc(fn.Consts, func(c ir.Const) bool { return c.Kind == ir.KindString && a.ofAPI(eval.Str(c.Str)) }) {
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
