// Package elements finds where a program has the script of Elements come from: in the texts
// of its source, in the files that it embeds and in those that it serves.
package elements

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
	"github.com/auroravet/auroravet/internal/conftext"
	"github.com/auroravet/auroravet/internal/guard"
	"github.com/auroravet/auroravet/internal/ownership"
	"github.com/auroravet/auroravet/passes/literals"
	"github.com/auroravet/auroravet/passes/mention"
	"github.com/auroravet/auroravet/passes/vocabulary"
)

// Analyzer's result is a *Result. It reports nothing and has no facts.
var Analyzer = &analysis.Analyzer{
	Name:       "elements",
	Doc:        "find where the script of Elements comes from",
	Requires:   []*analysis.Analyzer{literals.Analyzer, mention.Analyzer, vocabulary.Analyzer},
	Run:        run,
	ResultType: reflect.TypeFor[*Result](),
}

// Result is what is known of a package.
type Result struct {
	// Foreign are the places that have the script come from elsewhere than the API's own hosts.
	Foreign []Load
}

// Load is a place that has the script come from somewhere.
type Load struct {
	Range analysis.Range
	// URL is the address or the name of the file, Host that of another site.
	URL, Host string
	// Stray says that the host is not known, but that the path is none of the script's.
	Stray bool
	// Served says that the program itself gives the file out.
	Served bool
	// File and Line are the place in an embedded file; Line is 0 when the file is the script.
	File string
	Line int
}

type pkg struct {
	*literals.Package
	pass     *analysis.Pass
	words    *aurora.Vocabulary
	embedded []string // the names of the scripts that variables hold
	done     map[ast.Node]bool
	funcs    map[string]ast.Expr // see templateFuncs
	fields   map[string]string   // see templateFields
	fallback *literals.Package   // see Unset, once it was asked for
	inbound  *literals.Package   // see Inbound, once it was asked for
	result   *Result
}

func run(pass *analysis.Pass) (any, error) {
	p := &pkg{
		Package: pass.ResultOf[literals.Analyzer].(*literals.Source).Open(),
		pass:    pass,
		words:   pass.ResultOf[vocabulary.Analyzer].(*vocabulary.Result).Vocabulary,
		done:    map[ast.Node]bool{},
		result:  new(Result),
	}
	if ownership.Own(pass) {
		guard.Run(p.find)
	}
	return p.result, nil
}

func (p *pkg) find() {
	p.embeddedFiles()
	if !p.pass.ResultOf[mention.Analyzer].(*mention.Source).Any() {
		return
	}
	p.directories()
	p.tags()
	for c := range p.Root().Preorder((*ast.BasicLit)(nil), (*ast.BinaryExpr)(nil), (*ast.CallExpr)(nil), (*ast.Ident)(nil)) {
		p.expression(c)
	}
	p.routes()
}

func (p *pkg) add(l Load) {
	if l.Host == literals.RequestHost { // the page's own
		l.Host = ""
	}
	p.result.Foreign = append(p.result.Foreign, l)
}

// embeddedFiles looks at the script itself first: a page that loads it from there adds nothing.
func (p *pkg) embeddedFiles() {
	files := literals.Embedded(p.pass)
	seen := map[*ast.Ident]bool{}
	for _, f := range files {
		if aurora.ElementsFile(f.Name) && p.Source(f.Var) && !seen[f.Var] {
			seen[f.Var], p.embedded = true, append(p.embedded, f.Name)
			p.add(Load{Range: f.Var, File: f.Name, URL: f.Name})
		}
	}
	for _, f := range files {
		if seen[f.Var] || !p.Source(f.Var) {
			continue
		}
		text := p.filled(f.Text)
		if found := p.foreignIn(conftext.ReadFile(f.Name, text)); len(found) > 0 {
			seen[f.Var] = true
			s := found[0]
			p.add(Load{Range: f.Var, File: f.Name, URL: s.URL, Host: s.Host, Stray: s.Source == aurora.StraySource, Line: 1 + strings.Count(text[:s.Start], "\n")})
		}
	}
}

// foreignIn returns the scripts that a page, a header or settings load from elsewhere.
func (p *pkg) foreignIn(t conftext.Text) []aurora.Script {
	return slices.DeleteFunc(p.words.Scripts(t.Clean), func(s aurora.Script) bool {
		return s.Source == aurora.UnknownSource || s.Source == aurora.OfficialSource || !loads(t, s)
	})
}

// expression looks at a text that no other expression holds.
func (p *pkg) expression(c inspector.Cursor) {
	e := c.Node().(ast.Expr)
	if p.done[e] || !p.Source(e) || p.isPart(c) {
		return
	}
	if e, ok := e.(*ast.Ident); ok { // a constant that another package has
		if obj, ok := p.pass.TypesInfo.Uses[e].(*types.Const); ok && obj.Pkg() != p.pass.Pkg && obj.Val().Kind() == constant.String {
			p.text(c, constant.StringVal(obj.Val()), true)
		}
		return
	}
	text, written := textOf(p.Package, e)
	if slices.ContainsFunc(p.words.Scripts(text), func(s aurora.Script) bool { return s.Source == aurora.UnknownSource }) {
		if p.fallback == nil {
			p.fallback = p.Unset()
		}
		text, _ = textOf(p.fallback, e)
	}
	text = p.ownHost(e, text)
	if written {
		c, _ = c.FindNode(e.(*ast.CallExpr).Args[1])
	}
	if text != "" {
		p.text(c, text, false)
	}
}

// ownHost is the text that an expression has where the host of the request is known, when that is the host of
// the script; otherwise the text that it has.
func (p *pkg) ownHost(e ast.Expr, text string) string {
	open := func(s aurora.Script) bool { return s.Source == aurora.UnknownSource || s.Source == aurora.StraySource }
	if !slices.ContainsFunc(p.words.Scripts(text), open) {
		return text
	}
	if p.inbound == nil {
		p.inbound = p.Inbound()
	}
	own, _ := textOf(p.inbound, e)
	if slices.ContainsFunc(p.words.Scripts(own), func(s aurora.Script) bool { return s.Host == literals.RequestHost }) {
		return own
	}
	return text
}

// textOf is the text that an expression has, or that it writes, as far as a package says.
func textOf(p *literals.Package, e ast.Expr) (text string, written bool) {
	switch e := e.(type) {
	case *ast.BasicLit:
		if tv := p.Info.Types[e]; e.Kind == token.STRING && tv.Value != nil {
			text = constant.StringVal(tv.Value)
		}
	case *ast.BinaryExpr:
		if e.Op == token.ADD {
			text = p.Fold(e).String()
		}
	case *ast.CallExpr:
		if !isText(p.Info.TypeOf(e)) {
			text = p.Written(e).String()
			return text, text != ""
		}
		text = p.Fold(e).String()
	}
	return text, false
}

// isText says whether a type is that of texts, or of what a call returns that makes one or fails.
func isText(t types.Type) bool {
	if tuple, ok := t.(*types.Tuple); ok && tuple.Len() == 2 && types.Identical(tuple.At(1).Type(), types.Universe.Lookup("error").Type()) {
		t = tuple.At(0).Type()
	}
	b, ok := t.(*types.Basic)
	return ok && b.Info()&types.IsString != 0
}

// isPart says whether the text of an expression is a part of a longer text that is looked at
// itself: a summand, or an argument of what puts texts together.
func (p *pkg) isPart(c inspector.Cursor) bool {
	for c = c.Parent(); ; c = c.Parent() {
		switch n := c.Node().(type) {
		case *ast.ParenExpr, *ast.SelectorExpr:
		case *ast.BinaryExpr:
			return n.Op == token.ADD
		case *ast.CallExpr:
			return isText(p.pass.TypesInfo.TypeOf(n)) && len(p.words.Scripts(p.Fold(n).String())) > 0 || len(p.words.Scripts(p.Written(n).String())) > 0
		default:
			return false
		}
	}
}

// text judges a text that an expression yields. A constant of another package counts where a
// file is served by it: what else is wrong with it is seen there.
func (p *pkg) text(c inspector.Cursor, text string, elsewhere bool) {
	text = p.filled(text)
	all := p.words.Scripts(text)
	if len(all) == 0 || slices.ContainsFunc(all, func(s aurora.Script) bool { return s.Source == aurora.OfficialSource }) && len(all) == 1 {
		return
	}
	t := conftext.Read(text)
	whole := len(all) == 1 && all[0].Start == 0 && !strings.ContainsAny(text, " \t\n<>")
	switch {
	case whole:
		p.address(c, all[0], elsewhere)
	case elsewhere:
	case t.Kind == conftext.Markup, t.Kind == conftext.Header, t.Kind == conftext.Settings:
		for _, s := range p.foreignIn(t) {
			if !idle(p.arrivals(c)) && !p.judgedApart(c, s) {
				p.add(Load{Range: within(c, s.URL), URL: s.URL, Host: s.Host, Stray: s.Source == aurora.StraySource})
			}
		}
	}
}

type span struct{ pos, end token.Pos }

func (s span) Pos() token.Pos { return s.pos }
func (s span) End() token.Pos { return s.end }

// address judges a text that is one address, by where it goes.
func (p *pkg) address(c inspector.Cursor, s aurora.Script, elsewhere bool) {
	arrivals := p.arrivals(c)
	for _, a := range arrivals {
		if role, ok := p.serves(a); ok {
			if !p.embeds(role, s.URL) {
				p.add(Load{Range: c.Node(), URL: s.URL, Served: true})
			}
			return
		}
	}
	if elsewhere || s.Source != aurora.OtherSource && s.Source != aurora.OwnSource || idle(arrivals) {
		return
	}
	if p.anyPart(arrivals) {
		if slices.ContainsFunc(arrivals, func(a literals.Arrival) bool { return p.oneOf(a, s) }) {
			p.add(Load{Range: c.Node(), URL: s.URL, Host: s.Host})
		}
		return
	}
	for _, a := range arrivals {
		switch {
		case a.Idle():
		case s.Source == aurora.OtherSource, p.loadsFrom(a, s):
			p.add(Load{Range: c.Node(), URL: s.URL, Host: s.Host})
			return
		}
	}
}

// arrivals says where a text goes; that of a constant or variable of the package where that goes.
func (p *pkg) arrivals(c inspector.Cursor) []literals.Arrival {
	var out []literals.Arrival
	seen := map[types.Object]bool{}
	var follow func(c inspector.Cursor, depth int)
	follow = func(c inspector.Cursor, depth int) {
		for _, a := range p.Flow(c) {
			if use, ok := p.use(a.Call); ok && a.Kind == literals.Passed && use.Path() == a.Arg {
				a.Kind = literals.Named // the path of requests, which routes judges
			}
			further := a.Kind == literals.Stored && a.Obj != nil && literals.PackageLevel(a.Obj) && !seen[a.Obj] && depth <= 3
			a.Last = a.Last && !further
			out = append(out, a)
			if further {
				seen[a.Obj] = true
				for _, use := range p.Uses(a.Obj) {
					follow(use, depth+1)
				}
			}
		}
	}
	follow(c, 0)
	return out
}

func (p *pkg) anyPart(list []literals.Arrival) bool {
	return slices.ContainsFunc(list, func(a literals.Arrival) bool { return a.Part })
}

// idle says whether nothing is done with a text, wherever it goes, but compare or show it.
func idle(list []literals.Arrival) bool {
	return slices.ContainsFunc(list, literals.Arrival.Idle) && !slices.ContainsFunc(list, func(a literals.Arrival) bool { return !a.Idle() && !(a.Kind == literals.Stored && !a.Last) })
}

// loadWords name what holds the address of a script.
var loadWords = []string{
	"src", "script", "scripts", "url", "href", "uri", "module", "modules", "elements", "js",
	"import", "imports", "importmap", "manifest", "preload", "preloads", "precache", "bundle", "bundles",
}

// tags looks at the default values in struct tags.
func (p *pkg) tags() {
	for _, d := range p.Defaults() {
		for _, s := range p.words.Scripts(d.Value) {
			if s.Source == aurora.OtherSource || s.Source == aurora.OwnSource && strings.HasPrefix(s.URL, "/") && !aurora.OfficialScriptPath(s.URL) {
				pos, end := literals.At(d.Tag, s.URL)
				p.add(Load{Range: span{pos, end}, URL: s.URL, Host: s.Host})
			}
		}
	}
}

// loadsFrom says whether a page is sure to load the script from an address of its own site: a
// path that is complete, under a name for such addresses.
func (p *pkg) loadsFrom(a literals.Arrival, s aurora.Script) bool {
	if !s.Path || !strings.HasPrefix(s.URL, "/") && !strings.HasPrefix(s.URL, ".") || aurora.OfficialScriptPath(s.URL) {
		return false
	}
	if a.Kind == literals.Returned {
		fn := p.Function(a.At)
		return fn != nil && (named(fn.Name()) || p.official(fn))
	}
	if a.Kind != literals.Stored && a.Kind != literals.Passed || a.Kind == literals.Stored && a.Obj != nil && literals.PackageLevel(a.Obj) && len(p.Uses(a.Obj)) == 0 {
		return false
	}
	return named(a.Name) || a.Call != nil && p.Callee(a.Call) != nil && named(p.Callee(a.Call).Name())
}

// named says whether a name has a word for the address of a script.
func named(name string) bool {
	return slices.ContainsFunc(aurora.Words(name), func(w string) bool { return slices.Contains(loadWords, w) })
}

// official says whether a function names the right address too.
func (p *pkg) official(fn *types.Func) bool {
	body, ok := p.Body(fn)
	if !ok {
		return false
	}
	for c := range body.Preorder((*ast.BasicLit)(nil)) {
		if tv := p.pass.TypesInfo.Types[c.Node().(*ast.BasicLit)]; tv.Value != nil && tv.Value.Kind() == constant.String &&
			slices.ContainsFunc(p.words.Scripts(constant.StringVal(tv.Value)), func(s aurora.Script) bool { return s.Source == aurora.OfficialSource }) {
			return true
		}
	}
	return false
}
