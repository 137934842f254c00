package requests

import (
	"net"
	"slices"
	"strings"

	"github.com/auroravet/auroravet/internal/aurora"
	"github.com/auroravet/auroravet/internal/eval"
	"github.com/auroravet/auroravet/internal/ir"
)

// This file holds the calls that go over no TLS at all.

// plain returns the addresses of a call that are put together for plain HTTP from parts of
// which none is an address for plain HTTP by itself: such a one is reported where it stands.
func (c *Call) plain() []flaw {
	var out []flaw
	if c.staysHere() {
		return nil
	}
	for _, u := range c.an.addresses(c.sent) {
		host, ok := c.an.plainHost(u)
		if !ok {
			continue
		}
		if at := c.an.schemeSet(c.sent, host); at.Frame != nil {
			out = append(out, flaw{PlainText, host, at})
		} else if c.an.joinsScheme() {
			out = append(out, flaw{JoinedPlain, host, c.sent.Made})
		}
	}
	return out
}

// dials are the fields of transports with a function that connects.
var dials = []string{"DialContext", "Dial"}

// staysHere says whether a transport connects to this machine alone, whatever the host in a URL: to a process
// beside the program, which nobody else is between.
func (c *Call) staysHere() bool {
	w := &wire{a: c.an, s: c.sent}
	ids, _ := w.objects(c.sent.Transport, 0)
	for _, id := range w.layers() {
		if c.sent.State.Object(id).Type == eval.TransportType {
			ids = append(ids, id)
		}
	}
	for _, id := range ids {
		o := c.sent.State.Object(id)
		if !slices.ContainsFunc(dials, func(name string) bool { return holds(o.Fields[name], c.an.dialsHere) }) {
			return false
		}
	}
	return len(ids) > 0
}

// dialsHere says whether a function that connects has a socket of this machine, or an address for it, in place
// of what it is asked for.
func (a *analyzer) dialsHere(v eval.Value) bool {
	lit, ok := v.(*eval.Fn)
	if !ok {
		return false
	}
	fn := a.prog.Func(strings.TrimSuffix(lit.Name, "$bound"))
	return fn != nil && slices.ContainsFunc(fn.Consts, func(c ir.Const) bool {
		return c.Kind == ir.KindString && (c.Str == "unix" || loopback(c.Str))
	})
}

// loopback says whether an address is one of this machine.
func loopback(addr string) bool {
	host, _, err := net.SplitHostPort(addr)
	if err != nil {
		return false
	}
	ip := net.ParseIP(host)
	return host == "localhost" || ip != nil && ip.IsLoopback()
}

// plainHost returns the host of the API that a URL names for plain HTTP, or the setting
// that holds it.
func (a *analyzer) plainHost(u eval.Value) (string, bool) {
	pattern := eval.Pattern(u, aurora.Hole)
	if !strings.HasPrefix(strings.ToLower(pattern), "http://") {
		return "", false
	}
	for _, h := range a.voc.HostsIn(pattern) {
		if h.Scheme == "http" && (h.Class == aurora.Production || h.Class == aurora.Sandbox) && !strings.Contains(h.Host, aurora.Hole) {
			return h.Host, true
		}
	}
	parts := eval.Parts(u)
	if len(parts) < 2 || !strings.HasPrefix(pattern[len("http://"):], aurora.Hole) {
		return "", false
	}
	if text, ok := eval.IsConst(parts[0]); !ok || !strings.EqualFold(text, "http://") {
		return "", false
	}
	if sym, ok := parts[1].(*eval.Sym); ok && sym.Origin == eval.Env && a.voc.EnvName(sym.Name) {
		return sym.Name, true
	}
	return "", false
}

// schemeSet returns the place that sets the scheme of a URL in memory to plain HTTP, of one
// for the host.
func (a *analyzer) schemeSet(s *eval.Sent, host string) eval.Site {
	heap := s.State.Heap()
	ids := make([]int, 0, len(heap))
	for id, o := range heap {
		if o.Type == "net/url.URL" && o.Set["Scheme"].Frame != nil {
			ids = append(ids, id)
		}
	}
	slices.Sort(ids)
	for _, id := range ids {
		for _, u := range eval.Values(a.machine.URLText(s.State, &eval.Ref{ID: id})) {
			if h, ok := a.plainHost(u); ok && h == host {
				return heap[id].Set["Scheme"]
			}
		}
	}
	return eval.Site{}
}

// joinsScheme says whether the package has the scheme of plain HTTP as a part of addresses.
func (a *analyzer) joinsScheme() bool {
	return slices.ContainsFunc(a.prog.Own, func(fn *ir.Func) bool {
		return slices.ContainsFunc(fn.Consts, func(c ir.Const) bool {
			_, rest, ok := strings.Cut(c.Str, "http://")
			return c.Kind == ir.KindString && (c.Str == "http" || ok && (rest == "" || strings.HasPrefix(rest, "%")))
		})
	})
}
