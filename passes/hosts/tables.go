package hosts

import (
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"
)

// element notes an index with a constant, or a field, that picks the sandbox out of a
// table of environments; and a use of what another package says is named for it.
func (p *pkg) element(c inspector.Cursor, e ast.Expr) {
	if k := c.ParentEdgeKind(); k == edge.SelectorExpr_X || k == edge.IndexExpr_X {
		if parent, ok := c.Parent().Node().(ast.Expr); ok && p.Element(parent) != nil {
			return // the whole path counts
		}
	}
	elt := p.Element(e)
	if elt == nil {
		p.foreignElement(c, e)
		return
	}
	if host := p.sandboxOnly(p.cursor(elt)); host != "" && p.inTable(e, elt) {
		p.elements = append(p.elements, &site{cur: c, obj: tableElement, host: host})
	}
}

// tableElement stands for elements of tables, which have no object of their own.
var tableElement types.Object = types.NewLabel(0, nil, "element")

// sandboxOnly returns the sandbox host in an element that names no production host.
func (p *pkg) sandboxOnly(elt inspector.Cursor) string {
	host := ""
	for c := range elt.Preorder((*ast.BasicLit)(nil), (*ast.Ident)(nil), (*ast.SelectorExpr)(nil), (*ast.BinaryExpr)(nil), (*ast.CallExpr)(nil)) {
		s := p.read(c, p.Fold(c.Node().(ast.Expr)).String())
		if s == nil {
			continue
		}
		if len(s.prod) > 0 {
			return ""
		}
		if len(s.sandbox) > 0 && host == "" {
			host = shownHost(s.sandbox[0].Host)
		}
	}
	return host
}

func (p *pkg) cursor(n ast.Node) inspector.Cursor {
	c, _ := p.Root().FindNode(n)
	return c
}

// inTable reports whether the literals that a path leads through hold production too.
func (p *pkg) inTable(e, elt ast.Expr) bool {
	for {
		switch x := ast.Unparen(e).(type) {
		case *ast.IndexExpr:
			e = x.X
		case *ast.SelectorExpr:
			e = x.X
		default:
			return false
		}
		if lit := p.Composite(e); lit != nil && (p.hasProd(lit, elt) || p.envFields(lit)) {
			return true
		}
	}
}

// hasProd reports whether a literal names a production host outside of one element.
// It is asked before the list of these is complete.
func (p *pkg) hasProd(lit *ast.CompositeLit, except ast.Expr) bool {
	for c := range p.cursor(lit).Preorder((*ast.BasicLit)(nil), (*ast.Ident)(nil), (*ast.BinaryExpr)(nil)) {
		if c.Node().Pos() >= except.Pos() && c.Node().End() <= except.End() {
			continue
		}
		if s := p.read(c, p.Fold(c.Node().(ast.Expr)).String()); s != nil && len(s.prod) > 0 {
			return true
		}
	}
	return false
}

// foreignElement is element for the tables of other packages.
func (p *pkg) foreignElement(c inspector.Cursor, e ast.Expr) {
	key, of := "", ast.Expr(nil)
	switch e := e.(type) {
	case *ast.IndexExpr:
		if tv := p.Info.Types[e.Index]; tv.Value != nil {
			key, of = tv.Value.ExactString(), e.X
		}
	case *ast.SelectorExpr:
		if sel := p.Info.Selections[e]; sel != nil && sel.Kind() == types.FieldVal {
			key, of = e.Sel.Name, e.X
		}
	}
	var id *ast.Ident
	switch of := of.(type) {
	case *ast.Ident:
		id = of
	case *ast.SelectorExpr:
		id = of.Sel
	}
	if id == nil {
		return
	}
	if n := p.imported[p.Info.Uses[id]]; n != nil && slices.Contains(n.Keys, key) {
		p.elements = append(p.elements, &site{cur: c, obj: tableElement, host: n.Host})
	}
}

// tableKeys returns the keys of a table of environments whose elements hold the sandbox.
func (p *pkg) tableKeys(value ast.Expr) (keys []string, host string) {
	lit := p.Composite(value)
	if lit == nil {
		return nil, ""
	}
	at := make(map[ast.Node]inspector.Cursor, len(lit.Elts)) // a search for each would be quadratic
	for c := range p.cursor(lit).Children() {
		if _, ok := c.Node().(*ast.KeyValueExpr); ok {
			c, _ = c.LastChild()
		}
		at[c.Node()] = c
	}
	for i, elt := range lit.Elts {
		key, v := p.ElementKey(lit, i, elt)
		if h := p.sandboxOnly(at[v]); h != "" && key != "" && (p.hasProd(lit, v) || p.envFields(lit)) {
			keys = append(keys, key)
			if host == "" {
				host = h
			}
		}
	}
	return keys, host
}
