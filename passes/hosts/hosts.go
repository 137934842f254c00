// Package hosts finds the sandbox hosts that a package fixes, and decides for each
// whether the program chooses it at run time or is bound to it.
package hosts

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"reflect"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/auroravet/auroravet/internal/aurora"
	"github.com/auroravet/auroravet/internal/guard"
	"github.com/auroravet/auroravet/internal/ownership"
	"github.com/auroravet/auroravet/passes/literals"
	"github.com/auroravet/auroravet/passes/mention"
	"github.com/auroravet/auroravet/passes/vocabulary"
)

// Analyzer's result is a *Result. It reports nothing. Its facts mark constants,
// variables and functions that stand for a sandbox beside production.
var Analyzer = &analysis.Analyzer{
	Name:       "hosts",
	Doc:        "decide which sandbox hosts a package is bound to",
	Requires:   []*analysis.Analyzer{literals.Analyzer, mention.Analyzer, vocabulary.Analyzer},
	Run:        run,
	ResultType: reflect.TypeFor[*Result](),
	FactTypes:  []analysis.Fact{new(named)},
}

// Result is what is known of a package, in the order in which it was found.
type Result struct {
	Bound []Binding
	// All are the places that name a sandbox host at all, documentation and comments apart.
	All []Binding
	// Plain are the places that fix the address of a host of the API, of production or not, for
	// plain HTTP.
	Plain []Binding
}

// Why says in which way a program is bound to a sandbox.
type Why uint8

const (
	Fixed    Why = iota // whatever the environment is
	Fallback            // when the environment is unset or unknown
	Mixed               // in one configuration value with a production host
)

// Binding is one place that binds the program to a sandbox host.
type Binding struct {
	Range analysis.Range
	Why   Why
	Host  string
	// Name is the constant, variable or function that stands for the host, or "".
	Name string
	// With is the production host of a mixed value.
	With string
	// File and Line are the place in an embedded file.
	File string
	Line int
}

// site is an expression that yields a text with a host of the API.
type site struct {
	cur     inspector.Cursor
	text    string
	sandbox []aurora.HostRef
	prod    []aurora.HostRef
	plain   string       // the host that is named for plain HTTP, or ""
	obj     types.Object // what stands for the host, nil for a literal
	host    string
}

// pkg is the work on one package.
type pkg struct {
	*literals.Package
	pass  *analysis.Pass
	words *aurora.Vocabulary

	sites    []*site
	prods    []prod  // in source order
	plains   []*site // addresses for plain HTTP
	elements []*site
	named    map[types.Object]*standing
	order    []types.Object // of named, as found
	judged   int            // how many of order are done
	uses     []*site        // of those
	imported map[types.Object]*named
	choose   map[*types.Func]*chooser
	result   *Result
}

// prod is a place that names a production host.
type prod struct {
	pos  token.Pos
	host string
}

func run(pass *analysis.Pass) (any, error) {
	p := &pkg{
		Package:  pass.ResultOf[literals.Analyzer].(*literals.Source).Open(),
		pass:     pass,
		words:    pass.ResultOf[vocabulary.Analyzer].(*vocabulary.Result).Vocabulary,
		named:    make(map[types.Object]*standing),
		imported: make(map[types.Object]*named),
		choose:   make(map[*types.Func]*chooser),
		result:   new(Result),
	}
	for _, f := range pass.AllObjectFacts() {
		p.imported[f.Object] = f.Fact.(*named)
	}
	if p.nothing() {
		return p.result, nil
	}
	guard.Run(p.find)
	for _, list := range [][]Binding{p.result.Bound, p.result.Plain} {
		slices.SortStableFunc(list, func(a, b Binding) int { return int(a.Range.Pos() - b.Range.Pos()) })
	}
	return p.result, nil
}

// nothing reports whether there is nothing to find, and nothing that importers need to know: the
// package names no host, and no other package names one for it.
func (p *pkg) nothing() bool {
	return len(p.imported) == 0 && !p.Told() && !slices.ContainsFunc(p.Files, literals.Embeds) && !p.pass.ResultOf[mention.Analyzer].(*mention.Source).Any()
}

// find finds the sites and what they bind, and exports the facts.
func (p *pkg) find() {
	if p.gather() {
		p.judgeLiterals()
		p.judgeNamed(p.elements)
		p.choosers()
		p.judgeNamed(p.constantChoices())
		p.export()
	}
	p.tags()
	p.embedded()
	p.judgePlain()
}

func (p *pkg) bind(b Binding) { p.result.Bound = append(p.result.Bound, b) }

// gather collects the sites of the package; false when it names no sandbox.
func (p *pkg) gather() bool {
	for c := range p.Root().Preorder((*ast.BasicLit)(nil)) {
		n := c.Node().(*ast.BasicLit)
		if tv := p.Info.Types[n]; tv.Value != nil && n.Kind == token.STRING && p.Source(n) {
			p.add(c, constant.StringVal(tv.Value))
		}
	}
	if len(p.sites)+len(p.imported) == 0 && !ownership.Own(p.pass) {
		return false // one of the many that have nothing to do with the API
	}
	var composed []inspector.Cursor
	hostless := make(map[ast.Node]bool) // sums without a host, whose parts need no look
	for c := range p.Root().Preorder((*ast.Ident)(nil), (*ast.BinaryExpr)(nil), (*ast.CallExpr)(nil), (*ast.IndexExpr)(nil), (*ast.SelectorExpr)(nil), (*ast.AssignStmt)(nil)) {
		if as, ok := c.Node().(*ast.AssignStmt); ok && as.Tok != token.ADD_ASSIGN || !p.Source(c.Node()) {
			continue
		}
		switch n := c.Node().(type) {
		case *ast.Ident:
			p.name(c, n)
			continue
		case *ast.BinaryExpr:
			if n.Op != token.ADD { // a comparison has no text, though its sides may
				continue
			}
			if hostless[c.Parent().Node()] || p.read(c, p.Fold(n).String()) == nil {
				hostless[n] = true
				continue
			}
		}
		composed = append(composed, c)
	}
	slices.Reverse(composed) // a call or sum comes after what it is made of
	for _, c := range composed {
		p.composePlain(c)
		p.compose(c)
	}
	slices.SortStableFunc(p.sites, func(a, b *site) int { return int(a.cur.Node().Pos() - b.cur.Node().Pos()) })
	slices.SortFunc(p.prods, func(a, b prod) int { return int(a.pos - b.pos) })
	return len(p.sites)+len(p.elements)+len(p.imported) > 0
}

// add notes the hosts of a text.
func (p *pkg) add(c inspector.Cursor, text string) {
	s := p.read(c, text)
	if s == nil {
		return
	}
	if s.plain != "" && !p.within(c) {
		p.plains = append(p.plains, s)
	}
	for _, r := range s.prod {
		p.prods = append(p.prods, prod{c.Node().Pos(), r.Host})
	}
	if len(s.sandbox) > 0 {
		s.host = shownHost(s.sandbox[0].Host)
		p.sites = append(p.sites, s)
		p.result.All = append(p.result.All, Binding{Range: c.Node(), Host: s.host})
	}
}

// read returns the site of a text with hosts, or nil.
func (p *pkg) read(c inspector.Cursor, text string) *site {
	refs := p.words.HostsIn(text)
	if len(refs) == 0 {
		return nil
	}
	s := &site{cur: c, text: text}
	for _, r := range refs {
		if s.plain == "" && plainRef(r) {
			s.plain = shownHost(r.Host)
		}
		switch r.Class {
		case aurora.Sandbox:
			s.sandbox = append(s.sandbox, r)
		case aurora.Production:
			if first, _, _ := strings.Cut(r.Host, "."); !strings.Contains(r.Host, aurora.Hole) && !p.words.ProviderWord(first) {
				s.prod = append(s.prod, r) // not a zone or pattern that a host is made of
			}
		}
	}
	return s
}

// name notes an identifier that stands for a host: a constant or variable with its
// value, or what a fact says.
func (p *pkg) name(c inspector.Cursor, id *ast.Ident) {
	obj := p.Info.Uses[id]
	if fn, ok := obj.(*types.Func); ok {
		obj = fn.Origin()
	}
	if n := p.imported[obj]; n != nil && len(n.Keys) == 0 { // a method too
		p.elements = append(p.elements, &site{cur: c, obj: obj, host: n.Host})
	}
	if !literals.PackageLevel(obj) {
		return
	}
	if s := p.read(c, p.Fold(id).String()); s != nil {
		for _, r := range s.prod {
			p.prods = append(p.prods, prod{id.Pos(), r.Host})
		}
		return
	}
	if v, ok := obj.(*types.Var); ok && live(v.Name()) && !isBool(v.Type()) {
		p.prods = append(p.prods, prod{id.Pos(), ""})
	}
}

// compose notes an expression whose host stands in none of its parts.
func (p *pkg) compose(c inspector.Cursor) {
	if _, ok := c.Node().(*ast.AssignStmt); ok {
		p.grow(c)
		return
	}
	e := c.Node().(ast.Expr)
	switch e := e.(type) {
	case *ast.IndexExpr, *ast.SelectorExpr:
		p.element(c, e)
		return
	case *ast.CallExpr:
		if fn := p.Callee(e); fn != nil {
			if q := p.read(c, p.Returned(fn).String()); q != nil && len(q.sandbox)+len(q.prod) > 0 {
				return // the function names it
			}
		}
		if p.writtenBefore(e) {
			return
		}
	}
	text := p.Fold(e).String()
	s := p.read(c, text)
	if s == nil || len(s.sandbox) == 0 && len(s.prod) == 0 {
		return
	}
	for part := range c.Preorder((*ast.BasicLit)(nil), (*ast.Ident)(nil), (*ast.BinaryExpr)(nil), (*ast.CallExpr)(nil), (*ast.IndexExpr)(nil), (*ast.SelectorExpr)(nil)) {
		if part == c {
			continue
		}
		if q := p.read(part, p.Fold(part.Node().(ast.Expr)).String()); q != nil && (len(q.sandbox) > 0 || len(s.sandbox) == 0 && len(q.prod) > 0) {
			return
		}
	}
	if len(s.sandbox) > 0 { // what it is made of names no host of its own
		p.prods = slices.DeleteFunc(p.prods, func(q prod) bool { return e.Pos() <= q.pos && q.pos < e.End() })
	}
	p.add(c, text)
}

// grow notes the statement that adds the last piece of a sandbox host to a text.
func (p *pkg) grow(c inspector.Cursor) {
	before, after := p.Growth(c)
	s := p.read(c, after.String())
	if s == nil || len(s.sandbox) == 0 {
		return
	}
	value, _ := c.LastChild()
	for _, part := range []*site{p.read(c, before.String()), p.read(value, p.Fold(value.Node().(ast.Expr)).String())} {
		if part != nil && len(part.sandbox) > 0 {
			return
		}
	}
	p.prods = slices.DeleteFunc(p.prods, func(q prod) bool { return c.Node().Pos() <= q.pos && q.pos < c.Node().End() })
	p.add(value, after.String())
}

// writtenBefore reports whether a call reads a builder that a literal with a host was
// written into.
func (p *pkg) writtenBefore(call *ast.CallExpr) bool {
	sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	if !ok {
		return false
	}
	id, ok := ast.Unparen(sel.X).(*ast.Ident)
	if !ok {
		return false
	}
	builder, ok := p.Info.Uses[id].(*types.Var)
	if !ok || literals.PackageLevel(builder) {
		return false
	}
	for _, use := range p.Uses(builder) {
		if stmt, ok := literals.Statement(use); ok && slices.ContainsFunc(p.sites, func(s *site) bool { return s.obj == nil && stmt.Contains(s.cur) }) {
			return true
		}
	}
	return false
}

func shownHost(h string) string {
	b := []byte(h)
	for i := range b {
		if b[i] == aurora.Hole[0] {
			b[i] = '*'
		}
	}
	return string(b)
}

func isBool(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsBoolean != 0
}
