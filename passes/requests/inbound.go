package requests

import (
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

// findInbound looks for the handlers that the package gives a deadline: all of them when
// it does so for a router.
func (a *analyzer) findInbound() {
	a.inbound.some = map[string]bool{}
	for _, fn := range a.prog.Own {
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
					a.inbound.some[name] = true
				} else {
					a.inbound.all = true
				}
			}
		}
	}
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
	return ok && of.Type == "*net/http.Request" && (a.inbound.all || a.inbound.some[c.root.Name])
}
