package carddata

import (
	"go/ast"
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/auroravet/auroravet/internal/aurora"
)

// hasCardWords says whether an identifier or a literal of the package names card data or is
// a card number: one cheap scan that spares most packages all the rest.
func hasCardWords(pass *analysis.Pass) bool {
	seen := map[string]bool{}
	found := false
	for _, file := range pass.Files {
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.Ident:
				found = found || !seen[n.Name] && cardText(n.Name)
				seen[n.Name] = true
			case *ast.BasicLit:
				if n.Kind == token.STRING || n.Kind == token.INT {
					found = found || len(n.Value) <= maxLiteral && cardLiteral(n.Value)
				}
			}
			return !found
		})
	}
	return found
}

// maxLiteral is the length of a literal past which it is a document and no name.
const maxLiteral = 4096

// hintWords are pieces of the names of card data; a name with none of them is no such name.
var hintWords = []string{"card", "cvv", "cvc", "cc", "pan", "primaryacc", "securitycode", "security_code", "security-code", "accountnumber", "account_number", "acct", "mag", "emv", "pin", "track", "exp"}

func cardText(name string) bool {
	lower := strings.ToLower(name)
	for _, h := range hintWords {
		if strings.Contains(lower, h) {
			n := aurora.CardNameOf(name)
			return n.Kind != aurora.NotCard && n.Kind != aurora.Expiry || aurora.CardWord(name)
		}
	}
	return false
}

func cardLiteral(lit string) bool {
	return cardText(lit) || len(lit) >= 13 && len(aurora.PANs(lit)) > 0
}

// wraps says whether a function of the package brings what callers give it to a sink, so that
// they need its facts: one that takes text or any value, or takes it from a channel.
func wraps(pass *analysis.Pass) bool {
	for _, file := range pass.Files {
		for _, decl := range file.Decls {
			fn, ok := decl.(*ast.FuncDecl)
			if ok && fn.Body != nil && (fn.Recv != nil || takesText(pass, fn.Type) || returnsLogger(pass, fn) || takesInside(pass, fn.Body)) && callsSink(pass, fn.Body) {
				return true
			}
		}
	}
	return false
}

// takesInside says whether a function literal of a body takes text or any value, or the body
// receives from a channel.
func takesInside(pass *analysis.Pass, body *ast.BlockStmt) bool {
	found := false
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			found = found || takesText(pass, n.Type)
		case *ast.UnaryExpr:
			found = found || n.Op == token.ARROW
		case *ast.RangeStmt:
			_, isChan := coreOf(pass.TypesInfo.TypeOf(n.X)).(*types.Chan)
			found = found || isChan
		}
		return !found
	})
	return found
}

func coreOf(t types.Type) types.Type {
	if t == nil {
		return nil
	}
	return t.Underlying()
}

// takesText says whether a parameter can bring in card data of a caller.
func takesText(pass *analysis.Pass, fn *ast.FuncType) bool {
	for _, f := range fn.Params.List {
		t := pass.TypesInfo.TypeOf(f.Type)
		if t == nil {
			continue
		}
		_, variadic := f.Type.(*ast.Ellipsis)
		if variadic || isEmptyInterface(t) || isTypeParam(t) || carriesText(t, false) || structOf(t) != nil {
			return true
		}
	}
	return false
}

// returnsLogger says whether callers need to know how a logger that fn makes prints.
func returnsLogger(pass *analysis.Pass, fn *ast.FuncDecl) bool {
	results := fn.Type.Results
	return results != nil && len(results.List) > 0 && isLogger(pass.TypesInfo.TypeOf(results.List[0].Type))
}

func callsSink(pass *analysis.Pass, body *ast.BlockStmt) bool {
	found := false
	ast.Inspect(body, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok || found {
			return !found
		}
		var id *ast.Ident
		switch fun := ast.Unparen(call.Fun).(type) {
		case *ast.SelectorExpr:
			id = fun.Sel
		case *ast.Ident:
			id = fun
		}
		if obj, ok := pass.TypesInfo.Uses[id].(*types.Func); ok {
			row := rowOf(obj.Origin())
			found = obj.Name() == "NewJSONHandler" || row != nil && row.Op != "carry" && row.Op != "clean" && row.Op != "nolog" && row.Op != "read" ||
				pass.ImportObjectFact(obj.Origin(), new(funcFact))
		}
		return !found
	})
	return found
}
