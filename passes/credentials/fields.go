package credentials

import (
	"go/ast"
	"go/types"
	"reflect"
	"strconv"
	"strings"

	"golang.org/x/tools/go/ast/edge"

	"github.com/auroravet/auroravet/internal/aurora"
	"github.com/auroravet/auroravet/passes/literals"
)

// encodings are the keys of struct tags that give a field the name that leaves the program.
var encodings = []string{"json", "form", "url", "schema", "xml", "yaml", "toml", "mapstructure", "header"}

// tagName returns what a tag calls a field of this package when that is a credential, or "".
func (p *pkg) tagName(field *types.Var) string {
	if p.tagNames == nil {
		p.tagNames = make(map[types.Object]string)
		for c := range p.Root().Preorder((*ast.Field)(nil)) {
			f := c.Node().(*ast.Field)
			if f.Tag == nil || len(f.Names) == 0 {
				continue
			}
			raw, err := strconv.Unquote(f.Tag.Value)
			if err != nil {
				continue
			}
			for _, key := range encodings {
				name, _, _ := strings.Cut(reflect.StructTag(raw).Get(key), ",")
				if aurora.SecretName(name) == aurora.Secret {
					p.tagNames[p.Info.Defs[f.Names[0]]] = name
					break
				}
			}
		}
	}
	return p.tagNames[field]
}

// literalName returns what the function literal is called that gives a text back: the
// field or variable that it is stored in, or the parameter that it is given to.
func (p *pkg) literalName(a literals.Arrival) string {
	if name := p.literalType(a); aurora.SecretName(name) == aurora.Secret {
		return name
	}
	for c := range a.At.Enclosing((*ast.FuncLit)(nil)) {
		switch parent := c.Parent().Node().(type) {
		case *ast.KeyValueExpr:
			return nameOf(parent.Key)
		case *ast.AssignStmt:
			if c.ParentEdgeKind() == edge.AssignStmt_Rhs && len(parent.Lhs) == len(parent.Rhs) {
				return nameOf(parent.Lhs[c.ParentEdgeIndex()])
			}
		case *ast.ValueSpec:
			if len(parent.Names) == len(parent.Values) {
				return parent.Names[c.ParentEdgeIndex()].Name
			}
		case *ast.CallExpr:
			if c.ParentEdgeKind() == edge.CallExpr_Args {
				return p.givenTo(parent, c.ParentEdgeIndex())
			}
		}
		return ""
	}
	return ""
}

// literalType returns the name of the type that a function literal is made of: of the
// conversion or declaration around it, or of what the function that returns it gives.
func (p *pkg) literalType(a literals.Arrival) string {
	for c := range a.At.Enclosing((*ast.FuncLit)(nil)) {
		var t types.Type
		switch parent := c.Parent().Node().(type) {
		case *ast.ValueSpec:
			t = p.Info.TypeOf(parent.Type)
		case *ast.CallExpr:
			if p.Info.Types[parent.Fun].IsType() {
				t = p.Info.TypeOf(parent.Fun)
			}
		case *ast.ReturnStmt:
			if fn := p.Function(c.Parent()); fn != nil && fn.Signature().Results().Len() > c.ParentEdgeIndex() {
				t = fn.Signature().Results().At(c.ParentEdgeIndex()).Type()
			}
		}
		if named, ok := types.Unalias(t).(*types.Named); ok {
			return named.Obj().Name()
		}
		return ""
	}
	return ""
}

// givenTo returns the name of the parameter that an argument is for, or of what it becomes.
func (p *pkg) givenTo(call *ast.CallExpr, i int) string {
	fn := p.Callee(call)
	if fn == nil || i >= fn.Signature().Params().Len() {
		return ""
	}
	if name := fn.Signature().Params().At(i).Name(); aurora.SecretName(name) != aurora.NotSecret {
		return name
	}
	return p.paramSecret(fn.Origin(), i)
}
