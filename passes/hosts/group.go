package hosts

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/auroravet/auroravet/internal/aurora"
	"github.com/auroravet/auroravet/passes/literals"
)

// grouping says what the values around a site make of it.
type grouping uint8

const (
	alone grouping = iota
	table          // one of several environments, to choose from
	mixed          // one value with a production host that it cannot work with
)

// group looks for production hosts in the literals, calls and returns around the site.
// with is the production host of a mixed value.
func (p *pkg) group(s *site) (g grouping, with string) {
	inLit := false // a function literal was left: only tables of functions count from there on
	for cur := s.cur; ; cur = cur.Parent() {
		kind, _ := cur.ParentEdge()
		parent := cur.Parent()
		switch kind {
		case edge.KeyValueExpr_Value:
			if p.keyNamed(parent) {
				return table, ""
			}
		case edge.CompositeLit_Elts:
			if g, with := p.composite(s, cur, parent.Node().(*ast.CompositeLit)); g != alone {
				return g, with
			}
		case edge.CallExpr_Args, edge.CallExpr_Fun:
			if !inLit {
				if g, with := p.call(s, cur, parent.Node().(*ast.CallExpr)); g != alone {
					return g, with
				}
			}
		case edge.ReturnStmt_Results:
			if with := p.pair(parent.Node(), cur.Node(), s.host); with != "" {
				return mixed, with
			}
		case edge.FuncLit_Body:
			inLit = true
		case edge.File_Decls, edge.Invalid:
			return p.statements(s)
		}
	}
}

// keyNamed reports whether an entry stands under the name of an environment, in a
// package that has the production host elsewhere, or under the name of a setting for it.
func (p *pkg) keyNamed(kv inspector.Cursor) bool {
	key := kv.Node().(*ast.KeyValueExpr).Key
	name := p.nameOf(key)
	return setting(name) || trial(name) && len(p.prods) > 0
}

// nameOf returns what an expression is called: a constant text or an identifier.
func (p *pkg) nameOf(e ast.Expr) string {
	if s, ok := p.Fold(e).Whole(); ok && !strings.Contains(s, "/") && len(p.words.HostsIn(s)) == 0 {
		if tv := p.Info.Types[e]; tv.Value == nil || isText(tv.Type) {
			return s
		}
	}
	switch e := ast.Unparen(e).(type) {
	case *ast.Ident:
		return e.Name
	case *ast.SelectorExpr:
		return e.Sel.Name
	}
	return ""
}

func isText(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsString != 0
}

// composite decides for a composite literal around the site.
func (p *pkg) composite(s *site, elt inspector.Cursor, lit *ast.CompositeLit) (grouping, string) {
	if !p.prodBeside(s, lit, elt.Node()) {
		if live, trial := p.envKeys(lit); live && trial {
			return table, "" // production is made of parts, or comes from elsewhere
		}
		return alone, ""
	}
	with := p.pair(lit, elt.Node(), s.host)
	if _, ok := p.Info.TypeOf(lit).Underlying().(*types.Struct); ok {
		if p.envFields(lit) {
			return table, ""
		}
		if with != "" && p.flat(elt) {
			return mixed, with
		}
		return alone, ""
	}
	if kv, ok := elt.Node().(*ast.KeyValueExpr); ok && with != "" && isText(p.Info.TypeOf(kv.Value)) && !p.envFields(lit) {
		return mixed, with // a map of settings, not of environments
	}
	return table, ""
}

// flat reports whether an element holds its text itself, not in a table inside it.
func (p *pkg) flat(elt inspector.Cursor) bool {
	for range elt.Preorder((*ast.CompositeLit)(nil)) {
		return false
	}
	return true
}

// envFields reports whether the keys of a literal name environments.
func (p *pkg) envFields(lit *ast.CompositeLit) bool {
	live, trial := p.envKeys(lit)
	return live || trial
}

// envKeys reports whether keys of a literal name production, and whether they name
// other environments.
func (p *pkg) envKeys(lit *ast.CompositeLit) (isLive, isTrial bool) {
	st, _ := p.Info.TypeOf(lit).Underlying().(*types.Struct)
	for i, elt := range lit.Elts {
		name := ""
		if kv, ok := elt.(*ast.KeyValueExpr); ok {
			name = p.nameOf(kv.Key)
		} else if st != nil && i < st.NumFields() {
			name = st.Field(i).Name()
		}
		isLive, isTrial = isLive || live(name), isTrial || trial(name)
	}
	return isLive, isTrial
}

// call decides for a call around the site: one that is given both, and something to
// choose by, chooses.
func (p *pkg) call(s *site, arg inspector.Cursor, call *ast.CallExpr) (grouping, string) {
	fn := p.Callee(call)
	if fn == nil && p.isAppend(call) {
		if p.prodBeside(s, call, arg.Node()) {
			return table, ""
		}
		return alone, ""
	}
	if fn != nil && fn.Pkg() != nil && (fn.Pkg().Path() == "fmt" || fn.Pkg().Path() == "strings") {
		return alone, "" // it makes one text
	}
	if p.keyedCall(fn, arg, call) {
		return table, ""
	}
	if !p.prodBeside(s, call, arg.Node()) {
		return alone, ""
	}
	option := arg.ParentEdgeKind() == edge.CallExpr_Args && p.optional(arg.Node(), call)
	for _, a := range call.Args {
		if t := p.Info.TypeOf(a); !option && a != arg.Node() && t != nil && (isBool(t) || p.aboutEnv(a) && !p.prodIn(a, nil)) {
			return table, ""
		}
	}
	if with := p.pair(call, arg.Node(), s.host); with != "" {
		return mixed, with
	}
	if arg.ParentEdgeKind() == edge.CallExpr_Args && p.flat(arg) && !option {
		return table, ""
	}
	return alone, ""
}

// optional reports whether an argument is no other choice than the production host that a call is given, but
// of another type: an option, which takes the place of it.
func (p *pkg) optional(arg ast.Node, call *ast.CallExpr) bool {
	t := p.Info.TypeOf(arg.(ast.Expr))
	found := false
	for _, a := range call.Args {
		if a == arg || !p.prodIn(a, nil) {
			continue
		}
		if other := p.Info.TypeOf(a); t == nil || !isTextType(other) || isText(t) || types.Identical(t, other) {
			return false
		}
		found = true
	}
	return found
}

// keyedCall reports whether the call stores its argument under the name of an
// environment, or passes it as a parameter of that name.
func (p *pkg) keyedCall(fn *types.Func, arg inspector.Cursor, call *ast.CallExpr) bool {
	i := arg.ParentEdgeIndex()
	if arg.ParentEdgeKind() != edge.CallExpr_Args {
		return false
	}
	if fn != nil {
		params := fn.Signature().Params()
		if params.Len() > 0 && trial(params.At(min(i, params.Len()-1)).Name()) {
			return true
		}
	}
	for j, a := range call.Args {
		if j == i || !isTextType(p.Info.TypeOf(a)) {
			continue
		}
		if key, ok := p.Fold(a).Whole(); ok && !strings.ContainsAny(key, " /") && (setting(key) || trial(key) && len(p.prods) > 0) && len(p.words.HostsIn(key)) == 0 {
			return true
		}
	}
	return false
}

func (p *pkg) isAppend(call *ast.CallExpr) bool {
	id, ok := ast.Unparen(call.Fun).(*ast.Ident)
	return ok && p.Info.Uses[id] == types.Universe.Lookup("append")
}

func isTextType(t types.Type) bool { return t != nil && isText(t) }

// pairsOAuth reports whether one of two hosts gives tokens and the other takes them.
func pairsOAuth(a, b string) bool {
	return a != "" && b != "" && oauth(a) != oauth(b) && !aurora.Shared(a) && !aurora.Shared(b)
}

func oauth(host string) bool {
	return slices.ContainsFunc(strings.Split(host, "."), func(l string) bool {
		return l == "oauth" || l == "auth" || l == "identity" || l == "token" || strings.HasPrefix(l, "oauth-")
	})
}

// statements looks for the other half of a mixed value in the statements beside that
// of the site, which set fields of the same thing or call it.
func (p *pkg) statements(s *site) (grouping, string) {
	stmt, ok := literals.Statement(s.cur)
	if !ok {
		return alone, ""
	}
	on, own := p.target(stmt.Node())
	if on == nil && own == "" {
		return alone, ""
	}
	for sib := range stmt.Parent().Children() {
		if sib == stmt {
			continue
		}
		if obj, key := p.target(sib.Node()); obj != on || key != own {
			continue
		}
		if with := p.pair(sib.Node(), nil, s.host); with != "" {
			return mixed, with
		}
	}
	return alone, ""
}

// target says what a statement sets up: the variable whose field or method it uses, or
// the function it calls.
func (p *pkg) target(n ast.Node) (types.Object, string) {
	switch n := n.(type) {
	case *ast.AssignStmt:
		if len(n.Lhs) == 0 {
			return nil, ""
		}
		switch lhs := ast.Unparen(n.Lhs[0]).(type) {
		case *ast.SelectorExpr:
			return p.base(lhs.X), "field"
		case *ast.IndexExpr:
			return p.base(lhs.X), "entry"
		case *ast.Ident:
			if len(n.Rhs) == 1 && isTextType(p.Info.TypeOf(n.Rhs[0])) && !aurora.HasWord(lhs.Name, aurora.TrialWords, aurora.LiveWords) {
				return nil, "variable"
			}
		}
	case *ast.ExprStmt:
		if call, ok := n.X.(*ast.CallExpr); ok {
			if fn := p.Callee(call); fn != nil {
				if sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr); ok {
					if obj := p.base(sel.X); obj != nil {
						return obj, fn.Name()
					}
				}
				return fn, "call"
			}
		}
	}
	return nil, ""
}

func (p *pkg) base(e ast.Expr) types.Object {
	for {
		switch x := ast.Unparen(e).(type) {
		case *ast.Ident:
			return p.Info.ObjectOf(x)
		case *ast.SelectorExpr:
			e = x.X
		case *ast.CallExpr:
			e = x.Fun
		default:
			return nil
		}
	}
}
