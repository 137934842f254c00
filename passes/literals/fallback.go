package literals

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ast/inspector"
)

// Unset returns the package as it is where what may say otherwise is not set: the last argument of cmp.Or
// counts, what a variable gets when it is empty, what a function returns in the end.
func (p *Package) Unset() *Package {
	p.index()
	q := *p
	q.unset, q.busy, q.folded, q.results = true, map[any]bool{}, map[ast.Expr]Text{}, map[*types.Func]Text{}
	return &q
}

// unsetOr returns the last of some texts when none but that is known.
func unsetOr(texts []Text) Text {
	for i, t := range texts {
		if (i == len(texts)-1) != t.known() {
			return hole
		}
	}
	return texts[len(texts)-1]
}

// known says whether a text has no hole.
func (t Text) known() bool {
	for _, p := range t {
		if p.Param < 0 {
			return false
		}
	}
	return len(t) > 0
}

// unsetVar returns the text that a local variable has when nothing sets it to another one, or that it gets
// when it is empty.
func (p *Package) unsetVar(v *types.Var) Text {
	writes := p.writes[v.Origin()]
	if !p.unset || v.Pkg() != p.Types || PackageLevel(v) || len(writes) != 2 || writes[0].value == nil || writes[1].value == nil {
		return hole
	}
	cond := p.condition(writes[1].at)
	if cond == nil {
		return hole
	}
	first, second := p.Fold(writes[0].value), p.Fold(writes[1].value)
	switch {
	case first.known() && !second.known():
		return first
	case second.known() && !first.known() && p.asksEmpty(cond, v, writes[0].at.Node()):
		return second
	}
	return hole
}

// condition returns that of the if statement whose first branch a statement stands in; nil for none.
func (p *Package) condition(c inspector.Cursor) ast.Expr {
	stmt, ok := Statement(c)
	if !ok {
		return nil
	}
	branch, ok := stmt.Parent().Parent().Node().(*ast.IfStmt)
	if !ok || stmt.Parent().Node() != branch.Body {
		return nil
	}
	return ast.Unparen(branch.Cond)
}

// asksEmpty says whether a condition holds when a variable is empty, or was not there where it was set.
func (p *Package) asksEmpty(cond ast.Expr, v *types.Var, set ast.Node) bool {
	switch cond := cond.(type) {
	case *ast.BinaryExpr:
		return cond.Op == token.EQL && p.variable(ast.Unparen(cond.X)) == v.Origin() && p.isEmpty(cond.Y)
	case *ast.UnaryExpr:
		as, ok := set.(*ast.AssignStmt)
		return ok && cond.Op == token.NOT && len(as.Lhs) == 2 && p.variable(as.Lhs[1]) != nil && p.variable(as.Lhs[1]) == p.variable(ast.Unparen(cond.X))
	}
	return false
}
