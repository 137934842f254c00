package requests

import (
	"slices"
	"strings"

	"github.com/auroravet/auroravet/internal/eval"
	"github.com/auroravet/auroravet/internal/httplib"
	"github.com/auroravet/auroravet/internal/ir"
)

// This file holds what bounds the contexts of inbound requests.

// inbound are the functions of a package that serve requests with a deadline.
type inbound struct {
	all  bool
	some map[string]bool
}

// inboundOf looks for the handlers that a package in view gives a deadline: all of them when
// it does so for a router.
func (a *analyzer) inboundOf(pkg string) *inbound {
	if found := a.inbound[pkg]; found != nil {
		return found
	}
	found := &inbound{some: map[string]bool{}}
	a.inbound[pkg] = found
	a.prog.Funcs(func(fn *ir.Func) {
		if fn.Pkg != pkg {
			return
		}
		for _, b := range fn.Blocks {
			for i := range b.Instrs {
				in := &b.Instrs[i]
				if in.Op != ir.Call {
					continue
				}
				row := httplib.Lookup(in.Sym)
				if row == nil || row.Op != "serve" {
					continue
				}
				if name := handlerName(fn, in.Args, row); name != "" {
					found.some[name] = true
				} else {
					found.all = true
				}
			}
		}
	})
	return found
}

// handlerName names the handler that a call is given, through its conversions; "" for a
// middleware, which is given its handlers later.
func handlerName(fn *ir.Func, args []ir.Ref, row *httplib.Row) string {
	handler, ok := row.Get("func")
	if !ok || handler.Arg+1 >= len(args) {
		return ""
	}
	ref := args[handler.Arg+1]
	for range 4 {
		if ref < 0 {
			if c := fn.Const(ref); c != nil && c.Kind == ir.KindFunc {
				return c.Str
			}
			return ""
		}
		in := fn.Def(ref)
		switch {
		case in == nil:
			return ""
		case in.Op == ir.Closure:
			return strings.TrimSuffix(in.Sym, "$bound")
		case in.Op != ir.Iface && in.Op != ir.Convert:
			return ""
		}
		ref = in.Args[0]
	}
	return ""
}

// servedInTime says whether a context is that of an inbound request which has a deadline.
func (a *analyzer) servedInTime(c *Call, ctx *eval.Sym) bool {
	of, ok := ctx.Of.(*eval.Sym)
	if !ok || of.Type != "*net/http.Request" {
		return false
	}
	return slices.ContainsFunc([]string{a.prog.Path, c.root.Pkg}, func(pkg string) bool {
		in := a.inboundOf(pkg)
		return in.all || in.some[c.root.Name]
	})
}
