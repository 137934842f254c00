package literals

import (
	"go/ast"
	"go/token"
	"go/types"
	"path"
	"slices"
	"strings"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/auroravet/auroravet/internal/aurora"
)

// Reading is one way in which a package reads the files of a file system that a variable holds.
type Reading struct {
	At inspector.Cursor // what names the file, or the use that names none
	// Name is the name of a file or of a folder, or a pattern, "" for all; with aurora.Hole for what is
	// known only at run time.
	Name string
}

// Open reports whether the file is known only at run time.
func (r Reading) Open() bool { return strings.Contains(r.Name, aurora.Hole) }

// Covers reports whether a file may be among those that are read.
func (r Reading) Covers(file string) bool {
	if first, last := strings.Index(r.Name, aurora.Hole), strings.LastIndex(r.Name, aurora.Hole); first >= 0 {
		return strings.HasPrefix(file, r.Name[:first]) && strings.HasSuffix(file, r.Name[last+1:])
	}
	ok, _ := path.Match(r.Name, file)
	return ok || r.Name == "" || r.Name == "." || strings.HasPrefix(file, r.Name+"/")
}

// Readings returns the ways in which the package reads the files of the file system that a variable,
// a field or a parameter holds.
func (p *Package) Readings(v types.Object) []Reading {
	r := &reader{p: p, seen: make(map[types.Object]bool)}
	r.variable(v, "")
	return r.out
}

// reader follows a file system.
type reader struct {
	p    *Package
	seen map[types.Object]bool
	out  []Reading
}

// variable looks at the uses of what holds the file system, or the folder dir of it.
func (r *reader) variable(v types.Object, dir string) {
	if v == nil || r.seen[v] || len(r.seen) > 20 {
		return
	}
	r.seen[v] = true
	for _, use := range r.p.Uses(v) {
		r.value(use, dir)
	}
}

func (r *reader) all(c inspector.Cursor, dir string) {
	r.out = append(r.out, Reading{c, dir})
}

// value follows the file system from the expression at c.
func (r *reader) value(c inspector.Cursor, dir string) {
	parent := c.Parent()
	kind, index := c.ParentEdge()
	switch kind {
	case edge.ParenExpr_X, edge.UnaryExpr_X, edge.SelectorExpr_Sel:
		r.value(parent, dir)
	case edge.SelectorExpr_X:
		if parent.ParentEdgeKind() != edge.CallExpr_Fun {
			r.all(c, dir)
			return
		}
		r.call(parent.Parent(), parent.Parent().Node().(*ast.CallExpr).Args, dir)
	case edge.CallExpr_Args:
		r.argument(parent, index, dir)
	case edge.AssignStmt_Rhs:
		if as := parent.Node().(*ast.AssignStmt); index < len(as.Lhs) {
			r.assigned(as.Lhs[index], dir)
		}
	case edge.ValueSpec_Values:
		if names := parent.Node().(*ast.ValueSpec).Names; index < len(names) {
			r.assigned(names[index], dir)
		}
	case edge.KeyValueExpr_Value:
		r.assigned(parent.Node().(*ast.KeyValueExpr).Key, dir)
	case edge.CompositeLit_Elts:
		if st, ok := r.p.structOf(parent.Node().(*ast.CompositeLit)); ok && index < st.NumFields() {
			r.variable(origin(st.Field(index)), dir)
		}
	case edge.ReturnStmt_Results:
		if fn := r.p.Function(c); fn != nil && index == 0 {
			r.result(fn, dir)
		}
	case edge.AssignStmt_Lhs, edge.KeyValueExpr_Key:
	default:
		r.all(c, dir)
	}
}

// result follows the file system to the calls of a function that returns it.
func (r *reader) result(fn *types.Func, dir string) {
	if r.seen[fn] {
		return
	}
	r.seen[fn] = true
	for _, use := range r.p.Uses(fn) {
		if use.ParentEdgeKind() == edge.SelectorExpr_Sel {
			use = use.Parent()
		}
		if use.ParentEdgeKind() == edge.CallExpr_Fun {
			r.value(use.Parent(), dir)
		}
	}
}

// assigned follows the file system into a variable or a field.
func (r *reader) assigned(to ast.Expr, dir string) {
	if sel, ok := to.(*ast.SelectorExpr); ok {
		to = sel.Sel
	}
	if id, ok := to.(*ast.Ident); ok {
		r.variable(origin(r.p.Info.ObjectOf(id)), dir)
	}
}

// argument follows the file system into a function: one of this package by its parameter, another one by
// the name that it is given too.
func (r *reader) argument(call inspector.Cursor, index int, dir string) {
	n := call.Node().(*ast.CallExpr)
	fn := r.p.Callee(n)
	if fn != nil {
		if _, ok := r.p.Body(fn); ok {
			params := fn.Origin().Signature().Params()
			r.variable(params.At(min(index, params.Len()-1)), dir)
			return
		}
	}
	r.call(call, n.Args, dir)
}

// call notes the files that a method or a function of a library reads by their names.
func (r *reader) call(call inspector.Cursor, args []ast.Expr, dir string) {
	fn := r.p.Callee(call.Node().(*ast.CallExpr))
	if fn != nil && slices.Contains(listing, fn.Name()) && fromFS(fn) {
		return
	}
	names := 0
	for _, arg := range args {
		if b, ok := r.p.Info.TypeOf(arg).Underlying().(*types.Basic); !ok || b.Info()&types.IsString == 0 {
			continue
		}
		names++
		if fn != nil && fn.Name() == "Sub" && fromFS(fn) {
			name, _ := r.p.Fold(arg).Whole()
			r.value(call, path.Join(dir, name))
			return
		}
		r.named(call, arg, dir)
	}
	if names == 0 {
		r.all(call, dir)
	}
}

// listing are the functions that tell which files there are and read none.
var listing = []string{"ReadDir", "WalkDir", "Glob", "Stat", "Lstat"}

func fromFS(fn *types.Func) bool {
	return fn.Pkg() != nil && (fn.Pkg().Path() == "io/fs" || fn.Pkg().Path() == "embed")
}

// named notes the files that an expression names.
func (r *reader) named(c inspector.Cursor, name ast.Expr, dir string) {
	for _, t := range r.p.given(c, r.p.Fold(name), 0) {
		if _, whole := t.text.Whole(); !whole && r.p.listed(name, 0) && !r.p.picked(c) {
			r.all(c, dir)
			continue
		}
		full := t.text.String()
		if dir != "" {
			full = dir + "/" + full
		}
		r.out = append(r.out, Reading{t.at, strings.TrimPrefix(full, "./")})
	}
}

// givenText is a text, and the place that decides it.
type givenText struct {
	text Text
	at   inspector.Cursor
}

// given returns what a text at c comes to by the calls of the function around it in this package. What
// other packages may give to it is a hole.
func (p *Package) given(c inspector.Cursor, t Text, depth int) []givenText {
	open := slices.ContainsFunc(t, func(part Part) bool { return part.Param > 0 })
	for f := range c.Enclosing((*ast.FuncDecl)(nil)) {
		fn, ok := p.Info.Defs[f.Node().(*ast.FuncDecl).Name].(*types.Func)
		if !open || !ok || depth > deepest {
			break
		}
		var out []givenText
		for _, use := range p.Uses(fn) {
			if use.ParentEdgeKind() == edge.SelectorExpr_Sel {
				use = use.Parent()
			}
			if call, ok := use.Parent().Node().(*ast.CallExpr); ok && use.ParentEdgeKind() == edge.CallExpr_Fun {
				out = append(out, p.given(use, t.bind(p.foldAll(call.Args)), depth+1)...)
			}
		}
		if len(out) == 0 || fn.Exported() {
			out = append(out, givenText{t, c})
		}
		return out
	}
	return []givenText{{t, c}}
}

// listed reports whether a name is one that a folder was asked for.
func (p *Package) listed(name ast.Expr, depth int) bool {
	found := false
	ast.Inspect(name, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CallExpr:
			fn := p.Callee(n)
			found = found || fn != nil && fromFS(fn) && (slices.Contains(listing, fn.Name()) || fn.Name() == "Name")
		case *ast.Ident:
			v, ok := p.Info.Uses[n].(*types.Var)
			if !ok || PackageLevel(v) || depth > deepest {
				break
			}
			found = found || slices.ContainsFunc(p.Writes(v), func(c inspector.Cursor) bool {
				switch w := c.Node().(type) {
				case *ast.RangeStmt:
					return p.listed(w.X, depth+1)
				case *ast.AssignStmt:
					return slices.ContainsFunc(w.Rhs, func(e ast.Expr) bool { return p.listed(e, depth+1) })
				}
				return false
			}) || p.walked(v)
		}
		return !found
	})
	return found
}

// walked reports whether a variable is a parameter of the function that fs.WalkDir runs for each file.
func (p *Package) walked(v *types.Var) bool {
	c, ok := p.Root().FindByPos(v.Pos(), v.Pos())
	if !ok {
		return false
	}
	for f := range c.Enclosing((*ast.FuncLit)(nil)) {
		call, ok := f.Parent().Node().(*ast.CallExpr)
		fn := (*types.Func)(nil)
		if ok {
			fn = p.Callee(call)
		}
		return fn != nil && fromFS(fn) && slices.Contains(listing, fn.Name())
	}
	return false
}

// picked reports whether the function around c takes one of the files of a folder by its name: it compares
// that with what is known at run time, or keeps each under its name.
func (p *Package) picked(c inspector.Cursor) bool {
	for f := range c.Enclosing((*ast.FuncDecl)(nil)) {
		for n := range f.Preorder((*ast.BinaryExpr)(nil), (*ast.AssignStmt)(nil)) {
			switch n := n.Node().(type) {
			case *ast.BinaryExpr:
				if n.Op != token.EQL && n.Op != token.NEQ || p.Info.Types[n.X].Value != nil || p.Info.Types[n.Y].Value != nil || p.Info.Types[n.Y].IsNil() {
					continue
				}
				if p.listed(n.X, 0) != p.listed(n.Y, 0) {
					return true
				}
			case *ast.AssignStmt:
				if ix, ok := ast.Unparen(n.Lhs[0]).(*ast.IndexExpr); ok && p.listed(ix.Index, 0) {
					return true
				}
			}
		}
	}
	return false
}
