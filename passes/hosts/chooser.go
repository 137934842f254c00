package hosts

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/auroravet/auroravet/passes/literals"
)

// chooser is a function that answers with a sandbox host for some values of a
// parameter: a constant among them in a call chooses nothing at run time.
type chooser struct {
	param  int // 0 for the first parameter, receiver for what the method is called on
	values []string
	host   string
}

const receiver = -1

// choosers finds the functions of the package that choose by a parameter: with a
// switch or if around a site, with a table, or by handing it to one that does.
func (p *pkg) choosers() {
	for _, s := range slices.Concat(p.sites, p.uses, p.elements) {
		p.chosenBy(s.cur, s.host)
	}
	for c := range p.Root().Preorder((*ast.IndexExpr)(nil)) {
		ix := c.Node().(*ast.IndexExpr)
		if fn, i, ok := p.paramAt(c, ix.Index); ok {
			if keys, host := p.keysOf(ix.X); len(keys) > 0 {
				p.addChooser(fn, chooser{i, keys, host})
			}
		}
	}
	for range 3 { // wrappers of wrappers
		for c := range p.Root().Preorder((*ast.CallExpr)(nil)) {
			call := c.Node().(*ast.CallExpr)
			ch, arg := p.chooserOf(call)
			if arg == nil {
				continue
			}
			if fn, i, ok := p.paramAt(c, arg); ok && fn != p.Callee(call) {
				p.addChooser(fn, chooser{i, ch.values, ch.host})
			}
		}
	}
}

func (p *pkg) addChooser(fn *types.Func, ch chooser) {
	old := p.choose[fn]
	if old == nil {
		p.choose[fn] = &ch
		return
	}
	if old.param != ch.param {
		return
	}
	for _, v := range ch.values {
		if !slices.Contains(old.values, v) {
			old.values = append(old.values, v)
		}
	}
}

// chosenBy looks for the branch around a site that is taken for constants of a parameter.
func (p *pkg) chosenBy(c inspector.Cursor, host string) {
	for cur := c; ; cur = cur.Parent() {
		switch cur.ParentEdgeKind() {
		case edge.CaseClause_Body:
			clause := cur.Parent()
			if sw, ok := clause.Parent().Parent().Node().(*ast.SwitchStmt); ok && sw.Tag != nil {
				if fn, i, ok := p.paramAt(c, sw.Tag); ok {
					p.addValues(fn, i, clause.Node().(*ast.CaseClause).List, host)
				}
			}
		case edge.IfStmt_Body:
			p.ifValues(c, cur.Parent().Node().(*ast.IfStmt).Cond, host)
		case edge.File_Decls, edge.Invalid, edge.FuncLit_Body:
			return
		}
	}
}

func (p *pkg) addValues(fn *types.Func, param int, consts []ast.Expr, host string) {
	ch := chooser{param: param, host: host}
	for _, e := range consts {
		if tv := p.Info.Types[e]; tv.Value != nil && tv.Value.ExactString() != `""` {
			ch.values = append(ch.values, tv.Value.ExactString())
		}
	}
	if len(ch.values) > 0 {
		p.addChooser(fn, ch)
	}
}

// ifValues reads param == constant, one or several of them, and a bool parameter.
func (p *pkg) ifValues(c inspector.Cursor, cond ast.Expr, host string) {
	switch e := ast.Unparen(cond).(type) {
	case *ast.BinaryExpr:
		switch e.Op {
		case token.LOR:
			p.ifValues(c, e.X, host)
			p.ifValues(c, e.Y, host)
		case token.EQL:
			x, y := e.X, e.Y
			if p.Info.Types[x].Value != nil {
				x, y = y, x
			}
			if fn, i, ok := p.paramAt(c, x); ok {
				p.addValues(fn, i, []ast.Expr{y}, host)
			}
		}
	case *ast.Ident:
		if fn, i, ok := p.paramAt(c, e); ok && isBool(p.Info.TypeOf(e)) {
			p.addChooser(fn, chooser{i, []string{"true"}, host})
		}
	}
}

// paramAt returns the function around c and which of its parameters e is, as it is or
// in another casing or type.
func (p *pkg) paramAt(c inspector.Cursor, e ast.Expr) (fn *types.Func, param int, ok bool) {
	for {
		call, isCall := ast.Unparen(e).(*ast.CallExpr)
		if !isCall || len(call.Args) != 1 {
			break
		}
		callee := p.Callee(call)
		if !p.Info.Types[call.Fun].IsType() && (callee == nil || callee.Pkg() == nil || callee.Pkg().Path() != "strings") {
			return nil, 0, false
		}
		e = call.Args[0]
	}
	id, isIdent := ast.Unparen(e).(*ast.Ident)
	if !isIdent {
		return nil, 0, false
	}
	v, _ := p.Info.Uses[id].(*types.Var)
	for f := range c.Enclosing((*ast.FuncDecl)(nil)) {
		fn, _ = p.Info.Defs[f.Node().(*ast.FuncDecl).Name].(*types.Func)
		if fn == nil || v == nil {
			return nil, 0, false
		}
		if v == fn.Signature().Recv() {
			return fn, receiver, true
		}
		for i := range fn.Signature().Params().Len() {
			if fn.Signature().Params().At(i) == v {
				return fn, i, true
			}
		}
	}
	return nil, 0, false
}

// keysOf returns the keys of a table, of this package or another, that hold the sandbox.
func (p *pkg) keysOf(e ast.Expr) ([]string, string) {
	var id *ast.Ident
	switch e := ast.Unparen(e).(type) {
	case *ast.Ident:
		id = e
	case *ast.SelectorExpr:
		id = e.Sel
	}
	if id != nil {
		if n := p.imported[p.Info.Uses[id]]; n != nil {
			return n.Keys, n.Host
		}
	}
	return p.tableKeys(e)
}

// chooserOf returns what a call chooses by, and the argument.
func (p *pkg) chooserOf(call *ast.CallExpr) (*chooser, ast.Expr) {
	fn := p.Callee(call)
	if fn == nil {
		return nil, nil
	}
	ch := p.choose[fn.Origin()]
	if ch == nil {
		n := p.imported[fn.Origin()]
		if n == nil || len(n.Keys) == 0 {
			return nil, nil
		}
		ch = &chooser{n.Param, n.Keys, n.Host}
	}
	if ch.param == receiver {
		if sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr); ok && p.Info.Selections[sel] != nil {
			return ch, sel.X
		}
		return nil, nil
	}
	if ch.param < len(call.Args) {
		return ch, call.Args[ch.param]
	}
	return nil, nil
}

// constantChoices returns the calls that give such a function a constant.
func (p *pkg) constantChoices() []*site {
	var out []*site
	for c := range p.Root().Preorder((*ast.CallExpr)(nil)) {
		call := c.Node().(*ast.CallExpr)
		if !p.Source(call) {
			continue
		}
		ch, arg := p.chooserOf(call)
		if arg == nil {
			continue
		}
		tv := p.Info.Types[p.valueOf(arg)]
		if tv.Value != nil && slices.ContainsFunc(ch.values, func(v string) bool { return strings.EqualFold(v, tv.Value.ExactString()) }) {
			out = append(out, &site{cur: c, obj: choice, host: ch.host})
		}
	}
	return out
}

// valueOf returns the only value that a local variable is ever set to, or the expression itself.
func (p *pkg) valueOf(e ast.Expr) ast.Expr {
	id, ok := ast.Unparen(e).(*ast.Ident)
	if !ok {
		return e
	}
	v, ok := p.Info.Uses[id].(*types.Var)
	if !ok || literals.PackageLevel(v) {
		return e
	}
	if value := p.OnlyValue(v); value != nil && !slices.ContainsFunc(p.Uses(v), p.mayChange) {
		return value
	}
	return e
}

// mayChange reports whether a use of a variable calls a method that can set it.
func (p *pkg) mayChange(c inspector.Cursor) bool {
	if c.ParentEdgeKind() != edge.SelectorExpr_X {
		return false
	}
	sel := p.Info.Selections[c.Parent().Node().(*ast.SelectorExpr)]
	if sel == nil || sel.Kind() == types.FieldVal {
		return false
	}
	_, ptr := types.Unalias(sel.Obj().(*types.Func).Signature().Recv().Type()).(*types.Pointer)
	return ptr
}

// choice stands for calls that choose the sandbox by a constant.
var choice types.Object = types.NewLabel(0, nil, "choice")
