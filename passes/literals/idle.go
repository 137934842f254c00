package literals

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ast/edge"
)

// This file says of fields and results whether this package does no more with them than
// to compare or show them.

// isError reports whether values of a type, or pointers to them, are errors: what they hold
// is for people.
func isError(t types.Type) bool {
	if t == nil {
		return false
	}
	err := types.Universe.Lookup("error").Type().Underlying().(*types.Interface)
	return types.Implements(t, err) || types.Implements(types.NewPointer(t), err)
}

// kept reports whether a field that this package only compares is one that others use: they can read
// it, and the text is a whole URL, where guards look at the name of a host, or it is a path and the
// package looks at the form of it alone.
func (w *walk) kept(f *types.Var) bool {
	e, ok := w.from.Node().(ast.Expr)
	if !ok || !w.p.open(f) {
		return false
	}
	s, ok := w.p.Fold(e).Whole()
	return ok && (strings.Contains(s, "://") || strings.HasPrefix(s, "/") && w.p.formed(f))
}

// formed reports whether a field is compared with constants alone.
func (p *Package) formed(f *types.Var) bool {
	constant := func(e ast.Expr) bool { return p.Info.Types[e].Value != nil }
	for _, use := range p.Uses(f) {
		at := use
		if use.ParentEdgeKind() == edge.SelectorExpr_Sel {
			at = use.Parent()
		}
		switch n := at.Parent().Node().(type) {
		case *ast.BinaryExpr:
			if !constant(n.X) && !constant(n.Y) {
				return false
			}
		case *ast.CallExpr:
			if slices.ContainsFunc(n.Args, func(e ast.Expr) bool { return e != at.Node() && !constant(e) }) {
				return false
			}
		}
	}
	return true
}

// open reports whether other packages can read a field: it and the type that has it are exported.
func (p *Package) open(f *types.Var) bool {
	if !f.Exported() || p.Types.Name() == "main" {
		return false
	}
	scope := p.Types.Scope()
	for _, name := range scope.Names() {
		tn, ok := scope.Lookup(name).(*types.TypeName)
		if !ok || !tn.Exported() {
			continue
		}
		st, ok := tn.Type().Underlying().(*types.Struct)
		if !ok {
			continue
		}
		for v := range st.Fields() {
			if v == f {
				return true
			}
		}
	}
	return false
}

// idleField reports whether all that this package does with a field of its own is to
// compare or show it, and which.
func (p *Package) idleField(f *types.Var) (Kind, bool) {
	if f.Pkg() != p.Types || p.busy[f] {
		return 0, false
	}
	p.busy[f] = true
	defer delete(p.busy, f)
	kind, reads := Compared, 0
	for _, use := range p.Uses(f) {
		sel := use.Parent()
		if use.ParentEdgeKind() != edge.SelectorExpr_Sel || sel.ParentEdgeKind() == edge.AssignStmt_Lhs {
			continue
		}
		for _, a := range p.Flow(sel) {
			if a.Last && !a.Idle() {
				return 0, false
			}
			if a.Last {
				kind, reads = a.Kind, reads+1
			}
		}
	}
	return kind, reads > 0
}

// idleResult is idleField for the result of a function.
func (p *Package) idleResult(fn *types.Func) (Kind, bool) {
	if fn.Exported() || p.busy[fn] {
		return 0, false
	}
	p.busy[fn] = true
	defer delete(p.busy, fn)
	kind, calls := Compared, 0
	for _, use := range p.Uses(fn) {
		call := use
		for call.ParentEdgeKind() == edge.SelectorExpr_Sel || call.ParentEdgeKind() == edge.ParenExpr_X {
			call = call.Parent()
		}
		if call.ParentEdgeKind() != edge.CallExpr_Fun {
			return 0, false
		}
		for _, a := range p.Flow(call.Parent()) {
			if a.Last && !a.Idle() {
				return 0, false
			}
			if a.Last {
				kind, calls = a.Kind, calls+1
			}
		}
	}
	return kind, calls > 0
}
