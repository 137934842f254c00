package hosts

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"github.com/auroravet/auroravet/internal/aurora"
)

// test reads a condition for the branch that is taken when it holds, or does not.
func (p *pkg) test(e ast.Expr, taken bool) test {
	switch e := ast.Unparen(e).(type) {
	case *ast.UnaryExpr:
		if e.Op == token.NOT {
			return p.test(e.X, !taken)
		}
	case *ast.BinaryExpr:
		switch e.Op {
		case token.LAND, token.LOR:
			x, y := p.test(e.X, taken), p.test(e.Y, taken)
			// Taken for either of two: an empty name is among what leads here.
			if (e.Op == token.LOR) == taken && (x == missing || y == missing) {
				return missing
			}
			return max(x, y)
		case token.EQL, token.NEQ:
			return p.comparison(e, (e.Op == token.EQL) == taken)
		}
	}
	return p.predicate(e, taken)
}

// comparison reads x == y, or x != y turned round.
func (p *pkg) comparison(e *ast.BinaryExpr, equal bool) test {
	x, y := ast.Unparen(e.X), ast.Unparen(e.Y)
	if p.empty(x) {
		x, y = y, x
	}
	switch {
	case !p.empty(y):
		if p.aboutEnv(e) {
			return byEnv
		}
		return unrelated
	case p.computed(x):
		return unrelated // i%100 == 0 asks for no value
	case p.isError(x):
		if equal { // err == nil
			return provided
		}
		return missing
	case p.mentions(x, aurora.TrialWords, aurora.LiveWords):
		return byEnv // a variable that is set for one environment only
	case equal:
		return missing
	}
	return provided
}

// computed reports whether an expression is arithmetic.
func (p *pkg) computed(e ast.Expr) bool {
	b, ok := ast.Unparen(e).(*ast.BinaryExpr)
	return ok && !isTextType(p.Info.TypeOf(b))
}

func (p *pkg) isError(e ast.Expr) bool {
	t := p.Info.TypeOf(e)
	return t != nil && types.Implements(t, errorType)
}

// empty reports whether an expression is what an unset value is compared with: "",
// nil, or 0 beside a length.
func (p *pkg) empty(e ast.Expr) bool {
	tv := p.Info.Types[e]
	if tv.IsNil() {
		return true
	}
	if tv.Value == nil {
		return false
	}
	s := tv.Value.ExactString()
	return s == `""` || s == "0"
}

// comparesHost reports whether a condition does nothing but compare with hosts of the API.
func (p *pkg) comparesHost(e ast.Expr) bool {
	switch e := ast.Unparen(e).(type) {
	case *ast.UnaryExpr:
		return e.Op == token.NOT && p.comparesHost(e.X)
	case *ast.BinaryExpr:
		switch e.Op {
		case token.LAND, token.LOR:
			return p.comparesHost(e.X) && p.comparesHost(e.Y)
		case token.EQL, token.NEQ:
			return p.isHost(e.X) || p.isHost(e.Y)
		}
	case *ast.CallExpr:
		fn := p.Callee(e)
		return fn != nil && fn.Pkg() != nil && fn.Pkg().Path() == "strings" && slices.ContainsFunc(e.Args, p.isHost)
	}
	return false
}

func (p *pkg) isHost(e ast.Expr) bool { return len(p.words.HostsIn(p.Fold(e).String())) > 0 }

// predicate reads a condition without an operator.
func (p *pkg) predicate(e ast.Expr, taken bool) test {
	name := ""
	switch e := ast.Unparen(e).(type) {
	case *ast.Ident:
		name = e.Name
	case *ast.SelectorExpr:
		name = e.Sel.Name
	case *ast.CallExpr:
		if fn := p.Callee(e); fn != nil {
			name = fn.Name()
		}
	}
	if words := aurora.Words(name); len(words) > 0 {
		switch {
		case words[0] == "is" && len(words) == 2 && (words[1] == "zero" || words[1] == "empty"):
			return either(taken, missing, provided)
		case slices.Contains(foundWords, words[len(words)-1]), words[0] == "is" && slices.Contains(foundWords, words[len(words)-1]):
			return either(taken, provided, missing)
		}
	}
	if p.aboutEnv(e) {
		return byEnv
	}
	switch ast.Unparen(e).(type) {
	case *ast.Ident, *ast.SelectorExpr, *ast.StarExpr, *ast.CallExpr, *ast.IndexExpr:
		return flagged
	}
	return unrelated
}

func either(taken bool, yes, no test) test {
	if taken {
		return yes
	}
	return no
}

// comparedEmpty returns the variable that a condition holds to be the empty text, or nil.
func (p *pkg) comparedEmpty(cond ast.Expr) types.Object {
	e, ok := ast.Unparen(cond).(*ast.BinaryExpr)
	if !ok || e.Op != token.EQL {
		return nil
	}
	x, y := ast.Unparen(e.X), ast.Unparen(e.Y)
	if p.empty(x) {
		x, y = y, x
	}
	id, ok := x.(*ast.Ident)
	if !ok || !p.empty(y) {
		return nil
	}
	v, _ := p.Info.Uses[id].(*types.Var)
	if v == nil {
		return nil
	}
	return v
}

// names reports whether an expression is about a variable.
func (p *pkg) names(e ast.Expr, obj types.Object) bool {
	found := false
	ast.Inspect(e, func(n ast.Node) bool {
		id, ok := n.(*ast.Ident)
		found = found || ok && p.Info.Uses[id] == obj
		return !found
	})
	return found
}
