package elements

import (
	"go/ast"
	"go/types"
	"strings"
)

// This file holds the fields of what templates are given.

// templateFields are the texts of the fields and entries that the package gives one text wherever it makes
// them, by their names; "" for those that have several, or one that is not known.
func (p *pkg) templateFields() map[string]string {
	if p.fields != nil {
		return p.fields
	}
	p.fields = map[string]string{}
	for c := range p.Root().Preorder((*ast.CompositeLit)(nil), (*ast.AssignStmt)(nil)) {
		switch n := c.Node().(type) {
		case *ast.CompositeLit:
			for i, elt := range n.Elts {
				if name, v := p.fieldOf(n, i, elt); name != "" {
					p.give(name, v)
				}
			}
		case *ast.AssignStmt:
			for i, to := range n.Lhs {
				name := p.assigned(to)
				if name != "" && len(n.Rhs) == len(n.Lhs) {
					p.give(name, n.Rhs[i])
				} else if name != "" {
					p.fields[name] = ""
				}
			}
		}
	}
	return p.fields
}

// give notes a value of a field.
func (p *pkg) give(name string, v ast.Expr) {
	text, ok := p.Fold(v).Whole()
	if strings.Contains(text, "\n") {
		ok = false
	}
	old, seen := p.fields[name]
	if !ok || seen && old != text {
		text = ""
	}
	p.fields[name] = text
}

// fieldOf is the name of the field or entry that an element of a literal sets, and its value.
func (p *pkg) fieldOf(lit *ast.CompositeLit, i int, elt ast.Expr) (string, ast.Expr) {
	t := p.pass.TypesInfo.TypeOf(lit)
	if t == nil {
		return "", nil
	}
	kv, keyed := elt.(*ast.KeyValueExpr)
	switch t := t.Underlying().(type) {
	case *types.Struct:
		if !keyed {
			return t.Field(i).Name(), elt
		}
		if id, ok := kv.Key.(*ast.Ident); ok {
			return id.Name, kv.Value
		}
	case *types.Map:
		if keyed {
			name, _ := p.Fold(kv.Key).Whole()
			return name, kv.Value
		}
	}
	return "", nil
}

// assigned is the name of the field or entry that an assignment sets.
func (p *pkg) assigned(to ast.Expr) string {
	switch to := to.(type) {
	case *ast.SelectorExpr:
		if s := p.pass.TypesInfo.Selections[to]; s != nil && s.Kind() == types.FieldVal {
			return to.Sel.Name
		}
	case *ast.IndexExpr:
		name, _ := p.Fold(to.Index).Whole()
		return name
	}
	return ""
}
