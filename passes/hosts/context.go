package hosts

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/auroravet/auroravet/internal/aurora"
	"github.com/auroravet/auroravet/passes/literals"
)

// outcome says under which condition control gets to a place, as far as the choice of
// an environment goes. A larger one weighs more.
type outcome uint8

const (
	always   outcome = iota // or under a condition that has nothing to do with it
	fallback                // when nothing was set, found or recognised
	chosen                  // by a condition at run time that has another answer
)

// context climbs from c to its function and asks every branch on the way.
func (p *pkg) context(c inspector.Cursor) outcome {
	out := always
	var unset types.Object
	for cur := c; ; cur = cur.Parent() {
		o := always
		kind, i := cur.ParentEdge()
		switch kind {
		case edge.IfStmt_Body, edge.IfStmt_Else:
			if _, elseIf := cur.Node().(*ast.IfStmt); !elseIf { // the whole chain is asked at its last link
				o = p.branch(c, cur, kind == edge.IfStmt_Body)
				if o == fallback && kind == edge.IfStmt_Body && unset == nil {
					unset = p.comparedEmpty(cur.Parent().Node().(*ast.IfStmt).Cond)
				}
			}
		case edge.BlockStmt_List:
			o = p.after(c, cur.Parent().Node().(*ast.BlockStmt).List[:i], unset)
		case edge.CaseClause_Body:
			clause := cur.Parent().Node().(*ast.CaseClause)
			o = max(p.clause(c, cur.Parent()), p.after(c, clause.Body[:i], unset))
		case edge.File_Decls, edge.Invalid:
			return out
		}
		if o == chosen {
			return chosen
		}
		out = max(out, o)
	}
}

// test says what a condition is about, seen from the branch that is taken.
type test uint8

const (
	unrelated test = iota
	flagged        // a switch: a bool variable, field or call
	provided       // a value is there
	missing        // a value is not there
	byEnv          // the environment
)

// branch decides for one branch of an if chain. arm is its block.
func (p *pkg) branch(c, arm inspector.Cursor, taken bool) outcome {
	stmt := arm.Parent()
	if p.Info.Types[stmt.Node().(*ast.IfStmt).Cond].Value != nil {
		return always // decided when the program is built
	}
	own := p.test(stmt.Node().(*ast.IfStmt).Cond, taken)
	switch {
	case own == missing:
		return fallback
	case taken && p.comparesHost(stmt.Node().(*ast.IfStmt).Cond):
		return always // the address it had is replaced
	}
	if taken && own == byEnv {
		return chosen
	}
	top, links, envs := stmt, 1, 0
	if own == byEnv {
		envs++
	}
	for top.ParentEdgeKind() == edge.IfStmt_Else {
		top = top.Parent()
		links++
		switch p.test(top.Node().(*ast.IfStmt).Cond, false) {
		case byEnv:
			envs++
		case missing:
			return fallback
		}
	}
	switch {
	case !taken && envs > 1 && p.comparesText(stmt.Node().(*ast.IfStmt).Cond):
		return fallback // the last else of a chain of names
	case envs > 0, p.prodIn(top.Node(), arm.Node()), p.alternative(c, arm):
		return chosen
	}
	return always
}

// clause decides for one clause of a switch.
func (p *pkg) clause(c, clause inspector.Cursor) outcome {
	cc := clause.Node().(*ast.CaseClause)
	sw, ok := clause.Parent().Parent().Node().(*ast.SwitchStmt)
	if !ok {
		return always
	}
	if cc.List == nil {
		return p.defaultClause(sw)
	}
	own := unrelated
	for _, e := range cc.List {
		if sw.Tag == nil {
			own = max(own, p.test(e, true))
		} else if s, ok := p.Fold(e).Whole(); ok && s == "" {
			return fallback
		} else if p.aboutEnv(e) {
			own = byEnv
		}
	}
	switch {
	case own == missing:
		return fallback
	case own == byEnv, sw.Tag != nil && p.aboutEnv(sw.Tag), p.prodIn(sw, cc), p.alternative(c, clause):
		return chosen
	}
	return always
}

// defaultClause: a default is the answer when the name is not recognised, but a switch
// over one bool is an if with an else.
func (p *pkg) defaultClause(sw *ast.SwitchStmt) outcome {
	if sw.Tag != nil {
		if isBool(p.Info.TypeOf(sw.Tag)) {
			return chosen
		}
		return fallback
	}
	if len(sw.Body.List) == 2 {
		for _, cl := range sw.Body.List {
			if l := cl.(*ast.CaseClause).List; len(l) == 1 && !p.comparesText(l[0]) && p.test(l[0], false) != missing {
				return chosen
			}
		}
	}
	return fallback
}

// after decides for what follows the statements of a list: an earlier one may have
// left the function with another answer. What asks for a value of unset, which has none here,
// is no choice.
func (p *pkg) after(c inspector.Cursor, list []ast.Stmt, unset types.Object) outcome {
	out, envs := always, 0
	for _, s := range list {
		switch s := s.(type) {
		case *ast.IfStmt:
			if !p.answers(s.Body) || s.Else != nil || p.Info.Types[s.Cond].Value != nil || unset != nil && p.names(s.Cond, unset) {
				continue
			}
			switch t := p.test(s.Cond, false); {
			case t == missing:
				out = max(out, fallback)
			case t == byEnv:
				envs++
				if envs > 1 && p.comparesText(s.Cond) {
					return fallback
				}
			case p.prodIn(s.Body, nil), t == flagged && inReturn(c):
				envs = max(envs, 1)
			}
		case *ast.SwitchStmt:
			if p.answers(s.Body) && !hasDefault(s) {
				out = max(out, p.defaultClause(&ast.SwitchStmt{Tag: s.Tag, Body: withDefault(s.Body)}))
			}
		case *ast.RangeStmt:
			if p.answers(s.Body) {
				out = max(out, fallback)
			}
		}
	}
	if envs > 0 {
		return chosen
	}
	return out
}

func inReturn(c inspector.Cursor) bool {
	stmt, ok := literals.Statement(c)
	if !ok {
		return false
	}
	_, ok = stmt.Node().(*ast.ReturnStmt)
	return ok
}

func hasDefault(s *ast.SwitchStmt) bool {
	return slices.ContainsFunc(s.Body.List, func(c ast.Stmt) bool { return c.(*ast.CaseClause).List == nil })
}

// withDefault makes what follows a switch look like its default clause.
func withDefault(b *ast.BlockStmt) *ast.BlockStmt {
	return &ast.BlockStmt{List: append(slices.Clone(b.List), &ast.CaseClause{})}
}

// answers reports whether control can leave the function from a block with a result
// that is neither zero nor an error, or leaves the block after naming production.
func (p *pkg) answers(b *ast.BlockStmt) bool {
	found := false
	ast.Inspect(b, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.ReturnStmt:
			found = found || p.isAnswer(n) || len(n.Results) == 0 && p.prodIn(b, nil)
		case *ast.BranchStmt:
			found = found || p.prodIn(b, nil)
		}
		return !found
	})
	return found
}

func (p *pkg) isAnswer(ret *ast.ReturnStmt) bool {
	if len(ret.Results) == 0 {
		return false
	}
	last := ret.Results[len(ret.Results)-1]
	if t := p.Info.TypeOf(last); t != nil && types.Identical(t, types.Universe.Lookup("error").Type()) && len(ret.Results) > 1 {
		return false // it returns an error that is not nil
	}
	if t := p.Info.TypeOf(last); t != nil && len(ret.Results) == 1 && types.Implements(t, errorType) {
		return false
	}
	return slices.ContainsFunc(ret.Results, func(e ast.Expr) bool {
		lit, ok := ast.Unparen(e).(*ast.CompositeLit)
		return !p.zero(e) && !(ok && len(lit.Elts) == 0 && len(ret.Results) > 1) // T{}, false
	})
}

var errorType = types.Universe.Lookup("error").Type().Underlying().(*types.Interface)

// zero reports whether an expression is a zero value as one writes it.
func (p *pkg) zero(e ast.Expr) bool {
	tv := p.Info.Types[e]
	if tv.IsNil() {
		return true
	}
	if tv.Value != nil {
		s := tv.Value.ExactString()
		return s == `""` || s == "0" || s == "false"
	}
	return false
}

// prodIn reports whether a production host is named in n, outside of the part except.
func (p *pkg) prodIn(n, except ast.Node) bool {
	return p.findProd(n, except, func(string) bool { return true }) != nil
}

// prodBeside is prodIn for a site: a host that every environment has is the other half of
// no host of another service.
func (p *pkg) prodBeside(s *site, n, except ast.Node) bool {
	return p.findProd(n, except, func(other string) bool {
		return !aurora.Shared(other) || service(other) == service(s.host)
	}) != nil
}

// pair returns the production host in n, outside of the part except, that does not go
// with the sandbox host: one of both gives the tokens.
func (p *pkg) pair(n, except ast.Node, host string) string {
	if q := p.findProd(n, except, func(other string) bool { return pairsOAuth(host, other) }); q != nil {
		return q.host
	}
	return ""
}

func (p *pkg) findProd(n, except ast.Node, want func(host string) bool) *prod {
	i, _ := slices.BinarySearchFunc(p.prods, n.Pos(), func(q prod, pos token.Pos) int { return int(q.pos - pos) })
	for ; i < len(p.prods) && p.prods[i].pos < n.End(); i++ {
		q := &p.prods[i]
		if (except == nil || q.pos < except.Pos() || q.pos >= except.End()) && want(q.host) {
			return q
		}
	}
	return nil
}

// comparesText reports whether a condition compares with a text: the name of an environment.
func (p *pkg) comparesText(e ast.Expr) bool {
	found := false
	ast.Inspect(e, func(n ast.Node) bool {
		if e, ok := n.(ast.Expr); ok {
			if tv := p.Info.Types[e]; tv.Value != nil && tv.Type != nil {
				b, ok := tv.Type.Underlying().(*types.Basic)
				found = found || ok && b.Info()&(types.IsString|types.IsInteger) != 0
			}
		}
		return !found
	})
	return found
}

// aboutEnv reports whether an expression is about the environment by its words.
func (p *pkg) aboutEnv(e ast.Node) bool {
	return p.mentions(e, aurora.TrialWords, aurora.LiveWords, envWords)
}

func (p *pkg) mentions(e ast.Node, lists ...[]string) bool {
	found := false
	ast.Inspect(e, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.Ident:
			if _, isPkg := p.Info.Uses[n].(*types.PkgName); !isPkg {
				found = found || aurora.HasWord(n.Name, lists...)
			}
		case *ast.BasicLit:
			if n.Kind == token.STRING && !strings.Contains(n.Value, " ") {
				found = found || aurora.HasWord(n.Value, lists...)
			}
		}
		return !found
	})
	return found
}
