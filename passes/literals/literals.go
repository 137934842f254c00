// Package literals finds out which texts a package fixes in its source and where
// each of them goes: which variable, field, parameter or key gets it, whether it is
// only compared or shown, and what the constant parts of an expression come to.
// It knows no host and no secret; the passes that do ask it.
package literals

import (
	"go/ast"
	"go/token"
	"go/types"
	"reflect"
	"slices"
	"strings"
	"sync"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/auroravet/auroravet/internal/datatable"
	"github.com/auroravet/auroravet/internal/ownership"
	"github.com/auroravet/auroravet/passes/vocabulary"
)

// Analyzer's result is a *Source. It reports nothing. Its facts say what a function
// does with its string parameters and what text it returns.
var Analyzer = &analysis.Analyzer{
	Name:       "literals",
	Doc:        "find where the constant texts of a package go",
	Requires:   []*analysis.Analyzer{vocabulary.Analyzer},
	Run:        run,
	ResultType: reflect.TypeFor[*Source](),
	FactTypes:  []analysis.Fact{new(paramRoles), new(format)},
}

// Source opens a package for questions. It is safe for concurrent use.
type Source struct {
	shared Package
}

// Open returns the package, for one pass: it remembers what it was asked.
func (s *Source) Open() *Package {
	p := s.shared
	p.busy = make(map[any]bool)
	p.folded = make(map[ast.Expr]Text)
	p.roles = make(map[*types.Var]role)
	p.results = make(map[*types.Func]Text)
	return &p
}

// Package answers questions about the texts of one package.
type Package struct {
	Info  *types.Info
	Types *types.Package
	Files []*ast.File

	in       func() *inspector.Inspector
	source   func(ast.Node) bool
	imported importedFacts

	indexed bool
	uses    map[types.Object][]inspector.Cursor
	writes  map[types.Object][]write
	bodies  map[*types.Func]inspector.Cursor
	params  map[*types.Var]int // 1 for the first parameter of its function
	depth   int
	busy    map[any]bool        // what is being followed: cuts recursion
	roles   map[*types.Var]role // of the parameters that were asked for
	folded  map[ast.Expr]Text
	results map[*types.Func]Text
	unset   bool // see Unset
	inbound bool // see Inbound
}

// write is one assignment to a variable. Value is nil when it is not one expression;
// for the first result of a call it is the call.
type write struct {
	value ast.Expr
	at    inspector.Cursor
}

func run(pass *analysis.Pass) (any, error) {
	words := pass.ResultOf[vocabulary.Analyzer].(*vocabulary.Result)
	fset, files := pass.Fset, pass.Files
	s := &Source{shared: Package{
		Info:  pass.TypesInfo,
		Types: pass.Pkg,
		Files: pass.Files,
		in:    sync.OnceValue(func() *inspector.Inspector { return inspector.New(withoutTables(files)) }),
		source: func(n ast.Node) bool {
			return words.Tests || !strings.HasSuffix(fset.File(n.Pos()).Name(), "_test.go")
		},
		imported: readFacts(pass),
	}}
	if ownership.Own(pass) && ownership.Imported(pass, words.Tests) {
		exportFacts(pass, s.Open(), words.Vocabulary)
	}
	return s, nil
}

// withoutTables returns files without the package variables that are tables of numbers, in
// which there is no text. They would be most of what is walked through.
func withoutTables(files []*ast.File) []*ast.File {
	table := func(d ast.Decl) bool {
		g, ok := d.(*ast.GenDecl)
		return ok && g.Tok == token.VAR && len(g.Specs) == 1 && slices.ContainsFunc(g.Specs[0].(*ast.ValueSpec).Values, datatable.Pure)
	}
	out := make([]*ast.File, len(files))
	for i, f := range files {
		out[i] = f
		if slices.ContainsFunc(f.Decls, table) {
			short := *f
			short.Decls = slices.DeleteFunc(slices.Clone(f.Decls), table)
			out[i] = &short
		}
	}
	return out
}

// Root returns the cursor over all files of the package, but for tables of numbers.
func (p *Package) Root() inspector.Cursor { return p.in().Root() }

// Source reports whether n is in a file whose texts count: not in test code, unless
// the user asked for it.
func (p *Package) Source(n ast.Node) bool { return p.source(n) }

// Told reports whether an imported package has a function that returns a text with a host of the API.
func (p *Package) Told() bool { return p.imported.told }

// Uses returns the identifiers that stand for obj in the files that count, in source
// order, without the ones that define it.
func (p *Package) Uses(obj types.Object) []inspector.Cursor {
	p.index()
	return p.uses[obj]
}

// Body returns the declaration of a function of this package.
func (p *Package) Body(fn *types.Func) (inspector.Cursor, bool) {
	p.index()
	c, ok := p.bodies[fn.Origin()]
	return c, ok
}

// index notes the uses and the assignments of every variable, constant and function.
func (p *Package) index() {
	if p.indexed {
		return
	}
	p.indexed = true
	p.uses = make(map[types.Object][]inspector.Cursor)
	p.writes = make(map[types.Object][]write)
	p.bodies = make(map[*types.Func]inspector.Cursor)
	p.params = make(map[*types.Var]int)
	for c := range p.in().Root().Preorder((*ast.Ident)(nil), (*ast.FuncDecl)(nil), (*ast.AssignStmt)(nil),
		(*ast.ValueSpec)(nil), (*ast.UnaryExpr)(nil), (*ast.RangeStmt)(nil), (*ast.IncDecStmt)(nil)) {
		switch n := c.Node().(type) {
		case *ast.Ident:
			if obj := p.Info.Uses[n]; obj != nil && p.source(n) {
				p.uses[origin(obj)] = append(p.uses[origin(obj)], c)
			}
		case *ast.FuncDecl:
			if fn, ok := p.Info.Defs[n.Name].(*types.Func); ok && n.Body != nil {
				p.bodies[fn] = c
				p.noteParams(fn.Signature())
			}
		default:
			p.indexWrites(c)
		}
	}
}

// noteParams numbers the parameters of a function, but for a list of more.
func (p *Package) noteParams(sig *types.Signature) {
	for i := range sig.Params().Len() {
		if !sig.Variadic() || i < sig.Params().Len()-1 {
			p.params[sig.Params().At(i)] = i + 1
		}
	}
}

func (p *Package) indexWrites(c inspector.Cursor) {
	note := func(lhs ast.Expr, value ast.Expr) {
		if obj := p.variable(lhs); obj != nil {
			p.writes[obj] = append(p.writes[obj], write{value, c})
		}
	}
	switch n := c.Node().(type) {
	case *ast.AssignStmt:
		for i, lhs := range n.Lhs {
			switch {
			case n.Tok.String() != "=" && n.Tok.String() != ":=":
				note(lhs, nil) // x += y
			case len(n.Lhs) == len(n.Rhs):
				note(lhs, n.Rhs[i])
			case i == 0:
				note(lhs, n.Rhs[0])
			default:
				note(lhs, nil)
			}
		}
	case *ast.ValueSpec:
		for i, name := range n.Names {
			if len(n.Values) == len(n.Names) {
				note(name, n.Values[i])
			} else if len(n.Values) == 1 && i == 0 {
				note(name, n.Values[0])
			}
		}
	case *ast.UnaryExpr:
		if n.Op.String() == "&" {
			if id, ok := ast.Unparen(n.X).(*ast.Ident); ok {
				note(id, nil)
			}
		}
	case *ast.RangeStmt:
		note(n.Key, nil)
		note(n.Value, nil)
	case *ast.IncDecStmt:
		note(n.X, nil)
	}
}

// variable returns the variable that an expression of one identifier names, or nil.
func (p *Package) variable(e ast.Expr) types.Object {
	id, ok := e.(*ast.Ident)
	if !ok {
		return nil
	}
	obj := p.Info.ObjectOf(id)
	if v, ok := obj.(*types.Var); ok {
		return v.Origin()
	}
	return nil
}

// origin returns the declared object of an instance of a generic one.
func origin(obj types.Object) types.Object {
	switch obj := obj.(type) {
	case *types.Func:
		return obj.Origin()
	case *types.Var:
		return obj.Origin()
	}
	return obj
}

// Callee returns the function or method that call names, or nil.
func (p *Package) Callee(call *ast.CallExpr) *types.Func {
	fun := ast.Unparen(call.Fun)
	switch ix := fun.(type) {
	case *ast.IndexExpr:
		fun = ix.X
	case *ast.IndexListExpr:
		fun = ix.X
	}
	var id *ast.Ident
	switch fun := fun.(type) {
	case *ast.Ident:
		id = fun
	case *ast.SelectorExpr:
		id = fun.Sel
	default:
		return nil
	}
	fn, _ := p.Info.Uses[id].(*types.Func)
	return fn
}

// Writes returns the places that set a variable of this package.
func (p *Package) Writes(v types.Object) []inspector.Cursor {
	p.index()
	var out []inspector.Cursor
	for _, w := range p.writes[origin(v)] {
		out = append(out, w.at)
	}
	return out
}

// PackageLevel reports whether obj is declared at the top of a package.
func PackageLevel(obj types.Object) bool {
	return obj != nil && obj.Pkg() != nil && obj.Parent() == obj.Pkg().Scope()
}
