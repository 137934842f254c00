package hosts

import (
	"fmt"
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/auroravet/auroravet/internal/conftext"
	"github.com/auroravet/auroravet/passes/literals"
)

// named is the fact of a constant, variable or function that stands for the sandbox
// beside production, so that its use is what binds a program. Fields are the fields of
// a struct that hold it. Of a table, Keys are the entries that do; of a function that
// chooses, the values of the parameter Param.
type named struct {
	Version int
	Host    string
	Fields  []string
	Keys    []string
	Param   int
}

func (*named) AFact()           {}
func (n *named) String() string { return fmt.Sprintf("sandbox %s %v%v", n.Host, n.Fields, n.Keys) }

// Tells is true: the use of it in an importer counts.
func (*named) Tells() bool { return true }

const factVersion = 1

// standing is a constant, variable or function of this package that stands for the sandbox.
type standing struct {
	sites  []*site
	why    []Why
	fields []string
	// beside says that production stands beside it: its uses count, not itself.
	beside bool
}

func (p *pkg) stand(obj types.Object, s *site, v verdict) {
	st := p.named[obj]
	if st == nil {
		st = new(standing)
		p.named[obj] = st
		p.order = append(p.order, obj)
	}
	st.sites, st.why = append(st.sites, s), append(st.why, v.why)
	for _, f := range v.fields {
		if !slices.Contains(st.fields, f) {
			st.fields = append(st.fields, f)
		}
	}
}

// judgeLiterals decides for the literals, and notes what is declared to be one.
func (p *pkg) judgeLiterals() {
	for _, s := range p.sites {
		p.settle(s, p.judge(s))
	}
}

// settle files the verdict for a site.
func (p *pkg) settle(s *site, v verdict) {
	switch {
	case v.declares != nil && (s.obj == nil || trial(v.declares.Name())):
		p.stand(v.declares, s, v)
	case v.declares != nil:
		p.report(s, Fixed, "")
	case v.within != nil && v.why != Mixed:
		p.stand(v.within, s, v)
	case v.bound:
		p.report(s, v.why, v.with)
	}
}

func (p *pkg) report(s *site, why Why, with string) {
	b := Binding{Range: s.cur.Node(), Why: why, Host: s.host, With: with}
	if s.obj != nil {
		if s.cur.ParentEdgeKind() == edge.SelectorExpr_Sel {
			b.Range = s.cur.Parent().Node()
		}
		b.Range, b.Name = p.step(b.Range.(ast.Expr))
	}
	p.bind(b)
}

// step is the part of an expression that is reported, and what it is called: of a chain of calls the last one
// alone.
func (p *pkg) step(e ast.Expr) (analysis.Range, string) {
	call, called := e.(*ast.CallExpr)
	fun := e
	if called {
		fun = call.Fun
	}
	sel, ok := fun.(*ast.SelectorExpr)
	if !ok || !hasCall(sel.X) {
		return e, types.ExprString(e)
	}
	if !called {
		return sel.Sel, p.stepName(sel)
	}
	last := &ast.CallExpr{Fun: ast.NewIdent(p.stepName(sel)), Args: call.Args, Ellipsis: call.Ellipsis}
	return span{sel.Sel.Pos(), call.End()}, types.ExprString(last)
}

// hasCall reports whether an expression holds a call, with arguments that are nobody's business.
func hasCall(e ast.Expr) bool {
	found := false
	ast.Inspect(e, func(n ast.Node) bool {
		_, ok := n.(*ast.CallExpr)
		found = found || ok
		return !found
	})
	return found
}

// stepName is the name of a method with that of the type that it is called on.
func (p *pkg) stepName(sel *ast.SelectorExpr) string {
	t := p.Info.TypeOf(sel.X)
	if ptr, ok := types.Unalias(t).(*types.Pointer); ok {
		t = ptr.Elem()
	}
	if named, ok := types.Unalias(t).(*types.Named); ok {
		return named.Obj().Name() + "." + sel.Sel.Name
	}
	return sel.Sel.Name
}

// judgeNamed decides where the named ones are reported: a lone one where it is
// declared, one beside production where it is used. sites are uses of others. The list
// of named ones grows on the way.
func (p *pkg) judgeNamed(sites []*site) {
	for _, s := range sites {
		p.settle(s, p.judge(s))
	}
	for ; p.judged < len(p.order); p.judged++ {
		p.judgeOne(p.order[p.judged], p.named[p.order[p.judged]])
	}
}

func (p *pkg) judgeOne(obj types.Object, st *standing) {
	_, isConst := obj.(*types.Const)
	_, isVar := obj.(*types.Var)
	var uses []*site
	var verdicts []verdict
	idle := 0
	for _, c := range p.Uses(obj) {
		s := &site{cur: c, obj: obj, host: st.sites[0].host}
		if _, isType := obj.(*types.TypeName); isType && !makes(c) {
			continue
		}
		v := p.judge(s)
		uses, verdicts = append(uses, s), append(verdicts, v)
		if v.idle {
			idle++
		}
		if v.within != nil || v.choice && (!policyOfBoth(st.sites[0]) || p.chosenByEnv(c)) {
			st.beside = true
		}
	}
	p.uses = append(p.uses, uses...)
	if p.setAgain(obj) {
		st.beside = true
		return
	}
	st.beside = st.beside || !isConst && !isVar || p.dependency() || p.besideProd(obj, st.sites[0])
	switch {
	case st.beside:
		for i, s := range uses {
			p.settle(s, verdicts[i])
		}
	case idle > 0 && idle == len(uses) && !p.preset(obj):
		st.beside = true
	default:
		for i, s := range st.sites {
			p.report(s, st.why[i], "")
		}
	}
}

// policyOfBoth reports whether a site is a policy that lets in both environments: to
// take it or another one chooses none.
func policyOfBoth(s *site) bool {
	return len(s.prod) > 0 && conftext.Read(s.text).Kind == conftext.Header
}

// chosenByEnv reports whether the function around c asks for the environment.
func (p *pkg) chosenByEnv(c inspector.Cursor) bool {
	for f := range c.Enclosing((*ast.FuncDecl)(nil)) {
		for cond := range f.Preorder((*ast.IfStmt)(nil), (*ast.SwitchStmt)(nil)) {
			switch n := cond.Node().(type) {
			case *ast.IfStmt:
				if p.aboutEnv(n.Cond) {
					return true
				}
			case *ast.SwitchStmt:
				if p.aboutEnv(n) {
					return true
				}
			}
		}
	}
	return false
}

// setAgain reports whether a package variable gets another value by a choice at run time.
func (p *pkg) setAgain(obj types.Object) bool {
	return slices.ContainsFunc(p.Writes(obj), func(c inspector.Cursor) bool {
		as, ok := c.Node().(*ast.AssignStmt)
		if !ok || p.prodIn(as, nil) {
			return ok
		}
		for e := range c.Enclosing((*ast.IfStmt)(nil)) {
			return p.setsAgain(e.Node(), []types.Object{obj}) == chosen
		}
		return false
	})
}

// preset reports whether a package variable is a setting that has a value from the start.
func (p *pkg) preset(obj types.Object) bool {
	return slices.ContainsFunc(p.Writes(obj), func(c inspector.Cursor) bool {
		_, ok := c.Node().(*ast.AssignStmt)
		return ok
	})
}

// besideProd reports whether the constant or variable has a production sibling.
func (p *pkg) besideProd(obj types.Object, s *site) bool {
	if trial(obj.Name()) {
		return len(p.Uses(obj)) > 0 && len(p.prods) > 0 || slices.ContainsFunc(p.prods, p.offered)
	}
	if policyOfBoth(s) {
		return false
	}
	for spec := range s.cur.Enclosing((*ast.ValueSpec)(nil)) {
		decl, ok := spec.Parent().Node().(*ast.GenDecl)
		if !ok {
			return false
		}
		for _, q := range p.prods {
			inside := decl.Pos() <= q.pos && q.pos < decl.End() && (q.pos < spec.Node().Pos() || q.pos >= spec.Node().End())
			if inside && q.host != "" && service(q.host) == service(s.host) {
				return true
			}
		}
		return false
	}
	return false
}

// offered reports whether a production host is declared or returned: something that a
// named sandbox can be the other choice of. One of a list of hosts is not.
func (p *pkg) offered(q prod) bool {
	c, ok := p.Root().FindByPos(q.pos, q.pos)
	if !ok {
		return false
	}
	for e := range c.Enclosing((*ast.ValueSpec)(nil), (*ast.ReturnStmt)(nil), (*ast.CompositeLit)(nil)) {
		if lit, ok := e.Node().(*ast.CompositeLit); ok {
			switch p.Info.TypeOf(lit).Underlying().(type) {
			case *types.Slice, *types.Array:
				return false
			}
			continue
		}
		return true
	}
	return false
}

// service is the part of the API that a host serves: tokens, the page script, or the rest.
func service(host string) string {
	switch {
	case oauth(host):
		return "oauth"
	case len(host) > 7 && host[:7] == "public.":
		return "public"
	}
	return "api"
}

// acts reports whether a function makes calls itself instead of giving what it names.
func (p *pkg) acts(fn *types.Func) bool {
	params, results := fn.Signature().Params(), fn.Signature().Results()
	for i := range params.Len() {
		if t := types.TypeString(params.At(i).Type(), nil); t == "context.Context" || t == "net/http.ResponseWriter" {
			return true
		}
	}
	for i := range results.Len() {
		if t := types.TypeString(results.At(i).Type(), nil); t == "*net/http.Response" {
			return true
		}
	}
	if results.Len() == 0 || results.Len() == 1 && types.TypeString(results.At(0).Type(), nil) == "error" {
		return fn.Signature().Recv() == nil // a method may set what it is called on
	}
	return false
}

// whole returns the expression that holds the host at a use of s.obj: the use itself or
// the field taken of it. False when another field is taken.
func (p *pkg) whole(s *site) (inspector.Cursor, bool) {
	c := s.cur
	if c.ParentEdgeKind() == edge.SelectorExpr_Sel {
		c = c.Parent()
	}
	if _, isFunc := s.obj.(*types.Func); isFunc {
		if c.ParentEdgeKind() == edge.CallExpr_Fun {
			c = c.Parent()
		}
		return c, true
	}
	if _, isType := s.obj.(*types.TypeName); isType {
		return c.Parent(), true
	}
	fields := p.fieldsOf(s.obj)
	if c.ParentEdgeKind() == edge.SelectorExpr_X && len(fields) > 0 {
		sel := p.Info.Selections[c.Parent().Node().(*ast.SelectorExpr)]
		if sel != nil && sel.Kind() == types.FieldVal {
			return c.Parent(), slices.Contains(fields, sel.Obj().Name())
		}
	}
	return c, true
}

// makes reports whether the name of a type makes a value of it.
func makes(c inspector.Cursor) bool {
	if c.ParentEdgeKind() == edge.SelectorExpr_Sel {
		c = c.Parent()
	}
	k := c.ParentEdgeKind()
	return k == edge.CompositeLit_Type || k == edge.CallExpr_Args || k == edge.CallExpr_Fun
}

func (p *pkg) fieldsOf(obj types.Object) []string {
	if st := p.named[obj]; st != nil {
		return st.fields
	}
	if n := p.imported[obj]; n != nil {
		return n.Fields
	}
	return nil
}

// export says to other packages which names stand for the sandbox.
func (p *pkg) export() {
	for _, obj := range p.order {
		if st := p.named[obj]; st.beside && obj.Exported() && obj.Pkg() == p.Types {
			p.pass.ExportObjectFact(obj, &named{factVersion, st.sites[0].host, st.fields, nil, 0})
		}
	}
	for c := range p.Root().Preorder((*ast.FuncDecl)(nil)) {
		fn, _ := p.Info.Defs[c.Node().(*ast.FuncDecl).Name].(*types.Func)
		if ch := p.choose[fn]; ch != nil && fn.Exported() && p.named[fn] == nil {
			p.pass.ExportObjectFact(fn, &named{factVersion, ch.host, nil, ch.values, ch.param})
		}
	}
	for c := range p.Root().Preorder((*ast.ValueSpec)(nil)) {
		spec := c.Node().(*ast.ValueSpec)
		for i, name := range spec.Names {
			obj := p.Info.Defs[name]
			if !literals.PackageLevel(obj) || !obj.Exported() || i >= len(spec.Values) || p.named[obj] != nil {
				continue
			}
			if keys, host := p.tableKeys(spec.Values[i]); len(keys) > 0 {
				p.pass.ExportObjectFact(obj, &named{factVersion, host, nil, keys, 0})
			}
		}
	}
}
