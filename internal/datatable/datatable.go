// Package datatable tells the tables of data in a program, such as those of Unicode. They
// are long, and say nothing of what the checks look for.
package datatable

import (
	"go/ast"
	"go/token"
)

// least is the number of numbers from which a literal is a table.
const least = 64

// perName is how many numbers a table has for each text or name in it.
const perName = 16

// many is the number of numbers, texts and names from which a literal is a table whatever is in it:
// no program that calls an API writes so many settings by hand.
const many = 2000

// Is reports whether an expression, or what it is the address of, is a table without code: of
// numbers, with few texts and names in between, or of very many of these.
func Is(e ast.Expr) bool {
	c := count(e)
	return (c.numbers >= least && c.names*perName <= c.numbers || c.numbers+c.names >= many) && !c.code
}

// Pure reports whether an expression is a table of numbers and of nothing else.
func Pure(e ast.Expr) bool { return Is(e) && count(e).names == 0 }

// content is what a literal is made of.
type content struct {
	numbers, names int
	code           bool // a call, a function, an operation
}

func count(e ast.Expr) content {
	var c content
	if u, ok := e.(*ast.UnaryExpr); ok && u.Op == token.AND {
		e = u.X
	}
	if lit, ok := e.(*ast.CompositeLit); ok {
		c.add(lit)
	}
	return c
}

func (c *content) add(e ast.Expr) {
	switch e := e.(type) {
	case *ast.CompositeLit:
		for _, x := range e.Elts {
			if kv, ok := x.(*ast.KeyValueExpr); ok {
				if _, named := kv.Key.(*ast.Ident); !named { // not the name of a field
					c.add(kv.Key)
				}
				x = kv.Value
			}
			if c.add(x); c.code {
				return
			}
		}
	case *ast.BasicLit:
		if e.Kind == token.STRING {
			c.names++
		} else {
			c.numbers++
		}
	case *ast.UnaryExpr:
		c.code = c.code || e.Op == token.ARROW
		c.add(e.X)
	case *ast.BinaryExpr:
		if isText, ok := operation(e); isText {
			c.names++
		} else {
			c.numbers++
			c.code = c.code || !ok
		}
	case *ast.Ident, *ast.SelectorExpr:
		c.names++
	default:
		c.code = true
	}
}

// operation says whether an expression is one text in several pieces and, if not, whether it is
// a number: made of literals, and of names where only numbers can be combined that way.
func operation(e ast.Expr) (isText, isNumber bool) {
	switch e := e.(type) {
	case *ast.BasicLit:
		return e.Kind == token.STRING, e.Kind != token.STRING
	case *ast.BinaryExpr:
		xText, xNumber := operation(e.X)
		yText, yNumber := operation(e.Y)
		if e.Op != token.ADD {
			xNumber, yNumber = xNumber || isName(e.X), yNumber || isName(e.Y)
		}
		return xText && yText, xNumber && yNumber
	}
	return false, false
}

func isName(e ast.Expr) bool {
	switch e.(type) {
	case *ast.Ident, *ast.SelectorExpr:
		return true
	}
	return false
}
