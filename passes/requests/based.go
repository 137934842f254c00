package requests

import (
	"slices"

	"github.com/auroravet/auroravet/internal/aurora"
	"github.com/auroravet/auroravet/internal/eval"
	"github.com/auroravet/auroravet/internal/guard"
	"github.com/auroravet/auroravet/internal/httplib"
	"github.com/auroravet/auroravet/internal/ir"
)

// This file finds clients that have the API's address as their base: whoever is given one by the
// function that makes it calls the API.

// makesSenders says whether the package makes a client that has an address, or a proxy.
func (a *analyzer) makesSenders() bool {
	if len(a.store.instances[proxyType]) > 0 {
		return true
	}
	for typ, made := range a.store.instances {
		if httplib.Client(typ) && slices.ContainsFunc(made, func(in instance) bool { return a.store.heap[in.id].Fields["Base"] != nil }) {
			return true
		}
	}
	return false
}

// based returns a call for each such client that a function returns to other packages.
func (a *analyzer) based() []*Call {
	var out []*Call
	for _, fn := range a.prog.Own {
		if !fn.Exported || fn.Generated || fn.Results == 0 {
			continue
		}
		end, returned := a.machine.Run(fn)
		if end == nil {
			continue
		}
		for _, v := range resultsOf(returned) {
			guard.Run(func() { out = append(out, a.throughBased(fn, end, v)...) })
		}
	}
	return out
}

// throughBased returns a call of the base of a client that a function has made, none for another value.
func (a *analyzer) throughBased(fn *ir.Func, end *eval.State, v eval.Value) []*Call {
	r, ok := v.(*eval.Ref)
	if !ok {
		return nil
	}
	o := end.Object(r.ID)
	if o == nil || o.Lazy != nil || o.Site.Frame == nil || !httplib.Client(o.Type) || o.Fields["Base"] == nil {
		return nil
	}
	s := a.toBase(end, o)
	if s.Client = r; a.evidence(s) != aurora.Yes {
		return nil
	}
	return []*Call{a.call(fn, s)}
}

// toBase is a request for the address that a client has.
func (a *analyzer) toBase(st *eval.State, client *eval.Object) *eval.Sent {
	return &eval.Sent{Site: client.Site, Made: client.Site, URL: a.machine.URLText(st, client.Fields["Base"]), Transport: client.Fields["Transport"], State: st}
}
