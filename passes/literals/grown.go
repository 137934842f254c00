package literals

import (
	"go/ast"
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/ast/inspector"
)

// mostWrites bounds how many statements make up a text.
const mostWrites = 32

// grown returns the text that a local variable holds at a place, when it is set and added
// to by statements of one list: s := "a"; s += "b".
func (p *Package) grown(v *types.Var, at token.Pos) Text {
	p.index()
	writes := p.writes[v.Origin()]
	if PackageLevel(v) || v.IsField() || len(writes) < 2 || len(writes) > mostWrites {
		return hole
	}
	var out Text
	var block ast.Node
	for _, w := range writes {
		stmt, ok := Statement(w.at)
		if !ok || block != nil && stmt.Parent().Node() != block {
			return hole
		}
		block = stmt.Parent().Node()
		as, isAssign := w.at.Node().(*ast.AssignStmt)
		switch {
		case stmt.Node().End() > at: // the place is in it or before it
		case isAssign && as.Tok == token.ADD_ASSIGN && out != nil:
			out = join("", out, p.Fold(as.Rhs[0]))
		case w.value != nil && yieldsText(p.Info.TypeOf(w.value)):
			out = join("", p.Fold(w.value))
		default:
			return hole
		}
	}
	if out == nil {
		return hole
	}
	return out
}

// Growth returns the texts of the variable that a statement adds to, before and after it.
func (p *Package) Growth(c inspector.Cursor) (before, after Text) {
	as, ok := c.Node().(*ast.AssignStmt)
	if !ok || as.Tok != token.ADD_ASSIGN {
		return hole, hole
	}
	v, ok := p.variable(as.Lhs[0]).(*types.Var)
	if !ok {
		return hole, hole
	}
	before = p.grown(v, as.Pos())
	return before, join("", before, p.Fold(as.Rhs[0]))
}

// foldReplacer returns what a strings.Replacer of constant pairs makes of a text.
func (p *Package) foldReplacer(call *ast.CallExpr) Text {
	made := ast.Unparen(receiver(call))
	if v := p.variable(made); v != nil {
		made = p.OnlyValue(v)
	}
	maker, ok := made.(*ast.CallExpr)
	if !ok || len(maker.Args)%2 != 0 || maker.Ellipsis.IsValid() {
		return hole
	}
	if fn := p.Callee(maker); fn == nil || fn.FullName() != "strings.NewReplacer" {
		return hole
	}
	var pairs []string
	for _, a := range append(maker.Args[:len(maker.Args):len(maker.Args)], call.Args...) {
		s, ok := p.Fold(a).Whole()
		if !ok {
			return hole
		}
		pairs = append(pairs, s)
	}
	last := len(pairs) - 1
	return known(strings.NewReplacer(pairs[:last]...).Replace(pairs[last]))
}
