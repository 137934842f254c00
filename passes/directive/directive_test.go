package directive_test

import (
	"fmt"
	"go/ast"
	"reflect"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/auroravet/auroravet/passes/directive"
)

// echo says what the result holds, for the want comments.
var echo = &analysis.Analyzer{
	Name:       "echo",
	Doc:        "print the directives",
	Requires:   []*analysis.Analyzer{directive.Analyzer},
	ResultType: reflect.TypeFor[*directive.Result](),
	Run: func(pass *analysis.Pass) (any, error) {
		r := pass.ResultOf[directive.Analyzer].(*directive.Result)
		for _, ig := range r.Ignores {
			pass.Report(analysis.Diagnostic{Pos: ig.Comment.Pos(), Message: fmt.Sprintf("ignore %s because %q", ig.Check, ig.Reason)})
		}
		for _, m := range r.Malformed {
			pass.Report(analysis.Diagnostic{Pos: m.Comment.Pos(), Message: m.Problem})
		}
		for _, f := range pass.Files {
			ast.Inspect(f, func(n ast.Node) bool {
				if sel, ok := n.(*ast.SelectorExpr); ok && r.Client(pass.TypesInfo.Uses[sel.Sel]) {
					pass.ReportRangef(sel, "client %s", sel.Sel.Name)
				}
				return true
			})
		}
		return r, nil
	},
}

func TestDirectives(t *testing.T) {
	analysistest.Run(t, analysistest.TestData(), echo, "client", "user")
}
