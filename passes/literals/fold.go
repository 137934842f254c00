package literals

import (
	"fmt"
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"net"
	"path"
	"slices"
	"strings"

	"github.com/auroravet/auroravet/internal/aurora"
)

// Text is a string as far as the source fixes it: known text, and holes that stand
// for the rest.
type Text []Part

// Part is a run of known text, a parameter of the function that the text belongs to,
// or a hole.
type Part struct {
	Known string
	Param int // 1 for the first parameter, 0 when Known counts, -1 for a hole
}

var hole = Text{{Param: -1}}

func known(s string) Text { return Text{{Known: s}} }

// String returns the text with aurora.Hole for what is not known.
func (t Text) String() string {
	var b strings.Builder
	for _, p := range t {
		if p.Param == 0 {
			b.WriteString(p.Known)
		} else {
			b.WriteString(aurora.Hole)
		}
	}
	return b.String()
}

// Whole returns the text when all of it is known.
func (t Text) Whole() (string, bool) {
	for _, p := range t {
		if p.Param != 0 {
			return "", false
		}
	}
	return t.String(), true
}

// tail returns the known text at the end of t.
func (t Text) tail() string {
	s := t.String()
	return s[strings.LastIndex(s, aurora.Hole)+1:]
}

// bind replaces the parameters of t by the arguments.
func (t Text) bind(args []Text) Text {
	var out Text
	for _, p := range t {
		switch {
		case p.Param <= 0:
			out = append(out, p)
		case p.Param <= len(args):
			out = append(out, args[p.Param-1]...)
		default:
			out = append(out, hole...)
		}
	}
	return out
}

func join(sep string, texts ...Text) Text {
	var out Text
	size := 0
	for i, t := range texts {
		if i > 0 && sep != "" {
			out = append(out, Part{Known: sep})
		}
		out = append(out, t...)
		for _, part := range t {
			size += len(part.Known)
		}
		if len(out) > mostParts || size > mostBytes {
			return hole // a text that is doubled again and again is no host and no secret
		}
	}
	return out
}

// mostParts and mostBytes bound a text that is put together.
const (
	mostParts = 1 << 12
	mostBytes = 1 << 20
)

// Fold returns what the source fixes of an expression that yields text: a string, a
// byte slice, a URL, or an address of one.
func (p *Package) Fold(e ast.Expr) Text {
	if tv, ok := p.Info.Types[e]; ok && tv.Value != nil {
		return constText(tv.Value)
	}
	if t, ok := p.folded[e]; ok {
		return t
	}
	if p.busy[e] {
		return hole
	}
	p.busy[e] = true
	t := p.fold(e)
	delete(p.busy, e)
	p.folded[e] = t
	return t
}

func constText(v constant.Value) Text {
	switch v.Kind() {
	case constant.String:
		return known(constant.StringVal(v))
	case constant.Int, constant.Bool:
		return known(v.ExactString())
	}
	return hole
}

func (p *Package) fold(e ast.Expr) Text {
	if p.inbound {
		if t := p.foldInbound(e); t != nil {
			return t
		}
	}
	switch e := e.(type) {
	case *ast.ParenExpr:
		return p.Fold(e.X)
	case *ast.StarExpr:
		return p.Fold(e.X)
	case *ast.UnaryExpr:
		if e.Op == token.AND {
			return p.Fold(e.X)
		}
	case *ast.BinaryExpr:
		if e.Op == token.ADD {
			return join("", p.Fold(e.X), p.Fold(e.Y))
		}
	case *ast.Ident:
		if c, ok := p.Info.Uses[e].(*types.Const); ok { // the name after a package has no entry in Types
			return constText(c.Val())
		}
		t := p.foldVar(p.Info.Uses[e])
		v, ok := p.Info.Uses[e].(*types.Var)
		if !ok || t.known() {
			return t
		}
		if u := p.unsetVar(v); u.known() {
			return u
		}
		if len(t) == 1 {
			return p.grown(v, e.Pos())
		}
		return t
	case *ast.SelectorExpr:
		return p.foldVar(p.Info.Uses[e.Sel])
	case *ast.IndexExpr:
		if elem := p.Element(e); elem != nil {
			return p.Fold(elem)
		}
	case *ast.CompositeLit:
		return p.foldURL(e)
	case *ast.CallExpr:
		return p.foldCall(e)
	}
	return hole
}

// foldVar returns the text of a variable that has one value in all of the package.
func (p *Package) foldVar(obj types.Object) Text {
	v, ok := obj.(*types.Var)
	if !ok || v.IsField() || v.Pkg() != p.Types {
		return hole
	}
	if value := p.OnlyValue(v); value != nil {
		return p.Fold(value)
	}
	if len(p.writes[v]) == 0 && p.params[v] > 0 {
		return Text{{Param: p.params[v]}}
	}
	return hole
}

// OnlyValue returns the expression that a variable of this package is set to, when
// there is one such place and its address is not taken; for the first of several
// results it is the call.
func (p *Package) OnlyValue(v types.Object) ast.Expr {
	p.index()
	if w := p.writes[origin(v)]; len(w) == 1 {
		return w[0].value
	}
	return nil
}

// IsURL reports whether a type is url.URL or a pointer to it.
func IsURL(t types.Type) bool {
	if ptr, ok := types.Unalias(t).(*types.Pointer); ok {
		t = ptr.Elem()
	}
	return t != nil && types.TypeString(t, nil) == "net/url.URL"
}

// foldURL returns the text of a url.URL literal.
func (p *Package) foldURL(lit *ast.CompositeLit) Text {
	if named, ok := types.Unalias(p.Info.TypeOf(lit)).(*types.Named); !ok || named.String() != "net/url.URL" {
		return hole
	}
	fields := map[string]Text{}
	for _, elt := range lit.Elts {
		kv, ok := elt.(*ast.KeyValueExpr)
		if !ok {
			return hole
		}
		fields[kv.Key.(*ast.Ident).Name] = p.Fold(kv.Value)
	}
	var out Text
	if scheme, ok := fields["Scheme"]; ok {
		out = join("", scheme, known("://"))
	}
	return join("", out, fields["Host"], fields["Path"])
}

// Element returns the expression that an index with a constant, or a field, picks out
// of a composite literal: the one indexed, or the only value of the variable indexed.
func (p *Package) Element(e ast.Expr) ast.Expr {
	var of ast.Expr
	var key string
	switch e := ast.Unparen(e).(type) {
	case *ast.IndexExpr:
		tv := p.Info.Types[e.Index]
		if tv.Value == nil {
			return nil
		}
		of, key = e.X, tv.Value.ExactString()
	case *ast.SelectorExpr:
		if sel := p.Info.Selections[e]; sel == nil || sel.Kind() != types.FieldVal {
			return nil
		}
		of, key = e.X, e.Sel.Name
	default:
		return nil
	}
	lit := p.Composite(of)
	if lit == nil {
		return nil
	}
	for i, elt := range lit.Elts {
		if k, value := p.ElementKey(lit, i, elt); k == key {
			return value
		}
	}
	return nil
}

// Composite returns the composite literal that an expression stands for.
func (p *Package) Composite(e ast.Expr) *ast.CompositeLit {
	type asked struct{ ast.Expr }
	if e == nil || p.busy[asked{e}] {
		return nil
	}
	p.busy[asked{e}] = true
	defer delete(p.busy, asked{e})
	switch x := ast.Unparen(e).(type) {
	case *ast.CompositeLit:
		return x
	case *ast.UnaryExpr:
		return p.Composite(x.X)
	case *ast.StarExpr:
		return p.Composite(x.X)
	case *ast.Ident:
		if obj := p.Info.Uses[x]; obj != nil && obj.Pkg() == p.Types {
			return p.Composite(p.OnlyValue(obj))
		}
	case *ast.IndexExpr, *ast.SelectorExpr:
		return p.Composite(p.Element(x))
	}
	return nil
}

// ElementKey returns the key of an element as its constant is written exactly, the
// name of a field, or the position of an element of a list; and the element's value.
func (p *Package) ElementKey(lit *ast.CompositeLit, i int, elt ast.Expr) (string, ast.Expr) {
	if kv, ok := elt.(*ast.KeyValueExpr); ok {
		if tv := p.Info.Types[kv.Key]; tv.Value != nil {
			return tv.Value.ExactString(), kv.Value
		}
		if id, ok := kv.Key.(*ast.Ident); ok {
			return id.Name, kv.Value
		}
		return "", kv.Value
	}
	if st, ok := p.structOf(lit); ok && i < st.NumFields() {
		return st.Field(i).Name(), elt
	}
	return fmt.Sprint(i), elt
}

func (p *Package) structOf(lit *ast.CompositeLit) (*types.Struct, bool) {
	t := p.Info.TypeOf(lit)
	if t == nil {
		return nil, false
	}
	if ptr, ok := t.Underlying().(*types.Pointer); ok { // &T elided in a list of pointers
		t = ptr.Elem()
	}
	st, ok := t.Underlying().(*types.Struct)
	return st, ok
}

// joinPath joins path elements to a base as url.JoinPath does, without cleaning.
func joinPath(args []Text) Text {
	out := args[0]
	for _, a := range args[1:] {
		if s, ok := a.Whole(); ok {
			a = known(strings.Trim(s, "/"))
		}
		out = join("/", trimRight(out), a)
	}
	return out
}

// joinElements joins the elements of a path as path.Join does, cleaned when all of it is known.
func joinElements(args []Text) Text {
	args = slices.DeleteFunc(args, func(t Text) bool { s, ok := t.Whole(); return ok && s == "" })
	if len(args) == 0 {
		return known("")
	}
	out := joinPath(args)
	if s, ok := out.Whole(); ok {
		return known(path.Clean(s))
	}
	return out
}

// resolved returns a reference as it is seen from a base: one with a path from the root has the host of the base.
func resolved(base, ref Text) Text {
	from, to := base.String(), ref.String()
	scheme, _, ok := strings.Cut(from, "://")
	switch {
	case strings.Contains(to, "://"):
		return ref
	case !ok || strings.Contains(scheme, aurora.Hole) || !strings.HasPrefix(to, "/") || strings.HasPrefix(to, "//"):
		return hole
	}
	var host Text
	skip := len(scheme + "://")
	for _, p := range base {
		n, rest := min(skip, len(p.Known)), false
		text := p.Known[n:]
		if skip -= n; p.Param == 0 {
			text, _, rest = strings.Cut(text, "/")
		}
		if host = append(host, Part{text, p.Param}); rest {
			break
		}
	}
	return join("", known(scheme+"://"), host, ref)
}

func trimRight(t Text) Text {
	if n := len(t); n > 0 && t[n-1].Param == 0 {
		return append(t[:n-1:n-1], Part{Known: strings.TrimRight(t[n-1].Known, "/")})
	}
	return t
}

// pure computes the library functions whose arguments must all be known.
var pure = map[string]func(a []string) string{
	"strings.Replace":     func(a []string) string { return strings.ReplaceAll(a[0], a[1], a[2]) },
	"strings.ReplaceAll":  func(a []string) string { return strings.ReplaceAll(a[0], a[1], a[2]) },
	"strings.TrimSuffix":  func(a []string) string { return strings.TrimSuffix(a[0], a[1]) },
	"strings.TrimPrefix":  func(a []string) string { return strings.TrimPrefix(a[0], a[1]) },
	"strings.TrimRight":   func(a []string) string { return strings.TrimRight(a[0], a[1]) },
	"strings.TrimLeft":    func(a []string) string { return strings.TrimLeft(a[0], a[1]) },
	"strings.Trim":        func(a []string) string { return strings.Trim(a[0], a[1]) },
	"strings.TrimSpace":   func(a []string) string { return strings.TrimSpace(a[0]) },
	"strings.ToLower":     func(a []string) string { return strings.ToLower(a[0]) },
	"strings.ToUpper":     func(a []string) string { return strings.ToUpper(a[0]) },
	"strings.Clone":       func(a []string) string { return a[0] },
	"net.JoinHostPort":    func(a []string) string { return net.JoinHostPort(a[0], a[1]) },
	"strconv.Itoa":        func(a []string) string { return a[0] },
	"path.Clean":          func(a []string) string { return path.Clean(a[0]) },
	"path/filepath.Clean": func(a []string) string { return path.Clean(a[0]) },
	"strconv.Quote":       func(a []string) string { return a[0] },
	"net/url.QueryEscape": func(a []string) string { return a[0] },
}
