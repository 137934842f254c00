package hosts

import (
	"go/ast"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/auroravet/auroravet/internal/conftext"
)

// inDirective reports whether a text is a source of a directive of a content security
// policy that stands before it: under it in a map, beside it in a pair or a call.
func (p *pkg) inDirective(c inspector.Cursor) bool {
	for ; ; c = c.Parent() {
		var before []ast.Expr
		switch kind, i := c.ParentEdge(); kind {
		case edge.KeyValueExpr_Value:
			kv := c.Parent().Node().(*ast.KeyValueExpr)
			before = []ast.Expr{kv.Key}
		case edge.CompositeLit_Elts:
			before = c.Parent().Node().(*ast.CompositeLit).Elts[:min(i, 1)]
		case edge.CallExpr_Args:
			before = c.Parent().Node().(*ast.CallExpr).Args[:min(i, 1)]
		case edge.BinaryExpr_X, edge.BinaryExpr_Y, edge.ParenExpr_X, edge.UnaryExpr_X:
		default:
			return false
		}
		for _, e := range before {
			if kv, ok := e.(*ast.KeyValueExpr); ok { // Name: "script-src"
				e = kv.Value
			}
			if s, ok := p.Fold(e).Whole(); ok && conftext.Directive(s) {
				return true
			}
		}
	}
}
