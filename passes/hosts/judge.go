package hosts

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/auroravet/auroravet/internal/aurora"
	"github.com/auroravet/auroravet/internal/conftext"
	"github.com/auroravet/auroravet/internal/ownership"
	"github.com/auroravet/auroravet/passes/literals"
)

// verdict is the answer for one site.
type verdict struct {
	bound  bool
	why    Why
	with   string
	choice bool // the program chooses it at run time
	idle   bool // it is compared or shown only
	// declares is the package variable or constant that is declared to be it.
	declares types.Object
	fields   []string // of the variable, that hold it
	// within is the function, or the type of a method, that is named for the sandbox and
	// gives it.
	within types.Object
}

// judge decides for a site.
func (p *pkg) judge(s *site) verdict {
	if s.obj == nil {
		if v, done := p.judgeText(s); done {
			return v
		}
	}
	start := s.cur
	if s.obj != nil {
		var ok bool
		if start, ok = p.whole(s); !ok {
			return verdict{idle: true}
		}
	}
	var lasts []literals.Arrival
	var stored []types.Object
	asDefault := false
	for _, a := range p.Flow(start) {
		asDefault = asDefault || p.asDefault(a)
		if a.Kind == literals.Stored && a.Obj != nil {
			stored = append(stored, a.Obj)
		}
		if a.Last && !a.Idle() {
			lasts = append(lasts, a)
		}
	}
	if len(lasts) == 0 && !p.called(s) {
		return verdict{idle: true}
	}
	if p.underDefault(start) {
		return verdict{bound: true, why: Fallback}
	}
	g, with := p.group(&site{cur: start, host: s.host})
	if s.obj == nil && g == table && (conftext.Read(s.text).Kind == conftext.Header || p.inDirective(start)) {
		g = alone // a policy is one value, also when it stands in a list of its directives
	}
	switch {
	case g == mixed:
		return verdict{bound: true, why: Mixed, with: with}
	case g == table:
		return verdict{choice: true}
	}
	if v, ok := p.declared(start, lasts); ok {
		return v
	}
	v := p.decide(start, lasts, stored)
	if v.bound && asDefault {
		v.why = Fallback
	}
	return v
}

// called reports whether the site is a function of that name: what it gives needs no following.
func (p *pkg) called(s *site) bool {
	_, ok := s.obj.(*types.Func)
	return ok
}

// judgeText decides for texts that are more than a value.
func (p *pkg) judgeText(s *site) (verdict, bool) {
	t := conftext.Read(s.text)
	switch t.Kind {
	case conftext.Prose:
		return verdict{idle: true}, true
	case conftext.Header:
		return verdict{}, false
	}
	if t.Kind == conftext.Value && len(s.prod) > 0 && !p.inDirective(s.cur) {
		return verdict{choice: true}, true // a list with both
	}
	if t.Kind == conftext.Value {
		return verdict{}, false
	}
	found, with := p.inText(t)
	switch {
	case with != "":
		return verdict{bound: true, why: Mixed, with: with}, true
	case len(found) == 0:
		return verdict{choice: true}, true
	}
	return verdict{}, false
}

// declared returns the verdict for a text that a package variable or constant is
// declared to be, itself or what a call makes of it.
func (p *pkg) declared(start inspector.Cursor, lasts []literals.Arrival) (verdict, bool) {
	if len(lasts) == 0 {
		return verdict{}, false
	}
	a := lasts[0]
	if a.Kind != literals.Stored || !literals.PackageLevel(a.Obj) || !isSpec(a.At.Node()) {
		obj := p.madeBy(start)
		return verdict{declares: obj}, obj != nil
	}
	v := verdict{declares: a.Obj}
	for _, f := range a.Inside {
		v.fields = append(v.fields, f.Name())
	}
	return v, true
}

// madeBy returns the package variable, named for the sandbox, that a call around c makes.
func (p *pkg) madeBy(c inspector.Cursor) types.Object {
	called := false
	for ; ; c = c.Parent() {
		switch kind, i := c.ParentEdge(); kind {
		case edge.CallExpr_Args:
			called = true
		case edge.ValueSpec_Values:
			spec := c.Parent().Node().(*ast.ValueSpec)
			if !called || len(spec.Names) != len(spec.Values) {
				return nil
			}
			if obj := p.Info.Defs[spec.Names[i]]; literals.PackageLevel(obj) && trial(obj.Name()) {
				return obj
			}
			return nil
		case edge.CompositeLit_Elts, edge.KeyValueExpr_Value, edge.UnaryExpr_X, edge.ParenExpr_X, edge.BinaryExpr_X, edge.BinaryExpr_Y:
		default:
			return nil
		}
	}
}

// decide asks the conditions on the way of the text to each place where it is used.
func (p *pkg) decide(start inspector.Cursor, lasts []literals.Arrival, stored []types.Object) verdict {
	if p.overwritten(start, stored) == chosen {
		return verdict{choice: true}
	}
	worst := chosen
	see := func(path []inspector.Cursor) {
		o := always
		for _, c := range path {
			x := p.context(c)
			o = max(o, x)
		}
		if o == always {
			o = p.overwritten(start, stored)
		}
		worst = min(worst, o)
	}
	if len(lasts) == 0 {
		see([]inspector.Cursor{start})
	}
	for _, a := range lasts {
		if a.Kind == literals.Stored && trial(a.Name) && !literals.PackageLevel(a.Obj) {
			continue // a setting for that environment
		}
		see(append(a.Path, start))
	}
	if worst == chosen {
		return verdict{choice: true}
	}
	v := verdict{bound: true, why: Fixed}
	if worst == fallback {
		v.why = Fallback
	}
	v.within = p.namedFunc(start)
	return v
}

// asDefault reports whether the text is given to a parameter, or a function, for what
// holds when nothing else does.
func (p *pkg) asDefault(a literals.Arrival) bool {
	if a.Kind != literals.Passed {
		return false
	}
	fn, ok := a.Obj.(*types.Func)
	return aurora.HasWord(a.Name, defaultWords) || ok && aurora.HasWord(fn.Name(), defaultWords)
}

var defaultWords = []string{"default", "fallback", "def", "dflt", "or", "else"}

// overwritten looks at the statements after the one of the site: a variable or field
// that starts as the sandbox may get another value there.
func (p *pkg) overwritten(c inspector.Cursor, objs []types.Object) outcome {
	stmt, ok := literals.Statement(c)
	if !ok || len(objs) == 0 {
		return always
	}
	out := always
	for sib := stmt; ; {
		next, ok := sib.NextSibling()
		if !ok {
			return out
		}
		sib = next
		out = max(out, p.setsAgain(sib.Node(), objs))
	}
}

func (p *pkg) setsAgain(n ast.Node, objs []types.Object) outcome {
	switch n := n.(type) {
	case *ast.IfStmt:
		if !p.assigns(n.Body, objs) {
			return always
		}
		switch p.test(n.Cond, true) {
		case byEnv, flagged:
			return chosen
		case provided, missing:
			return fallback
		}
		if p.prodIn(n.Body, nil) {
			return chosen
		}
		return fallback
	case *ast.SwitchStmt:
		if p.assigns(n.Body, objs) {
			return fallback
		}
	}
	return always
}

// assigns reports whether a block sets one of the variables or fields.
func (p *pkg) assigns(b ast.Node, objs []types.Object) bool {
	found := false
	ast.Inspect(b, func(n ast.Node) bool {
		as, ok := n.(*ast.AssignStmt)
		if !ok {
			return !found
		}
		for _, lhs := range as.Lhs {
			if ix, isIndex := ast.Unparen(lhs).(*ast.IndexExpr); isIndex {
				lhs = ix.X
			}
			id, ok := ast.Unparen(lhs).(*ast.Ident)
			if sel, isSel := ast.Unparen(lhs).(*ast.SelectorExpr); isSel {
				id, ok = sel.Sel, true
			}
			for _, o := range objs {
				found = found || ok && p.Info.ObjectOf(id) == o
			}
		}
		return !found
	})
	return found
}

// namedFunc returns the function around c when its name says that it is for the
// sandbox, or the type that it is a method of, when the package knows production too.
func (p *pkg) namedFunc(c inspector.Cursor) types.Object {
	if len(p.prods) == 0 && !p.dependency() {
		return nil
	}
	for e := range c.Enclosing((*ast.FuncDecl)(nil)) {
		fn, ok := p.Info.Defs[e.Node().(*ast.FuncDecl).Name].(*types.Func)
		if !ok {
			return nil
		}
		if recv := fn.Signature().Recv(); recv != nil {
			t := recv.Type()
			if ptr, ok := t.(*types.Pointer); ok {
				t = ptr.Elem()
			}
			if named, ok := t.(*types.Named); ok && (aurora.HasWord(named.Obj().Name(), givingWords) || trial(named.Obj().Name()) && p.liveTwin(fn)) {
				return named.Obj()
			}
		}
		if aurora.HasWord(fn.Name(), givingWords) && !p.acts(fn) {
			return fn
		}
	}
	return nil
}

// liveTwin reports whether another type of the package has a method of the same name that
// holds a production host: the two are what an interface chooses from.
func (p *pkg) liveTwin(fn *types.Func) bool {
	for c := range p.Root().Preorder((*ast.FuncDecl)(nil)) {
		decl := c.Node().(*ast.FuncDecl)
		if decl.Recv != nil && decl.Name.Name == fn.Name() && p.Info.Defs[decl.Name] != fn && p.prodIn(decl, nil) {
			return true
		}
	}
	return false
}

// underDefault reports whether the place is the entry of a map for an empty or unknown
// name.
func (p *pkg) underDefault(c inspector.Cursor) bool {
	for kv := range c.Enclosing((*ast.KeyValueExpr)(nil), (*ast.FuncDecl)(nil)) {
		pair, ok := kv.Node().(*ast.KeyValueExpr)
		if !ok {
			return false
		}
		if tv := p.Info.Types[pair.Key]; tv.Value != nil {
			if key := tv.Value.ExactString(); key == `""` || key == `"default"` {
				return true
			}
		}
	}
	return false
}

// dependency reports whether the package belongs to another module, which is not reported.
func (p *pkg) dependency() bool { return !ownership.Own(p.pass) }

func isSpec(n ast.Node) bool {
	_, ok := n.(*ast.ValueSpec)
	return ok
}
