package elements

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/auroravet/auroravet/internal/aurora"
	"github.com/auroravet/auroravet/internal/conftext"
	"github.com/auroravet/auroravet/internal/lazyregexp"
	"github.com/auroravet/auroravet/passes/literals"
)

// This file holds the texts that a longer one is put together from: those that have a name or that
// a function gives, and what the functions of a template write.

// judgedApart says whether a script stands in a page of its own that the expression only names: it
// is judged where it is written.
func (p *pkg) judgedApart(c inspector.Cursor, s aurora.Script) bool {
	fold := p.foldFor(s)
	if call, ok := c.Parent().Node().(*ast.CallExpr); ok && p.Written(call) != nil {
		c = c.Parent()
	}
	for lit := range c.Preorder((*ast.BasicLit)(nil)) {
		if strings.Contains(lit.Node().(*ast.BasicLit).Value, s.URL) {
			return false
		}
	}
	for part := range c.Preorder((*ast.Ident)(nil), (*ast.CallExpr)(nil)) {
		var text string
		switch e := part.Node().(type) {
		case *ast.Ident:
			text = fold(e).String()
			if v, ok := p.Info.Uses[e].(*types.Var); ok && strings.Contains(text, s.URL) {
				if value := p.OnlyValue(v); value != nil && p.reported(value) {
					return true // the address itself is
				}
			}
		case *ast.CallExpr:
			if fn := p.Callee(e); fn != nil {
				text = p.Returned(fn).String()
			}
		}
		if strings.Contains(text, s.URL) && slices.ContainsFunc(p.foreignIn(conftext.Read(text)), func(o aurora.Script) bool { return o.URL == s.URL }) {
			return true
		}
	}
	return false
}

// foldFor returns what tells the text of an expression as it was told where a script was found.
func (p *pkg) foldFor(s aurora.Script) func(ast.Expr) literals.Text {
	if s.Host == literals.RequestHost && p.inbound != nil {
		return p.inbound.Fold
	}
	return p.Fold
}

// oneOf says whether an address is one of several that a page is made with, which loads the script from there: the
// text of the page tells none of them.
func (p *pkg) oneOf(a literals.Arrival, s aurora.Script) bool {
	script, _ := loadsNext(a.Before)
	return a.Part && script && !slices.ContainsFunc(a.Path, func(c inspector.Cursor) bool {
		e, ok := c.Node().(ast.Expr)
		text := ""
		if ok {
			text = p.foldFor(s)(e).String()
		}
		return len(text) > len(s.URL) && strings.Contains(text, s.URL)
	})
}

// call is a function that a template calls with texts, or with nothing, field a field that it writes.
var (
	field    = lazyregexp.New(`\{\{-?\s*\.(?:\w+\.)*(\w+)\s*-?\}\}`)
	call     = lazyregexp.New(`\{\{-?\s*([A-Za-z_]\w*)((?:\s+"[^"\\]*")*)\s*-?\}\}`)
	piped    = lazyregexp.New(`\{\{-?\s*("[^"\\]*")\s*\|\s*([A-Za-z_]\w*)\s*-?\}\}`)
	argument = lazyregexp.New(`"([^"]*)"`)
)

// filled returns the text of a template with what the functions of the package write in it, and the fields
// that always hold one text.
func (p *pkg) filled(text string) string {
	if !strings.Contains(text, "{{") || len(p.words.Scripts(text)) == 0 {
		return text
	}
	text = field().ReplaceAllStringFunc(text, func(found string) string {
		if v := p.templateFields()[field().FindStringSubmatch(found)[1]]; v != "" {
			return v
		}
		return found
	})
	text = piped().ReplaceAllString(text, "{{$2 $1}}")
	return call().ReplaceAllStringFunc(text, func(found string) string {
		m := call().FindStringSubmatch(found)
		fn := p.templateFuncs()[m[1]]
		if fn == nil {
			return found
		}
		var args []literals.Text
		for _, a := range argument().FindAllStringSubmatch(m[2], -1) {
			args = append(args, literals.Text{{Known: a[1]}})
		}
		written, ok := p.Applied(fn, args).Whole()
		if !ok || written == "" || strings.Contains(written, "\n") {
			return found
		}
		return written
	})
}

// templateFuncs are the functions that the package gives to templates, by the names that these
// call them; without those of which there are two.
func (p *pkg) templateFuncs() map[string]ast.Expr {
	if p.funcs != nil {
		return p.funcs
	}
	p.funcs = map[string]ast.Expr{}
	for c := range p.Root().Preorder((*ast.CompositeLit)(nil)) {
		lit := c.Node().(*ast.CompositeLit)
		if t := p.pass.TypesInfo.TypeOf(lit); t == nil || !strings.HasSuffix(t.String(), "/template.FuncMap") {
			continue
		}
		for _, elt := range lit.Elts {
			kv, ok := elt.(*ast.KeyValueExpr)
			if !ok {
				continue
			}
			name, _ := p.Fold(kv.Key).Whole()
			if _, twice := p.funcs[name]; twice {
				p.funcs[name] = nil
			} else {
				p.funcs[name] = kv.Value
			}
		}
	}
	return p.funcs
}

// within is the range of an address in a literal, or the expression.
func within(c inspector.Cursor, url string) analysis.Range {
	if lit, ok := c.Node().(*ast.BasicLit); ok {
		pos, end := literals.At(lit, url)
		return span{pos, end}
	}
	return c.Node()
}
