// Package credentials finds the credentials that a package writes in its source, by
// what gets them: a name, a library function, a key in a text; and by their form.
package credentials

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"reflect"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/auroravet/auroravet/internal/aurora"
	"github.com/auroravet/auroravet/internal/guard"
	"github.com/auroravet/auroravet/internal/ownership"
	"github.com/auroravet/auroravet/passes/literals"
	"github.com/auroravet/auroravet/passes/mention"
	"github.com/auroravet/auroravet/passes/vocabulary"
)

// Analyzer's result is a *Result. It reports nothing. Its facts mark the parameters
// that become credentials, and the constants and variables that hold one.
var Analyzer = &analysis.Analyzer{
	Name:       "credentials",
	Doc:        "find the credentials that a package writes in its source",
	Requires:   []*analysis.Analyzer{literals.Analyzer, mention.Analyzer, vocabulary.Analyzer},
	Run:        run,
	ResultType: reflect.TypeFor[*Result](),
	FactTypes:  []analysis.Fact{new(secretParams), new(holds)},
}

// Result has the credentials in the order in which they stand.
type Result struct{ Found []Credential }

// Credential is one credential in the source. It does not hold the value.
type Credential struct {
	Range  analysis.Range
	Name   string // what gets it, "" when its form tells
	Form   string // the known form that it has, or ""
	Length int
	// ClientID says that it is the public half beside a literal secret.
	ClientID bool
	// File and Line are the place in an embedded file.
	File string
	Line int
}

// unit is a text that the source fixes.
type unit struct {
	cur   inspector.Cursor
	value string
	level strength
	obj   types.Object // of another package, that holds it
	made  bool         // out of texts that are units themselves, or of constants that hold one
	pair  bool         // user:password, which the header of basic authentication alone takes
}

// pkg is the work on one package.
type pkg struct {
	*literals.Package
	pass  *analysis.Pass
	words *aurora.Vocabulary

	holds    map[types.Object]*holds
	params   map[types.Object]*secretParams
	becomes  map[*types.Var]string // by parameter, the credential that it becomes
	evidence aurora.Answer         // of the package, once asked
	evident  map[ast.Node]bool
	result   *Result
	declared map[types.Object]bool // whose literal was reported
	ids      []candidate           // client IDs, to be reported beside a secret
	secrets  []inspector.Cursor
	least    int // the length of a text that can count

	wordLists map[*ast.CompositeLit]bool // as listed says
	tagNames  map[types.Object]string    // of fields, once asked
}

func run(pass *analysis.Pass) (any, error) {
	p := &pkg{
		Package:   pass.ResultOf[literals.Analyzer].(*literals.Source).Open(),
		pass:      pass,
		words:     pass.ResultOf[vocabulary.Analyzer].(*vocabulary.Result).Vocabulary,
		holds:     make(map[types.Object]*holds),
		params:    make(map[types.Object]*secretParams),
		becomes:   make(map[*types.Var]string),
		evident:   make(map[ast.Node]bool),
		result:    new(Result),
		wordLists: make(map[*ast.CompositeLit]bool),
		declared:  make(map[types.Object]bool),
	}
	if !ownership.Own(pass) {
		return p.result, nil // what others write is theirs to change
	}
	p.readFacts()
	if p.nothing() {
		return p.result, nil
	}
	if p.least = shortest; !p.mentioned() {
		p.least, p.evidence = shortestRandom, aurora.No
	}
	for _, u := range p.units() {
		guard.Run(func() { p.examine(u) })
	}
	p.clientIDs()
	p.tags()
	p.embedded()
	slices.SortStableFunc(p.result.Found, func(a, b Credential) int { return int(a.Range.Pos() - b.Range.Pos()) })
	p.exportFacts()
	return p.result, nil
}

// units returns the texts that may be or hold a credential: string literals with what
// is constantly added to them, and constants of other packages.
func (p *pkg) units() []unit {
	var out, made []unit
	for c := range p.Root().Preorder((*ast.BasicLit)(nil), (*ast.Ident)(nil), (*ast.CallExpr)(nil), (*ast.CompositeLit)(nil), (*ast.BinaryExpr)(nil)) {
		n := c.Node()
		if !p.Source(n) {
			continue
		}
		switch n := n.(type) {
		case *ast.BasicLit:
			switch top := unparen(c); {
			case n.Kind != token.STRING || p.Info.Types[n].Value == nil || p.inSum(top):
			case top == c:
				out = p.addUnit(out, c)
			default:
				made = p.addUnit(made, top)
			}
		case *ast.Ident:
			if obj := p.Info.Uses[n]; p.foreign(n) {
				out = append(out, unit{cur: c, obj: obj, value: p.foreignValue(obj), level: random})
			}
		case *ast.BinaryExpr:
			if top := unparen(c); !p.constantText(n) || p.inSum(top) {
				continue
			} else if hasLiteral(c) {
				made = p.addUnit(made, top)
			} else if s, ok := p.constantSum(c); ok {
				out = append(out, unit{cur: c, value: s, level: random})
			}
		case *ast.CallExpr:
			if fn := p.Callee(n); fn == nil || fn.Pkg() == nil || !slices.Contains(composing, fn.Pkg().Path()) {
				continue
			}
			if s, ok := p.Fold(n).Whole(); ok && p.Info.Types[n].Value == nil && !p.Info.Types[n.Fun].IsType() {
				u := unit{cur: c, value: s, made: true}
				if level := judge(s); level >= plain {
					u.level = level
				}
				made = append(made, u)
			}
		case *ast.CompositeLit:
			if s, ok := p.byteList(n); ok {
				out = append(out, unit{cur: c, value: s, level: random})
			}
		}
	}
	slices.Reverse(made) // an inner call before the one around it
	return append(out, made...)
}

// The lengths of the shortest credential and of the shortest random text, and how many
// different characters that has.
const (
	shortest        = 4
	shortestRandom  = 16
	differentRandom = 7
)

// composing are the packages whose functions make one text of several.
var composing = []string{"fmt", "strings", "bytes", "net/url", "encoding/base64", "encoding/hex"}

// unparen climbs out of the parentheses around an expression.
func unparen(c inspector.Cursor) inspector.Cursor {
	for c.ParentEdgeKind() == edge.ParenExpr_X {
		c = c.Parent()
	}
	return c
}

// inSum reports whether an expression is a part of a longer constant text.
func (p *pkg) inSum(c inspector.Cursor) bool {
	switch c.ParentEdgeKind() {
	case edge.BinaryExpr_X, edge.BinaryExpr_Y:
		return p.constantText(c.Parent().Node().(*ast.BinaryExpr))
	}
	return false
}

func (p *pkg) constantText(e ast.Expr) bool {
	v := p.Info.Types[e].Value
	return v != nil && v.Kind() == constant.String
}

func hasLiteral(c inspector.Cursor) bool {
	for range c.Preorder((*ast.BasicLit)(nil)) {
		return true
	}
	return false
}

// constantSum returns the text of a sum of named constants alone that is a credential
// though none of its parts is one.
func (p *pkg) constantSum(c inspector.Cursor) (string, bool) {
	v := p.Info.Types[c.Node().(ast.Expr)].Value
	if judge(constant.StringVal(v)) < random {
		return "", false
	}
	for part := range c.Preorder((*ast.Ident)(nil)) {
		if obj, ok := p.Info.Uses[part.Node().(*ast.Ident)].(*types.Const); ok && obj.Val().Kind() == constant.String && judge(constant.StringVal(obj.Val())) >= random {
			return "", false // it is reported itself
		}
	}
	return constant.StringVal(v), true
}

func (p *pkg) addUnit(out []unit, c inspector.Cursor) []unit {
	if n := len(out); n > 0 && out[n-1].cur == c {
		return out
	}
	s := constant.StringVal(p.Info.Types[c.Node().(ast.Expr)].Value)
	if len(s) < p.least || len(s) > 1<<16 {
		return out
	}
	_, isSum := c.Node().(*ast.BinaryExpr)
	u := unit{cur: c, value: s, level: judge(s), made: isSum}
	if user, pw, ok := strings.Cut(s, ":"); ok && u.level == none && user != "" && !strings.ContainsAny(s, "/ ") {
		u.level, u.pair = judge(pw), true
	}
	return append(out, u)
}

// byteList returns the bytes of a list of constants that is as long as a key and as
// uneven.
func (p *pkg) byteList(lit *ast.CompositeLit) (string, bool) {
	var elem types.Type
	switch t := p.Info.TypeOf(lit).Underlying().(type) {
	case *types.Slice:
		elem = t.Elem()
	case *types.Array:
		elem = t.Elem()
	}
	if b, ok := elem.(*types.Basic); !ok || b.Kind() != types.Byte || len(lit.Elts) < 16 || len(lit.Elts) > 128 {
		return "", false
	}
	var out []byte
	distinct := make(map[byte]bool)
	for _, e := range lit.Elts {
		tv := p.Info.Types[e]
		if tv.Value == nil {
			return "", false
		}
		n, _ := constant.Int64Val(constant.ToInt(tv.Value))
		out, distinct[byte(n)] = append(out, byte(n)), true
	}
	return string(out), len(distinct) > 7 && !sequential(string(out))
}

// examine decides for one text.
func (p *pkg) examine(u unit) {
	if u.made && (slices.ContainsFunc(p.secrets, u.cur.Contains) || p.ofReported(u.cur)) {
		return // a part of it is reported
	}
	if name, value := p.inText(u); name != "" && (judge(value) >= random || !p.onlyShown(u)) {
		p.found(u, Credential{Name: name, Length: len(value)})
		return
	}
	if u.level == none || u.obj != nil && p.declared[u.obj] { // its first use is reported
		return
	}
	if form, part := shape(u.value); form != "" {
		arrivals := p.arrivals(u.cur)
		if !slices.ContainsFunc(arrivals, idle) || slices.ContainsFunc(arrivals, busy) {
			p.found(u, Credential{Form: form, Length: len(part)})
			p.note(u, arrivals)
		}
		return
	}
	way := p.arrivals(u.cur)
	for i, a := range way {
		sinks := p.sinks(a)
		if name := p.besideSetting(u.cur); name != "" && !a.Idle() {
			sinks = append(sinks, sink{name: name})
		}
		for _, s := range sinks {
			if p.holdsSecret(u, a, s) {
				p.found(u, Credential{Name: s.name, Length: len(bare(u.value))})
				p.note(u, way[:i+1])
				return
			}
			if aurora.SecretName(s.name) == aurora.ClientID && !u.pair && u.level >= plain {
				p.ids = append(p.ids, candidate{u, s.name, p.auroraAt(u, a, s)})
			}
		}
	}
}

// onlyShown reports whether people alone get to see a text: an example of the usage. What the
// program has made a URL of is none.
func (p *pkg) onlyShown(u unit) bool {
	way := p.arrivals(u.cur)
	parsed := func(a literals.Arrival) bool {
		e, ok := a.At.Node().(ast.Expr)
		return ok && literals.IsURL(p.Info.TypeOf(e))
	}
	return slices.ContainsFunc(way, idle) && !slices.ContainsFunc(way, busy) && !slices.ContainsFunc(way, parsed)
}

// ofReported reports whether an expression names a constant or variable whose literal is
// reported.
func (p *pkg) ofReported(c inspector.Cursor) bool {
	for id := range c.Preorder((*ast.Ident)(nil)) {
		if obj := p.Info.Uses[id.Node().(*ast.Ident)]; obj != nil && p.declared[obj] {
			return true
		}
	}
	return false
}

func idle(a literals.Arrival) bool { return a.Last && a.Kind == literals.Shown }
func busy(a literals.Arrival) bool { return a.Last && a.Kind != literals.Shown }

func (p *pkg) found(u unit, c Credential) {
	c.Range = u.cur.Node()
	if u.cur.ParentEdgeKind() == edge.SelectorExpr_Sel {
		c.Range = u.cur.Parent().Node()
	}
	p.result.Found = append(p.result.Found, c)
	p.secrets = append(p.secrets, u.cur)
}

// note remembers which constants and variables hold the text.
func (p *pkg) note(u unit, way []literals.Arrival) {
	if u.obj != nil {
		p.declared[u.obj] = true
		return
	}
	for _, a := range way {
		if a.Kind == literals.Stored && literals.PackageLevel(a.Obj) {
			p.declared[a.Obj] = true
		}
	}
}

// bare strips the scheme of an Authorization header.
func bare(s string) string { return s[len(schemed().FindString(s)):] }

// arrivals returns where the text goes, through the variables and constants of the
// package too.
func (p *pkg) arrivals(c inspector.Cursor) []literals.Arrival {
	seen := make(map[types.Object]bool)
	var out []literals.Arrival
	var follow func(c inspector.Cursor)
	follow = func(c inspector.Cursor) {
		for _, a := range p.Flow(c) {
			out = append(out, a)
			if a.Kind != literals.Stored || !literals.PackageLevel(a.Obj) || seen[a.Obj] || len(a.Inside) > 0 {
				continue
			}
			seen[a.Obj] = true
			for _, use := range p.Uses(a.Obj) {
				follow(use)
			}
		}
	}
	follow(c)
	return out
}
