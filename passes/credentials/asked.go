package credentials

import (
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/auroravet/auroravet/internal/aurora"
	"github.com/auroravet/auroravet/passes/literals"
)

// asked returns the name of the setting that a text is the answer for when it is not
// set: a variable that gets the setting too, a return beside that of the setting.
func (p *pkg) asked(a literals.Arrival) []sink {
	name := ""
	switch a.Kind {
	case literals.Stored:
		if v, ok := a.Obj.(*types.Var); ok && !v.IsField() {
			name = p.setFrom(v)
		}
	case literals.Returned:
		name = p.returnedSetting(a)
	}
	if name == "" {
		return nil
	}
	return []sink{{name: name}}
}

// setFrom returns the name of the secret setting that one of the writes of a variable reads.
func (p *pkg) setFrom(v *types.Var) string {
	for _, c := range p.Writes(v) {
		var values []ast.Expr
		switch n := c.Node().(type) {
		case *ast.AssignStmt:
			values = n.Rhs
		case *ast.ValueSpec:
			values = n.Values
		}
		for _, e := range values {
			if name := p.settingRead(p.valueOf(e)); name != "" {
				return name
			}
		}
	}
	return ""
}

// valueOf returns the only value of a variable, or the expression itself.
func (p *pkg) valueOf(e ast.Expr) ast.Expr {
	if id, ok := ast.Unparen(e).(*ast.Ident); ok {
		if v, ok := p.Info.Uses[id].(*types.Var); ok {
			if value := p.OnlyValue(v); value != nil {
				return value
			}
		}
	}
	return e
}

// returnedSetting returns the name of the secret setting that another return of the
// function gives.
func (p *pkg) returnedSetting(a literals.Arrival) string {
	fn, ok := a.Obj.(*types.Func)
	if !ok || a.At.ParentEdgeKind() != edge.ReturnStmt_Results {
		return ""
	}
	body, ok := p.Body(fn)
	if !ok {
		return ""
	}
	i := a.At.ParentEdgeIndex()
	for c := range body.Preorder((*ast.ReturnStmt)(nil)) {
		ret := c.Node().(*ast.ReturnStmt)
		if c == a.At.Parent() || i >= len(ret.Results) {
			continue
		}
		if name := p.settingRead(p.valueOf(ret.Results[i])); name != "" {
			return name
		}
	}
	return ""
}

// besideSetting returns the name of the secret setting that a call is given with the
// text, one of which it gives back: cmp.Or, a helper named for what it does.
func (p *pkg) besideSetting(c inspector.Cursor) string {
	if c.ParentEdgeKind() != edge.CallExpr_Args {
		return ""
	}
	call := c.Parent().Node().(*ast.CallExpr)
	fn := p.Callee(call)
	if fn == nil || !slices.ContainsFunc(aurora.Words(fn.Name()), func(w string) bool { return slices.Contains(choosing, w) }) {
		return ""
	}
	for _, e := range call.Args {
		if name := p.settingRead(e); name != "" && e != c.Node() {
			return name
		}
	}
	return ""
}

// choosing are words of functions that give back the first of their arguments that is set.
var choosing = []string{"or", "first", "coalesce", "default", "fallback", "else", "either", "nonempty", "pick"}

// settingRead returns the name in a call that reads a secret by its name: os.Getenv("…").
func (p *pkg) settingRead(e ast.Expr) string {
	call, ok := ast.Unparen(e).(*ast.CallExpr)
	if !ok {
		return ""
	}
	for i, arg := range call.Args {
		if key := p.settingName(arg); key != "" && aurora.SecretName(key) == aurora.Secret && p.NamesArg(call, i) {
			return key
		}
	}
	return ""
}
