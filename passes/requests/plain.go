package requests

import (
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
