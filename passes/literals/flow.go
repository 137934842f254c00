package literals

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"
)

// Kind says what happens to a text at an arrival.
type Kind uint8

const (
	Used     Kind = iota // some other use
	Stored               // in the variable, constant or field Obj, or under the key Name
	Passed               // as argument Arg of Call
	Returned             // from the function around it
	Compared             // with something, searched in it, or a pattern
	Shown                // to a person: log, error, help
	Named                // a key, the name of a header, of an environment variable
)

// Arrival is a place that a text reaches.
type Arrival struct {
	Kind Kind
	At   inspector.Cursor // the expression that holds the text there
	// Path are the expressions and assignments that it came through, first one first.
	Path []inspector.Cursor
	Obj  types.Object
	Name string
	Call *ast.CallExpr
	Arg  int
	// Part says that the text is a part of a longer one there.
	Part bool
	// Before is what stands right before the text in the longer one, as far as it is known.
	Before string
	// Last says that the text is not followed further from there.
	Last bool
	// Inside are the fields of the struct that holds the text there.
	Inside []*types.Var
}

// Idle reports whether nothing is done with the text there but compare or show it.
func (a Arrival) Idle() bool { return a.Kind == Compared || a.Kind == Shown || a.Kind == Named }

// Flow returns where the text of the expression at c goes in this package, in the
// order in which it gets there.
func (p *Package) Flow(c inspector.Cursor) []Arrival {
	if p.depth > deepest {
		return []Arrival{{Kind: Used, At: c, Path: []inspector.Cursor{c}, Last: true}}
	}
	p.depth++
	defer func() { p.depth-- }()
	w := &walk{p: p, from: c, seen: make(map[types.Object]bool)}
	w.climb(c, state{})
	return w.out
}

// deepest bounds how many fields, parameters and results are looked through at once.
const deepest = 4

// walk follows one text.
type walk struct {
	p    *Package
	from inspector.Cursor // where the text stands
	seen map[types.Object]bool
	out  []Arrival
}

// state is what a walk knows about the text where it stands.
type state struct {
	path   []inspector.Cursor
	part   bool
	before string
	inside []*types.Var // fields of structs around it, the outermost one last
}

func (s state) via(c inspector.Cursor) state {
	s.path = append(s.path[:len(s.path):len(s.path)], c)
	return s
}

func (w *walk) arrive(a Arrival, s state, c inspector.Cursor) {
	a.At, a.Path, a.Part, a.Before, a.Inside = c, s.via(c).path, s.part, s.before, s.inside
	w.out = append(w.out, a)
}

func (w *walk) last(k Kind, s state, c inspector.Cursor) {
	w.arrive(Arrival{Kind: k, Last: true}, s, c)
}

// climb follows the value of the expression at c to whatever holds that expression.
func (w *walk) climb(c inspector.Cursor, s state) {
	if len(w.out) > 60 || len(s.path) > 30 {
		return
	}
	parent := c.Parent()
	kind, index := c.ParentEdge()
	switch kind {
	case edge.ParenExpr_X, edge.StarExpr_X, edge.UnaryExpr_X, edge.TypeAssertExpr_X, edge.SliceExpr_X:
		w.climb(parent, s)
	case edge.BinaryExpr_X, edge.BinaryExpr_Y:
		if e := parent.Node().(*ast.BinaryExpr); e.Op != token.ADD {
			if !w.p.isEmpty(e.X) && !w.p.isEmpty(e.Y) { // x == "" asks for no text
				w.last(Compared, s, c)
			}
			return
		}
		s.part = true
		if kind == edge.BinaryExpr_Y && s.before == "" {
			s.before = w.p.Fold(parent.Node().(*ast.BinaryExpr).X).tail()
		}
		w.climb(parent, s)
	case edge.CaseClause_List, edge.SwitchStmt_Tag:
		w.last(Compared, s, c)
	case edge.CallExpr_Args:
		w.argument(c, parent, index, s)
	case edge.SelectorExpr_X:
		w.selection(c, parent, s)
	case edge.SelectorExpr_Sel:
		w.climb(parent, s)
	case edge.KeyValueExpr_Key:
		w.last(Named, s, c)
	case edge.KeyValueExpr_Value:
		w.element(c, parent.Parent(), parent.Node().(*ast.KeyValueExpr).Key, s)
	case edge.CompositeLit_Elts:
		w.element(c, parent, nil, s)
	case edge.IndexExpr_Index:
		w.last(Named, s, c)
	case edge.IndexExpr_X:
		w.climb(parent, s)
	case edge.AssignStmt_Rhs:
		as := parent.Node().(*ast.AssignStmt)
		if as.Tok == token.ADD_ASSIGN {
			s.part = true
		}
		if index < len(as.Lhs) {
			w.assign(as.Lhs[index], parent, s)
		}
	case edge.ValueSpec_Values:
		if names := parent.Node().(*ast.ValueSpec).Names; index < len(names) {
			w.assign(names[index], parent, s)
		}
	case edge.ReturnStmt_Results:
		w.returned(c, s)
	case edge.RangeStmt_X:
		w.ranged(parent, s)
	case edge.ExprStmt_X, edge.AssignStmt_Lhs:
	default:
		w.last(Used, s, c)
	}
}

// isEmpty reports whether an expression is the constant "" or nil.
func (p *Package) isEmpty(e ast.Expr) bool {
	tv := p.Info.Types[e]
	return tv.IsNil() || tv.Value != nil && tv.Value.ExactString() == `""`
}

// assign follows the text into what is assigned at c: a variable, a field, an entry.
func (w *walk) assign(lhs ast.Expr, c inspector.Cursor, s state) {
	p := w.p
	switch lhs := ast.Unparen(lhs).(type) {
	case *ast.Ident:
		obj := p.Info.ObjectOf(lhs)
		if obj == nil || lhs.Name == "_" {
			return
		}
		top := PackageLevel(obj)
		w.arrive(Arrival{Kind: Stored, Obj: obj, Name: obj.Name(), Last: top}, s, c)
		if !top {
			w.variable(obj, s.via(c))
		}
	case *ast.SelectorExpr:
		obj := p.Info.ObjectOf(lhs.Sel)
		w.stored(obj, s, c)
	case *ast.IndexExpr:
		w.arrive(Arrival{Kind: Stored, Name: p.keyName(lhs.Index), Last: true}, s, c)
	default:
		w.last(Stored, s, c)
	}
}

// variable follows a local variable or constant to its uses. One that is never read
// on is where the text stays.
func (w *walk) variable(obj types.Object, s state) {
	if w.seen[obj] {
		return
	}
	w.seen[obj] = true
	before := len(w.out)
	for _, use := range w.p.Uses(obj) {
		w.climb(use, s)
	}
	if len(w.out) == before && before > 0 {
		w.out[before-1].Last = true
	}
}

// stored notes that a field or variable holds the text for good. A field that this
// package only compares or shows makes no use of it.
func (w *walk) stored(obj types.Object, s state, c inspector.Cursor) {
	a := Arrival{Kind: Stored, Obj: obj, Last: true}
	if obj != nil {
		a.Name = obj.Name()
		if v, ok := obj.(*types.Var); ok && v.IsField() {
			if k, idle := w.p.idleField(v); idle && !w.kept(v) {
				a.Kind = k
			}
		}
	}
	w.arrive(a, s, c)
}

// element follows the text into a composite literal, and that to where it goes.
func (w *walk) element(c, lit inspector.Cursor, key ast.Expr, s state) {
	p := w.p
	cl, ok := lit.Node().(*ast.CompositeLit)
	if !ok {
		w.last(Used, s, c)
		return
	}
	st, ok := p.structOf(cl)
	if !ok { // a list or a map
		a := Arrival{Kind: Stored}
		if key != nil {
			a.Name = p.keyName(key)
		}
		w.arrive(a, s, c)
		w.climb(lit, s.via(c))
		return
	}
	var field *types.Var
	if id, ok := key.(*ast.Ident); ok {
		field, _ = p.Info.Uses[id].(*types.Var)
	} else if i := c.ParentEdgeIndex(); key == nil && i < st.NumFields() {
		field = st.Field(i)
	}
	if field == nil {
		w.last(Used, s, c)
		return
	}
	w.stored(origin(field), s, c)
	if w.out[len(w.out)-1].Idle() {
		return
	}
	if showing(field.Name()) || isError(p.Info.TypeOf(cl)) {
		w.out[len(w.out)-1].Kind = Shown
		return
	}
	w.out[len(w.out)-1].Last = false
	before := len(w.out)
	s = s.via(c)
	s.inside = append(s.inside[:len(s.inside):len(s.inside)], origin(field).(*types.Var))
	w.climb(lit, s)
	if len(w.out) == before {
		w.out[before-1].Last = true
	}
}

// keyName returns the constant that an entry stands under.
func (p *Package) keyName(key ast.Expr) string {
	s, _ := p.Fold(key).Whole()
	return s
}

// selection follows the value that a field or method is taken of.
func (w *walk) selection(c, sel inspector.Cursor, s state) {
	se := sel.Node().(*ast.SelectorExpr)
	selection := w.p.Info.Selections[se]
	if selection == nil { // a qualified name
		w.climb(sel, s)
		return
	}
	if selection.Kind() == types.FieldVal {
		n := len(s.inside)
		if n > 0 && s.inside[n-1] == origin(selection.Obj()) {
			s.inside = s.inside[:n-1]
			w.climb(sel, s)
		}
		return
	}
	call := sel.Parent()
	if call.Node() == nil || sel.ParentEdgeKind() != edge.CallExpr_Fun {
		w.last(Used, s, c)
		return
	}
	fn, _ := selection.Obj().(*types.Func)
	switch libraryRole(fn, receiverArg) {
	case carried:
		s.part = true
		w.climb(call, s)
	case compared:
		w.last(Compared, s, c)
	case shown:
		w.last(Shown, s, c)
	default:
		w.arrive(Arrival{Kind: Passed, Obj: fn, Call: call.Node().(*ast.CallExpr), Arg: receiverArg, Last: true}, s, c)
	}
}

// ranged follows a list to the variable of the loop.
func (w *walk) ranged(c inspector.Cursor, s state) {
	id, ok := c.Node().(*ast.RangeStmt).Value.(*ast.Ident)
	if !ok {
		return
	}
	if obj := w.p.Info.ObjectOf(id); obj != nil && id.Name != "_" {
		s = s.via(c)
		before := len(w.out)
		w.variable(obj, s)
		if len(w.out) == before {
			w.last(Used, s, c)
		}
	}
}

// returned follows the result of a function to its calls: where all of them only
// compare or show it, so does the function.
func (w *walk) returned(c inspector.Cursor, s state) {
	if call, ok := calledAtOnce(c); ok {
		w.climb(call, s)
		return
	}
	a := Arrival{Kind: Returned, Last: true}
	if fn := w.p.Function(c); fn != nil {
		a.Obj = fn
		if k, idle := w.p.idleResult(fn); idle {
			a.Kind = k
		}
	}
	w.arrive(a, s, c)
}

// calledAtOnce returns the call of the function literal that returns an expression as its only result, when
// it is called where it stands.
func calledAtOnce(c inspector.Cursor) (call inspector.Cursor, ok bool) {
	for e := range c.Enclosing((*ast.FuncLit)(nil), (*ast.FuncDecl)(nil)) {
		lit, isLit := e.Node().(*ast.FuncLit)
		if !isLit || lit.Type.Results.NumFields() != 1 {
			break
		}
		for e.ParentEdgeKind() == edge.ParenExpr_X {
			e = e.Parent()
		}
		return e.Parent(), e.ParentEdgeKind() == edge.CallExpr_Fun
	}
	return c, false
}

// Function returns the declared function whose own body, not a literal in it, holds c.
func (p *Package) Function(c inspector.Cursor) *types.Func {
	for e := range c.Enclosing((*ast.FuncLit)(nil), (*ast.FuncDecl)(nil)) {
		if decl, ok := e.Node().(*ast.FuncDecl); ok {
			fn, _ := p.Info.Defs[decl.Name].(*types.Func)
			return fn
		}
		return nil
	}
	return nil
}
