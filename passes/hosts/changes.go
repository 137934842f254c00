package hosts

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/auroravet/auroravet/internal/aurora"
	"github.com/auroravet/auroravet/passes/literals"
)

// alternative reports whether the place in the branch answers a question that has
// another answer elsewhere: an assignment to what is set elsewhere too, a return beside others,
// a change of what is as it was where the branch is not taken.
func (p *pkg) alternative(c, arm inspector.Cursor) bool {
	stmt, ok := literals.Statement(c)
	if !ok {
		return false
	}
	switch s := stmt.Node().(type) {
	case *ast.AssignStmt:
		return s.Tok != token.DEFINE && slices.ContainsFunc(s.Lhs, func(lhs ast.Expr) bool { return p.setElsewhere(s, lhs, arm) })
	case *ast.ExprStmt:
		call, ok := ast.Unparen(s.X).(*ast.CallExpr)
		return ok && p.changes(call, c, arm)
	case *ast.ReturnStmt:
		for f := range stmt.Enclosing((*ast.FuncDecl)(nil), (*ast.FuncLit)(nil)) {
			for r := range f.Preorder((*ast.ReturnStmt)(nil)) {
				if !arm.Contains(r) && p.isAnswer(r.Node().(*ast.ReturnStmt)) {
					return true
				}
			}
			break
		}
	}
	return false
}

// setElsewhere reports whether what an assignment sets has a value without it: it is set outside
// of the branch too, or gets more than it has (a list of options that one is appended to).
func (p *pkg) setElsewhere(as *ast.AssignStmt, lhs ast.Expr, arm inspector.Cursor) bool {
	id, ok := ast.Unparen(lhs).(*ast.Ident)
	if !ok {
		return true
	}
	v, ok := p.Info.ObjectOf(id).(*types.Var)
	if !ok {
		return false
	}
	return v.Kind() == types.ParamVar ||
		slices.ContainsFunc(p.Writes(v), func(w inspector.Cursor) bool { return !arm.Contains(w) }) ||
		outside(v, arm) && slices.ContainsFunc(as.Rhs, func(e ast.Expr) bool { return p.names(e, v) })
}

// changes reports whether a call that is a statement sets something on what is there without it:
// a method named for the sandbox, an option applied, a setter that is given the host.
func (p *pkg) changes(call *ast.CallExpr, c, arm inspector.Cursor) bool {
	changed := slices.Clone(call.Args)
	sel, isSel := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	if isSel && p.Info.Selections[sel] != nil {
		changed = append(changed, sel.X)
	}
	if !slices.ContainsFunc(changed, func(e ast.Expr) bool { return p.lives(e, arm) }) {
		return false
	}
	for ; c.Node() != call; c = c.Parent() {
		if c.ParentEdgeKind() != edge.CallExpr_Args || c.Parent().Node() != call {
			continue
		}
		fn := p.Callee(call)
		_, literal := c.Node().(*ast.BasicLit)
		return fn != nil && aurora.HasWord(fn.Name(), setterWords) && (!literal || len(p.prods) > 0)
	}
	return true
}

// lives reports whether an expression is a variable, or a part of one, from outside of a branch.
func (p *pkg) lives(e ast.Expr, arm inspector.Cursor) bool {
	for {
		switch x := ast.Unparen(e).(type) {
		case *ast.SelectorExpr:
			e = x.X
		case *ast.UnaryExpr:
			e = x.X
		case *ast.Ident:
			v, ok := p.Info.Uses[x].(*types.Var)
			return ok && outside(v, arm)
		default:
			return false
		}
	}
}

// outside reports whether a variable is declared outside of a branch.
func outside(v *types.Var, arm inspector.Cursor) bool {
	n := arm.Node()
	return v.Pos() < n.Pos() || v.Pos() >= n.End()
}
