package requests

import (
	"strings"

	"github.com/auroravet/auroravet/internal/eval"
	"github.com/auroravet/auroravet/internal/ir"
)

// This file holds what bounds the contexts of inbound requests.

// limiters are the functions that make handlers whose requests have a deadline, with the
// argument that is the handler; 0 for a middleware, which is given its handlers later.
var limiters = map[string]int{
	"net/http.TimeoutHandler":                                         1,
	"github.com/go-chi/chi/middleware.Timeout":                        0,
	"github.com/go-chi/chi/v5/middleware.Timeout":                     0,
	"github.com/labstack/echo/v4/middleware.ContextTimeout":           0,
	"github.com/labstack/echo/v4/middleware.ContextTimeoutWithConfig": 0,
}

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
				arg, ok := limiters[in.Sym]
				if in.Op != ir.Call || !ok {
					continue
				}
				if name := handlerName(fn, in.Args, arg); name != "" {
					a.inbound.some[name] = true
				} else {
					a.inbound.all = true
				}
			}
		}
	}
}

// handlerName names the function that an argument is, through its conversions.
func handlerName(fn *ir.Func, args []ir.Ref, arg int) string {
	if arg == 0 || arg >= len(args) {
		return ""
	}
	ref := args[arg]
	for range 4 {
		if ref < 0 {
			if i := -1 - int(ref); i < len(fn.Consts) && fn.Consts[i].Kind == ir.KindFunc {
				return fn.Consts[i].Str
			}
			return ""
		}
		in := defined(fn, int(ref))
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

func defined(fn *ir.Func, reg int) *ir.Instr {
	for _, b := range fn.Blocks {
		for i := range b.Instrs {
			if b.Instrs[i].Dst == reg {
				return &b.Instrs[i]
			}
		}
	}
	return nil
}

// servedInTime says whether a context is that of an inbound request which has a deadline.
func (a *analyzer) servedInTime(c *Call, ctx *eval.Sym) bool {
	of, ok := ctx.Of.(*eval.Sym)
	return ok && of.Type == "*net/http.Request" && (a.inbound.all || a.inbound.some[c.root.Name])
}
