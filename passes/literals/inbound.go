package literals

import (
	"go/ast"
	"go/types"
	"strings"

	"github.com/auroravet/auroravet/internal/weblib"
)

// RequestHost stands for the host that a request which the program answers was sent to: its own.
const RequestHost = "request.invalid"

// Inbound returns the package as it is where that host is a known text.
func (p *Package) Inbound() *Package {
	p.index()
	q := *p
	q.inbound, q.busy, q.folded, q.results = true, map[any]bool{}, map[ast.Expr]Text{}, map[*types.Func]Text{}
	return &q
}

// foldInbound returns what an expression is for the host of a request, nil for what has nothing to do with one.
func (p *Package) foldInbound(e ast.Expr) Text {
	asks := false
	switch e := e.(type) {
	case *ast.SelectorExpr:
		asks = e.Sel.Name == "Host" && p.ofRequest(e.X)
	case *ast.Ident:
		v, _ := p.Info.Uses[e].(*types.Var)
		if v != nil && p.params[v.Origin()] > 0 && len(p.writes[v.Origin()]) > 0 {
			return hole // what is given counts, too
		}
		asks = v != nil && p.onlyAsks(v)
	case *ast.CallExpr:
		fn := p.Callee(e)
		if fn == nil {
			return nil
		}
		asks = p.asksHost(e, fn)
	}
	if asks {
		return known(RequestHost)
	}
	return nil
}

// onlyAsks says whether a variable is set in several places, and to the host of a request in all of them.
func (p *Package) onlyAsks(v *types.Var) bool {
	if v.IsField() || PackageLevel(v) {
		return false
	}
	writes := p.writes[v.Origin()]
	for _, w := range writes {
		if w.value == nil {
			return false
		}
		if text, ok := p.Fold(w.value).Whole(); !ok || text != RequestHost {
			return false
		}
	}
	return len(writes) > 1
}

// asksHost says whether a call gives the host of a request, or what a proxy in front says of it.
func (p *Package) asksHost(call *ast.CallExpr, fn *types.Func) bool {
	use, ok := weblib.UseOf(fn.Origin().FullName())
	if !ok || use.Role != weblib.Origin && use.Role != weblib.Header || !p.handled(receiver(call)) {
		return false
	}
	if use.Role == weblib.Origin {
		return true
	}
	at := use.Param()
	if at < 0 || at >= len(call.Args) {
		return false
	}
	name, ok := p.Fold(call.Args[at]).Whole()
	return ok && strings.EqualFold(name, "X-Forwarded-Host")
}

// ofRequest says whether an expression is a request that the program answers, or its address.
func (p *Package) ofRequest(e ast.Expr) bool {
	if sel, ok := ast.Unparen(e).(*ast.SelectorExpr); ok && sel.Sel.Name == "URL" {
		e = sel.X
	}
	return p.handled(e)
}

// handled says whether an expression is a request that a handler is given, or its headers.
func (p *Package) handled(e ast.Expr) bool {
	e = ast.Unparen(e)
	t := p.Info.TypeOf(e)
	if t == nil || !weblib.RequestType(types.TypeString(types.Unalias(t), nil)) {
		return false
	}
	switch e := e.(type) {
	case *ast.Ident:
		v, ok := p.Info.Uses[e].(*types.Var)
		return ok && !v.IsField() && !PackageLevel(v) && len(p.writes[v.Origin()]) == 0
	case *ast.SelectorExpr:
		return p.handled(e.X)
	case *ast.CallExpr:
		return p.handled(receiver(e))
	}
	return false
}

func receiver(call *ast.CallExpr) ast.Expr {
	if sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr); ok {
		return sel.X
	}
	return call.Fun
}
