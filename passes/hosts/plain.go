package hosts

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ast/inspector"

	"github.com/auroravet/auroravet/internal/aurora"
	"github.com/auroravet/auroravet/internal/conftext"
	"github.com/auroravet/auroravet/passes/literals"
)

// This file finds the addresses of the API for plain HTTP.

// plainRef says whether a host in a text is an endpoint that is named for plain HTTP.
func plainRef(r aurora.HostRef) bool {
	return r.Scheme == "http" && (r.Class == aurora.Production || r.Class == aurora.Sandbox)
}

// within says whether a place is inside an address that is noted already.
func (p *pkg) within(c inspector.Cursor) bool {
	return slices.ContainsFunc(p.plains, func(s *site) bool { return s.cur == c || s.cur.Contains(c) })
}

// composePlain notes a sum or call whose parts come to an address for plain HTTP of which
// none of them is one.
func (p *pkg) composePlain(c inspector.Cursor) {
	var text string
	switch e := c.Node().(type) {
	case *ast.BinaryExpr:
		text = p.Fold(e).String()
	case *ast.CallExpr:
		if fn := p.Callee(e); fn == nil || fn.Pkg() == nil || strings.Contains(fn.Pkg().Path(), ".") || len(e.Args) == 0 {
			return // what another function of the program gives is noted there
		}
		text = p.Fold(e).String()
	default:
		return
	}
	s := p.read(c, text)
	if s == nil || s.plain == "" {
		return
	}
	for part := range c.Preorder((*ast.BasicLit)(nil), (*ast.Ident)(nil), (*ast.CallExpr)(nil), (*ast.IndexExpr)(nil), (*ast.SelectorExpr)(nil)) {
		if part == c {
			continue
		}
		if q := p.read(part, p.Fold(part.Node().(ast.Expr)).String()); q != nil && q.plain != "" {
			return
		}
	}
	p.plains = slices.DeleteFunc(p.plains, func(s *site) bool { return c.Contains(s.cur) })
	p.plains = append(p.plains, s)
}

// judgePlain leaves out what is only compared, or shown to people.
func (p *pkg) judgePlain() {
	p.schemes()
	for _, s := range p.plains {
		t := conftext.Read(s.text)
		refs := slices.DeleteFunc(p.words.HostsIn(t.Clean), func(r aurora.HostRef) bool {
			return !plainRef(r) || t.Kind == conftext.Markup && betweenTags(t.Clean, r.Start)
		})
		if t.Kind == conftext.Prose || len(refs) == 0 || p.idle(s.cur, 0) {
			continue
		}
		p.result.Plain = append(p.result.Plain, Binding{Range: s.cur.Node(), Host: shownHost(refs[0].Host)})
	}
}

// idle says whether the text at a place is only compared or shown, by this package at least.
func (p *pkg) idle(c inspector.Cursor, depth int) bool {
	used := false
	for _, a := range p.Flow(c) {
		if !a.Last || a.Idle() {
			continue
		}
		if a.Kind != literals.Stored || !literals.PackageLevel(a.Obj) || depth > 2 {
			return false
		}
		uses := p.Uses(a.Obj)
		used = used || len(uses) == 0
		for _, use := range uses {
			if !p.idle(use, depth+1) {
				return false
			}
		}
	}
	return !used
}

// schemes notes the literals of URLs that have the scheme and a host of the API apart.
func (p *pkg) schemes() {
	if !slices.ContainsFunc(p.pass.Pkg.Imports(), isURLPackage) {
		return
	}
	for c := range p.Root().Preorder((*ast.CompositeLit)(nil)) {
		lit := c.Node().(*ast.CompositeLit)
		if !p.Source(lit) || !isURL(p.Info.TypeOf(lit)) {
			continue
		}
		var scheme, host *ast.KeyValueExpr
		for _, elt := range lit.Elts {
			if kv, ok := elt.(*ast.KeyValueExpr); ok {
				switch p.nameOf(kv.Key) {
				case "Scheme":
					scheme = kv
				case "Host":
					host = kv
				}
			}
		}
		if scheme == nil || host == nil {
			continue
		}
		text, ok := p.Fold(scheme.Value).Whole()
		if !ok || !strings.EqualFold(text, "http") {
			continue
		}
		if s := p.read(c, "http://"+p.Fold(host.Value).String()); s != nil && s.plain != "" {
			p.result.Plain = append(p.result.Plain, Binding{Range: scheme, Host: s.plain})
		}
	}
}

func isURLPackage(pkg *types.Package) bool { return pkg.Path() == "net/url" }

func isURL(t types.Type) bool {
	return t != nil && types.TypeString(t, nil) == "net/url.URL"
}

// plainTag judges a default value in a struct tag.
func (p *pkg) plainTag(d literals.Default) {
	for _, r := range p.words.HostsIn(d.Value) {
		if plainRef(r) {
			pos, end := literals.At(d.Tag, d.Value)
			p.result.Plain = append(p.result.Plain, Binding{Range: span{pos, end}, Host: shownHost(r.Host)})
			return
		}
	}
}

// plainFile judges an embedded file.
func (p *pkg) plainFile(f literals.File, t conftext.Text) {
	if t.Kind == conftext.Prose {
		return
	}
	for _, r := range p.words.HostsIn(t.Clean) {
		if plainRef(r) && !(t.Kind == conftext.Markup && betweenTags(t.Clean, r.Start)) {
			p.result.Plain = append(p.result.Plain, Binding{Range: f.Var, Host: shownHost(r.Host), File: f.Name, Line: 1 + strings.Count(f.Text[:r.Start], "\n")})
			return
		}
	}
}

// span is a range inside a literal.
type span struct{ pos, end token.Pos }

func (s span) Pos() token.Pos { return s.pos }
func (s span) End() token.Pos { return s.end }
