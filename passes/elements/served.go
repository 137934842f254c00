package elements

import (
	"go/ast"
	"go/types"
	"path"
	"slices"
	"strings"

	"github.com/auroravet/auroravet/internal/aurora"
	"github.com/auroravet/auroravet/internal/weblib"
	"github.com/auroravet/auroravet/passes/literals"
)

// use returns what the function is for that is called; call may be nil.
func (p *pkg) use(call *ast.CallExpr) (weblib.Use, bool) {
	if call == nil {
		return weblib.Use{}, false
	}
	fn := p.Callee(call)
	if fn == nil {
		return weblib.Use{}, false
	}
	return weblib.UseOf(fn.Origin().FullName())
}

// serves says whether a text names the file that a call serves or reads, and how it does.
func (p *pkg) serves(a literals.Arrival) (weblib.Role, bool) {
	if a.Part && a.Before != "" && !strings.HasSuffix(a.Before, "/") {
		return "", false
	}
	use, ok := p.use(a.Call)
	return use.Role, ok && (use.Role == weblib.File || use.Role == weblib.Entry) && use.Param() == a.Arg
}

// embeds says whether a file that is served is one that the package embeds, where that is
// seen: what does not come from the disk is taken to be embedded when any is.
func (p *pkg) embeds(role weblib.Role, name string) bool {
	if role == weblib.Entry {
		return len(p.embedded) > 0
	}
	name = path.Clean(name)
	return slices.ContainsFunc(p.embedded, func(e string) bool { return e == name || strings.HasSuffix(name, "/"+e) })
}

// routes looks for the script among the paths that the package answers requests for, where
// the file that is served has another name or one that is not known.
func (p *pkg) routes() {
	for c := range p.Root().Preorder((*ast.CallExpr)(nil)) {
		call := c.Node().(*ast.CallExpr)
		use, ok := p.use(call)
		if !ok || use.At < 0 || use.Path() >= len(call.Args) || !p.Source(call) {
			continue
		}
		at := call.Args[use.Path()]
		url := p.Fold(at).String()
		if aurora.ElementsFile(url) && !p.reported(call) && p.answers(call, use) {
			p.add(Load{Range: at, URL: url[strings.LastIndexByte(url, ' ')+1:], Served: true})
		}
	}
}

// reported says whether something in an expression is reported already.
func (p *pkg) reported(n ast.Node) bool {
	return slices.ContainsFunc(p.result.Foreign, func(l Load) bool { return n.Pos() <= l.Range.Pos() && l.Range.End() <= n.End() })
}

// answers says whether a call has requests for a path answered with a file or by a proxy.
func (p *pkg) answers(call *ast.CallExpr, use weblib.Use) bool {
	if use.Role != weblib.Pattern {
		return p.servesScript(call, use)
	}
	return slices.ContainsFunc(call.Args[use.Path()+1:], func(e ast.Expr) bool { return p.handles(e, 0) })
}

// servesScript says whether what a call serves can be the script, and is not seen to be by its name.
func (p *pkg) servesScript(call *ast.CallExpr, use weblib.Use) bool {
	if use.Role == weblib.Entry && len(p.embedded) > 0 || use.Param() >= len(call.Args) {
		return false
	}
	name, known := p.Fold(call.Args[use.Param()]).Whole()
	return !known || !aurora.ElementsFile(name) && (path.Ext(name) == ".mjs" || path.Ext(name) == ".js")
}

// handles says whether a handler passes requests on to another server, or serves a file.
func (p *pkg) handles(e ast.Expr, depth int) bool {
	if isProxy(p.pass.TypesInfo.TypeOf(e)) {
		return true
	}
	var body ast.Node
	switch e := ast.Unparen(e).(type) {
	case *ast.FuncLit:
		body = e.Body
	case *ast.CallExpr: // a conversion, or a handler around another
		return depth < 3 && slices.ContainsFunc(e.Args, func(arg ast.Expr) bool { return p.handles(arg, depth+1) })
	case *ast.Ident:
		body = p.declared(e)
	case *ast.SelectorExpr:
		body = p.declared(e.Sel)
	}
	found := false
	if body != nil {
		ast.Inspect(body, func(n ast.Node) bool {
			if call, ok := n.(*ast.CallExpr); ok && !found {
				found = p.passesOn(call)
			}
			return !found
		})
	}
	return found
}

func isProxy(t types.Type) bool { return t != nil && t.String() == "*net/http/httputil.ReverseProxy" }

// declared returns the body of the function of the package that a name stands for.
func (p *pkg) declared(id *ast.Ident) ast.Node {
	if fn, ok := p.pass.TypesInfo.Uses[id].(*types.Func); ok {
		if body, ok := p.Body(fn); ok {
			return body.Node()
		}
	}
	return nil
}

// passesOn says whether a call in a handler answers with a file that may be the script, or
// with what another server answers.
func (p *pkg) passesOn(call *ast.CallExpr) bool {
	if sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr); ok && isProxy(p.pass.TypesInfo.TypeOf(sel.X)) {
		return sel.Sel.Name == "ServeHTTP"
	}
	use, ok := p.use(call)
	if !ok || use.Role != weblib.File && use.Role != weblib.Entry || use.At >= 0 {
		return false
	}
	return p.Callee(call).Signature().Results().Len() < 2 && p.servesScript(call, use) // what has two results reads only
}
