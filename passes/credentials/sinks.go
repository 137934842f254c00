package credentials

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ast/edge"

	"github.com/auroravet/auroravet/internal/aurora"
	"github.com/auroravet/auroravet/internal/httplib"
	"github.com/auroravet/auroravet/internal/lazyregexp"
	"github.com/auroravet/auroravet/passes/literals"
)

// sink is a name that a text gets.
type sink struct {
	name string
	// sure says that what gets the text takes nothing but a credential there.
	sure bool
	// soft says that names of this kind often hold other things: a token of a
	// grammar, a key of a map.
	soft bool
	// strict says that only a random text counts.
	strict bool
	// behind says that the name stands before the text, in one text with it.
	behind bool
}

// valueParams name the parameter for a value that stands under a name given before it.
var valueParams = []string{"value", "val", "v", "values", "def", "default", "defaultvalue", "defaultval", "fallback", "dflt", "d", "alternative", "or", "otherwise"}

// keyBefore is a key and its sign at the end of a text: client_secret=, "token":".
var keyBefore = lazyregexp.New(`([\w.-]+)\\?["']?\s*[=:]\s*\\?["']?(?:(?i:bearer|basic|token)\s+)?$`)

// sinks returns the names that a text gets at an arrival.
func (p *pkg) sinks(a literals.Arrival) []sink {
	out := append(p.named(a), p.asked(a)...)
	if m := keyBefore().FindStringSubmatch(a.Before); m != nil && !a.Idle() {
		out = append(out, sink{name: m[1], sure: isHeaderName(m[1]), behind: true})
	}
	if m := schemeBefore().FindStringSubmatch(a.Before); m != nil && !a.Idle() {
		out = append(out, sink{name: "Authorization", sure: true, soft: true, behind: true, strict: true})
	}
	return out
}

// schemeBefore is a scheme of the Authorization header at the end of a text that is no more.
var schemeBefore = lazyregexp.New(`^(?i:bearer|basic)\s+$`)

// named returns the names of what gets a text at an arrival.
func (p *pkg) named(a literals.Arrival) []sink {
	if v, ok := a.Obj.(*types.Var); ok && v.IsField() { // also where no more is done with it than to compare
		return p.stored(a)
	}
	switch a.Kind {
	case literals.Stored:
		return p.stored(a)
	case literals.Passed:
		return p.passed(a)
	case literals.Returned:
		if a.Obj == nil {
			return []sink{{name: p.literalName(a), soft: true}}
		}
		fn, ok := a.Obj.(*types.Func)
		i := a.At.ParentEdgeIndex()
		if !ok || len(a.Inside) > 0 || a.At.ParentEdgeKind() != edge.ReturnStmt_Results || i >= fn.Signature().Results().Len() {
			return nil
		}
		out := []sink{{name: fn.Signature().Results().At(i).Name()}}
		if i == namedResult(fn) {
			out = append(out, sink{name: fn.Name(), soft: true})
		}
		return out
	case literals.Compared:
		return p.comparedWith(a)
	}
	return nil
}

// namedResult returns which result the name of a function is of: the first, but the last
// text of what gives credentials, a user before a password.
func namedResult(fn *types.Func) int {
	if !slices.Contains(aurora.Words(fn.Name()), "credentials") {
		return 0
	}
	results := fn.Signature().Results()
	for i := results.Len() - 1; i > 0; i-- {
		if b, ok := results.At(i).Type().Underlying().(*types.Basic); ok && b.Info()&types.IsString != 0 {
			return i
		}
	}
	return 0
}

func (p *pkg) stored(a literals.Arrival) []sink {
	if v, ok := a.Obj.(*types.Var); ok && !v.IsField() && len(a.Inside) > 0 && !(len(a.Inside) == 1 && holder(v.Type())) {
		return nil // what holds a struct does not name its fields
	}
	out := []sink{{name: a.Name}}
	if v, ok := a.Obj.(*types.Var); ok && v.IsField() {
		if name := p.tagName(v); name != "" {
			out = append(out, sink{name: name})
		}
		if name := p.fieldSecret(v.Origin()); name != "" {
			out = append(out, sink{name: name})
		}
	}
	if isHeaderName(a.Name) {
		out = append(out, sink{name: a.Name, sure: true})
	}
	if a.Obj != nil {
		if named, ok := types.Unalias(a.Obj.Type()).(*types.Named); ok {
			out = append(out, sink{name: named.Obj().Name(), soft: true})
		}
	}
	if as, ok := a.At.Node().(*ast.AssignStmt); ok && len(as.Lhs) == 1 {
		if ix, ok := ast.Unparen(as.Lhs[0]).(*ast.IndexExpr); ok { // secrets["webhook"] = …
			out = append(out, sink{name: nameOf(ix.X), soft: true})
		}
	}
	if key := p.siblingKey(a); key != "" {
		out = append(out, sink{name: key, sure: true, soft: true})
	}
	return out
}

// holder reports whether a type does nothing but hold a value, so that what it is called counts
// for the value: type Secret[T any] struct{ Value T }.
func holder(t types.Type) bool {
	if ptr, ok := t.Underlying().(*types.Pointer); ok {
		t = ptr.Elem()
	}
	named, ok := types.Unalias(t).(*types.Named)
	if !ok || named.TypeArgs().Len() == 0 && aurora.SecretName(named.Obj().Name()) == aurora.NotSecret {
		return false
	}
	st, ok := t.Underlying().(*types.Struct)
	return ok && st.NumFields() == 1
}

// siblingKey returns the text that names what the element of a literal is the value
// of: Name beside Value, the first of a pair.
func (p *pkg) siblingKey(a literals.Arrival) string {
	c := a.At
	for c.ParentEdgeKind() == edge.CallExpr_Args || c.ParentEdgeKind() == edge.UnaryExpr_X { // env.S("…")
		c = c.Parent()
	}
	index := c.ParentEdgeIndex()
	if c.ParentEdgeKind() == edge.KeyValueExpr_Value {
		key, ok := c.Parent().Node().(*ast.KeyValueExpr).Key.(*ast.Ident)
		if !ok || !slices.Contains(valueParams, strings.ToLower(key.Name)) {
			return ""
		}
		c, index = c.Parent(), -1
	}
	lit, ok := c.Parent().Node().(*ast.CompositeLit)
	if !ok || c.ParentEdgeKind() != edge.CompositeLit_Elts || index >= 0 && len(lit.Elts) > 3 {
		return ""
	}
	for i, elt := range lit.Elts {
		if kv, ok := elt.(*ast.KeyValueExpr); ok {
			elt = kv.Value
		} else if index >= 0 && i >= index {
			break
		}
		if key := p.settingName(elt); key != "" && elt != c.Node() {
			return key
		}
	}
	return ""
}

// settingName returns the text of an expression that is the name of a credential: a
// key, a header, an environment variable.
func (p *pkg) settingName(e ast.Expr) string {
	if lit, ok := ast.Unparen(e).(*ast.CompositeLit); ok && len(lit.Elts) > 0 { // []string{"FLUTE_CLIENT_SECRET"}
		e = lit.Elts[0]
	}
	s, ok := p.Fold(e).Whole()
	if !ok || strings.ContainsAny(s, " =") {
		return ""
	}
	if aurora.SecretName(s) != aurora.NotSecret || isHeaderName(s) {
		return s
	}
	return ""
}

func isHeaderName(s string) bool {
	return strings.EqualFold(s, "Authorization") || strings.EqualFold(s, "Proxy-Authorization")
}

func (p *pkg) passed(a literals.Arrival) []sink {
	var out []sink
	fn, _ := a.Obj.(*types.Func)
	if fn != nil {
		if c, ok := httplib.CredentialOf(fn.Origin().FullName()); ok && c.Param == a.Arg {
			out = append(out, sink{name: c.Name, sure: true, soft: c.Soft})
		}
	}
	out = append(out, sink{name: a.Name})
	if fn != nil {
		if name := p.paramSecret(fn.Origin(), a.Arg); name != "" {
			out = append(out, sink{name: name})
		}
	}
	if a.Call == nil || a.Arg < 0 {
		return out
	}
	takesValue := slices.Contains(valueParams, strings.ToLower(a.Name))
	for i := range a.Arg {
		names := p.NamesArg(a.Call, i)
		if key := p.settingName(a.Call.Args[i]); key != "" {
			known := takesValue || names || strings.HasPrefix(key, "-") && i == a.Arg-1
			out = append(out, sink{name: key, sure: isHeaderName(key), strict: !known})
		} else if names {
			out = append(out, sink{name: nameOf(a.Call.Args[i]), soft: true})
		}
	}
	if sel, ok := ast.Unparen(a.Call.Fun).(*ast.SelectorExpr); ok { // Flag("client-secret", …).Default("…")
		if recv, ok := ast.Unparen(sel.X).(*ast.CallExpr); ok && len(recv.Args) > 0 && slices.Contains(valueParams, strings.ToLower(sel.Sel.Name)) {
			if key := p.settingName(recv.Args[0]); key != "" {
				out = append(out, sink{name: key})
			}
		}
	}
	return out
}

// comparedWith returns the name of what a text is compared with: a door whose key is
// in the source.
func (p *pkg) comparedWith(a literals.Arrival) []sink {
	var other ast.Expr
	switch n := a.At.Parent().Node().(type) {
	case *ast.BinaryExpr:
		other = n.X
		if a.At.ParentEdgeKind() == edge.BinaryExpr_X {
			other = n.Y
		}
	case *ast.CallExpr:
		if len(n.Args) == 2 && a.At.ParentEdgeKind() == edge.CallExpr_Args {
			other = n.Args[1-a.At.ParentEdgeIndex()]
		}
	}
	if other == nil {
		return nil
	}
	return []sink{{name: nameOf(other), strict: true}}
}

// nameOf returns the name of a variable, field or function in an expression.
func nameOf(e ast.Expr) string {
	switch e := ast.Unparen(e).(type) {
	case *ast.Ident:
		return e.Name
	case *ast.SelectorExpr:
		return e.Sel.Name
	case *ast.CompositeLit: // tokenKey{}
		return nameOf(e.Type)
	case *ast.CallExpr:
		for _, a := range e.Args {
			if lit, ok := a.(*ast.BasicLit); ok { // r.Header.Get("X-Api-Key")
				return strings.Trim(lit.Value, "\"`")
			}
			if n := nameOf(a); n != "" {
				return n
			}
		}
		return nameOf(e.Fun)
	}
	return ""
}
