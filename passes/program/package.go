package program

import (
	"go/ast"
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/auroravet/auroravet/internal/guard"
	"github.com/auroravet/auroravet/internal/ir"
	"github.com/auroravet/auroravet/internal/ownership"
	"github.com/auroravet/auroravet/passes/lazyssa"
)

// packageLowerer lowers the functions of one package.
type packageLowerer struct {
	pass  *analysis.Pass
	prog  *Program
	path  string
	types []*ir.Type
	noted map[string]bool
	impls map[types.Type][]string
	gen   map[*token.File]bool
	// clients are the functions and types that a //auroravet:client comment names.
	clients map[types.Object]bool
}

func newPackageLowerer(pass *analysis.Pass, prog *Program) *packageLowerer {
	l := &packageLowerer{
		pass: pass, prog: prog, path: pass.Pkg.Path(),
		noted: map[string]bool{}, impls: map[types.Type][]string{}, gen: map[*token.File]bool{},
		clients: map[types.Object]bool{},
	}
	for _, f := range pass.Files {
		l.gen[pass.Fset.File(f.FileStart)] = ownership.Generated(f)
		for _, d := range f.Decls {
			l.noteClient(d)
		}
	}
	return l
}

// noteClient records the declarations that the user marks as clients of the API.
func (p *packageLowerer) noteClient(d ast.Decl) {
	marked := func(g *ast.CommentGroup) bool {
		if g == nil {
			return false
		}
		for _, c := range g.List {
			if c.Text == "//auroravet:client" || strings.HasPrefix(c.Text, "//auroravet:client ") {
				return true
			}
		}
		return false
	}
	switch d := d.(type) {
	case *ast.FuncDecl:
		if marked(d.Doc) {
			p.clients[p.pass.TypesInfo.Defs[d.Name]] = true
		}
	case *ast.GenDecl:
		for _, s := range d.Specs {
			if ts, ok := s.(*ast.TypeSpec); ok && (marked(ts.Doc) || marked(d.Doc)) {
				p.clients[p.pass.TypesInfo.Defs[ts.Name]] = true
			}
		}
	}
}

// all lowers every function of the package.
func (p *packageLowerer) all(s *lazyssa.SSA) {
	for _, member := range s.Pkg.Members {
		if g, ok := member.(*ssa.Global); ok {
			p.prog.globals[g.RelString(nil)] = int(g.Pos())
		}
	}
	for _, fn := range s.Funcs {
		var f *ir.Func
		if !guard.Run(func() { f = p.lower(fn) }) {
			continue
		}
		p.prog.Own = append(p.prog.Own, f)
		p.prog.add(f.Name, &entry{fn: f})
		res := fn.Signature.Results()
		for i := range res.Len() {
			p.noteType(res.At(i).Type())
		}
		for _, v := range fn.Params {
			p.noteType(v.Type())
		}
	}
}

// want is called for each function that the package names.
func (p *packageLowerer) want(fn *ssa.Function) {}

// wantMethods is called for each type that becomes an interface value.
func (p *packageLowerer) wantMethods(t types.Type) { p.noteType(t) }

// marks says whether a function stands in a generated file and whether the user marked it.
func (p *packageLowerer) marks(fn *ssa.Function) (generated, client bool) {
	if f := p.pass.Fset.File(fn.Pos()); f != nil {
		generated = p.gen[f]
	}
	for fn.Parent() != nil {
		fn = fn.Parent()
	}
	if o := fn.Object(); o != nil && p.clients[o] {
		client = true
	}
	if r := fn.Signature.Recv(); r != nil {
		if n, ok := types.Unalias(deref(r.Type())).(*types.Named); ok && p.clients[n.Obj()] {
			client = true
		}
	}
	return generated, client
}

// noteType records the fields of a struct type under its name, and those of the types it holds.
func (p *packageLowerer) noteType(t types.Type) {
	switch u := t.(type) {
	case *types.Pointer:
		p.noteType(u.Elem())
		return
	case *types.Slice:
		p.noteType(u.Elem())
		return
	case *types.Map:
		p.noteType(u.Elem())
		return
	case *types.Chan:
		p.noteType(u.Elem())
		return
	case *types.Tuple:
		for i := range u.Len() {
			p.noteType(u.At(i).Type())
		}
		return
	}
	st, ok := t.Underlying().(*types.Struct)
	if !ok {
		return
	}
	name := typeName(t)
	if p.noted[name] {
		return
	}
	p.noted[name] = true
	if n, ok := types.Unalias(t).(*types.Named); ok && n.Obj().Pkg() != nil && n.Obj().Pkg() != p.pass.Pkg && !strings.Contains(strings.SplitN(n.Obj().Pkg().Path(), "/", 2)[0], ".") {
		return // a type of the standard library: the rows know it
	}
	out := &ir.Type{Name: name}
	p.types = append(p.types, out)
	for i := range st.NumFields() {
		f := st.Field(i)
		out.Fields = append(out.Fields, ir.Field{Name: f.Name(), Type: typeName(f.Type()), Tag: st.Tag(i), Embedded: f.Embedded()})
		p.noteType(f.Type())
	}
}

// implementers lists the types in view that implement an interface of the module,
// at most four; none for the interfaces that everything implements.
func (p *packageLowerer) implementers(t types.Type) []string {
	if out, ok := p.impls[t]; ok {
		return out
	}
	iface, ok := t.Underlying().(*types.Interface)
	var out []string
	if n, named := types.Unalias(t).(*types.Named); ok && iface.NumMethods() > 0 && (!named || p.ours(n.Obj().Pkg())) {
		out = p.scopeImplementers(p.pass.Pkg, iface, out)
		for _, imp := range p.pass.Pkg.Imports() {
			if p.ours(imp) {
				out = p.scopeImplementers(imp, iface, out)
			}
		}
	}
	if len(out) > 4 {
		out = nil
	}
	p.impls[t] = out
	return out
}

// ours says whether functions of the package are in view.
func (p *packageLowerer) ours(pkg *types.Package) bool {
	if pkg == nil || pkg == p.pass.Pkg {
		return pkg != nil
	}
	return p.pass.ImportPackageFact(pkg, new(fact))
}

func (p *packageLowerer) scopeImplementers(pkg *types.Package, iface *types.Interface, out []string) []string {
	scope := pkg.Scope()
	for _, name := range scope.Names() {
		tn, ok := scope.Lookup(name).(*types.TypeName)
		if !ok || tn.IsAlias() || types.IsInterface(tn.Type()) {
			continue
		}
		if n, ok := tn.Type().(*types.Named); ok && n.TypeParams().Len() > 0 {
			continue
		}
		if strings.HasSuffix(p.pass.Fset.Position(tn.Pos()).Filename, "_test.go") {
			continue
		}
		if types.Implements(types.NewPointer(tn.Type()), iface) {
			out = append(out, typeName(tn.Type()))
		}
	}
	return out
}

// globalUses finds where a function names package variables, in source order.
func (p *packageLowerer) globalUses(fn *ssa.Function) map[types.Object][]token.Pos {
	out := map[types.Object][]token.Pos{}
	syntax := fn.Syntax()
	if syntax == nil {
		return out
	}
	ast.Inspect(syntax, func(n ast.Node) bool {
		if _, ok := n.(*ast.FuncLit); ok && n != syntax {
			return false
		}
		if id, ok := n.(*ast.Ident); ok {
			if v, ok := p.pass.TypesInfo.Uses[id].(*types.Var); ok && v.Parent() != nil && v.Pkg() != nil && v.Parent() == v.Pkg().Scope() {
				out[v] = append(out[v], id.Pos())
			}
		}
		return true
	})
	return out
}
