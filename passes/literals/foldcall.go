package literals

import (
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"go/ast"
	"go/types"
	"maps"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/auroravet/auroravet/internal/aurora"
)

// foldCall returns the text that a call makes out of its arguments.
func (p *Package) foldCall(call *ast.CallExpr) Text {
	if tv := p.Info.Types[call.Fun]; tv.IsType() && len(call.Args) == 1 {
		return p.Fold(call.Args[0]) // string(b), []byte(s), template.HTML(s)
	}
	fn := p.Callee(call)
	if fn == nil {
		return hole
	}
	name := fn.Origin().FullName()
	switch name {
	case "fmt.Sprintf", "fmt.Appendf":
		return p.foldFormat(call.Args[fixed(fn):])
	case "fmt.Sprint":
		return join("", p.foldAll(call.Args)...)
	case "strings.Join":
		if lit := p.Composite(call.Args[0]); lit != nil {
			if sep, ok := p.Fold(call.Args[1]).Whole(); ok {
				return join(sep, p.foldAll(elements(lit))...)
			}
		}
		return hole
	case "path.Join", "path/filepath.Join":
		if call.Ellipsis.IsValid() {
			return hole
		}
		return joinElements(p.foldAll(call.Args))
	case "net/url.JoinPath":
		return joinPath(p.foldAll(call.Args))
	case "net/url.Parse", "net/url.ParseRequestURI", "cmp.Or", "bytes.NewBufferString", "strings.NewReader", "bytes.NewReader":
		if len(call.Args) == 1 {
			return p.Fold(call.Args[0])
		}
		if p.unset && name == "cmp.Or" && !call.Ellipsis.IsValid() {
			return unsetOr(p.foldAll(call.Args))
		}
		return hole
	case "(*net/url.URL).String", "(*net/url.URL).JoinPath":
		return joinPath(append([]Text{p.Fold(receiver(call))}, p.foldAll(call.Args)...))
	case "(*net/url.URL).ResolveReference":
		return resolved(p.Fold(receiver(call)), p.Fold(call.Args[0]))
	case "(*strings.Builder).String", "(*bytes.Buffer).String", "(*bytes.Buffer).Bytes":
		return p.foldBuilder(call)
	case "(*strings.Replacer).Replace":
		return p.foldReplacer(call)
	case "(*encoding/base64.Encoding).DecodeString", "encoding/hex.DecodeString":
		return decode(p.Fold(call.Args[0]))
	}
	if f, ok := pure[name]; ok {
		return p.foldPure(f, call)
	}
	return p.foldOwn(fn, call)
}

// fixed is the number of parameters before the format.
func fixed(fn *types.Func) int { return fn.Signature().Params().Len() - 2 }

func elements(lit *ast.CompositeLit) []ast.Expr {
	var out []ast.Expr
	for _, e := range lit.Elts {
		if kv, ok := e.(*ast.KeyValueExpr); ok {
			e = kv.Value
		}
		out = append(out, e)
	}
	return out
}

func (p *Package) foldAll(args []ast.Expr) []Text {
	var out []Text
	for _, a := range args {
		out = append(out, p.Fold(a))
	}
	return out
}

func (p *Package) foldPure(f func([]string) string, call *ast.CallExpr) Text {
	var args []string
	for _, t := range p.foldAll(call.Args) {
		s, ok := t.Whole()
		if !ok {
			return hole
		}
		args = append(args, s)
	}
	if call.Ellipsis.IsValid() {
		return hole
	}
	return known(f(args))
}

// foldFormat returns what Sprintf makes of a format and its arguments.
func (p *Package) foldFormat(args []ast.Expr) Text {
	format, ok := p.Fold(args[0]).Whole()
	if !ok || len(args) > 1 && p.Info.TypeOf(args[len(args)-1]) == nil {
		return hole
	}
	var out Text
	next := 1
	for {
		before, rest, found := strings.Cut(format, "%")
		out = append(out, Part{Known: before})
		if !found {
			return out
		}
		if strings.HasPrefix(rest, "%") {
			out, format = append(out, Part{Known: "%"}), rest[1:]
			continue
		}
		end := strings.IndexFunc(rest, isVerb)
		if end < 0 {
			return append(out, hole...)
		}
		flags, verb := rest[:end], rest[end]
		if i, ok := strings.CutPrefix(flags, "["); ok {
			n, err := strconv.Atoi(strings.TrimSuffix(i, "]"))
			if err != nil {
				return append(out, hole...)
			}
			next, flags = n, ""
		}
		arg := hole
		if next < len(args) && flags == "" && strings.IndexByte("svdq", verb) >= 0 {
			arg = p.Fold(args[next])
			if quote := (Text{{Known: `"`}}); verb == 'q' && yieldsText(p.Info.TypeOf(args[next])) {
				arg = slices.Concat(quote, arg, quote)
			}
		}
		out, format = append(out, arg...), rest[end+1:]
		next++
	}
}

// beforeArg returns what a call of Sprintf writes right before an argument.
func (p *Package) beforeArg(fn *types.Func, call *ast.CallExpr, index int) string {
	if fn.FullName() != "fmt.Sprintf" || index == 0 {
		return ""
	}
	format, ok := p.Fold(call.Args[0]).Whole()
	if !ok || strings.Contains(format, "%[") {
		return ""
	}
	format = strings.ReplaceAll(format, "%%", aurora.Hole)
	pieces := strings.Split(format, "%")
	if index >= len(pieces) {
		return ""
	}
	before := pieces[index-1]
	if index > 1 {
		before = before[strings.IndexFunc(before, isVerb)+1:]
	}
	return known(before).tail()
}

func isVerb(r rune) bool { return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' }

// decode returns the text behind base64 or hex. What does not decode to text stays a
// hole; the literal itself is what a reader sees.
func decode(t Text) Text {
	s, ok := t.Whole()
	if !ok {
		return hole
	}
	for _, f := range []func(string) ([]byte, error){
		hex.DecodeString, base64.StdEncoding.DecodeString, base64.URLEncoding.DecodeString, base64.RawStdEncoding.DecodeString,
	} {
		if b, err := f(s); err == nil && isText(b) {
			return known(string(b))
		}
	}
	return hole
}

func isText(b []byte) bool {
	return !slices.ContainsFunc(b, func(c byte) bool { return c < ' ' && c != '\n' && c != '\r' && c != '\t' || c > '~' })
}

// foldBuilder returns what was written into a local builder in the statements before
// the call, when all of them stand in its block.
func (p *Package) foldBuilder(call *ast.CallExpr) Text {
	v := p.variable(ast.Unparen(receiver(call)))
	if v == nil || PackageLevel(v) {
		return hole
	}
	var out Text
	var block ast.Node
	for _, use := range p.Uses(v) {
		stmt, ok := Statement(use)
		if !ok || block != nil && stmt.Parent().Node() != block {
			return hole
		}
		block = stmt.Parent().Node()
		if use.Node().Pos() >= call.Pos() {
			return out
		}
		w, ok := stmt.Node().(*ast.ExprStmt)
		if !ok {
			return hole
		}
		c, ok := w.X.(*ast.CallExpr)
		if !ok {
			return hole
		}
		out = append(out, p.written(c)...)
	}
	return hole
}

// written returns what a call writes into a builder.
func (p *Package) written(call *ast.CallExpr) Text {
	fn := p.Callee(call)
	if fn == nil || len(call.Args) == 0 {
		return nil
	}
	switch fn.Name() {
	case "WriteString", "Write", "WriteByte", "WriteRune":
		if tv := p.Info.Types[call.Args[len(call.Args)-1]]; tv.Value != nil && (fn.Name() == "WriteByte" || fn.Name() == "WriteRune") {
			if n, err := strconv.Atoi(tv.Value.ExactString()); err == nil {
				return known(fmt.Sprintf("%c", n))
			}
		}
		return p.Fold(call.Args[len(call.Args)-1])
	case "Fprintf":
		return p.foldFormat(call.Args[1:])
	case "Fprint":
		return join("", p.foldAll(call.Args[1:])...)
	case "Grow":
		return nil
	}
	return hole
}

// Written returns what a call of Fprintf and the like writes, nil for another call.
func (p *Package) Written(call *ast.CallExpr) Text {
	fn := p.Callee(call)
	if fn == nil || len(call.Args) < 2 || fn.FullName() != "fmt.Fprintf" && fn.FullName() != "fmt.Fprint" {
		return nil
	}
	return p.written(call)
}

// beforeWrite returns what the statement before a call of WriteString wrote into the same
// builder.
func (p *Package) beforeWrite(fn *types.Func, call inspector.Cursor) string {
	if fn == nil || fn.Name() != "WriteString" || call.ParentEdgeKind() != edge.ExprStmt_X {
		return ""
	}
	v := p.variable(ast.Unparen(receiver(call.Node().(*ast.CallExpr))))
	prev, ok := call.Parent().PrevSibling()
	if !ok || v == nil {
		return ""
	}
	stmt, ok := prev.Node().(*ast.ExprStmt)
	if !ok {
		return ""
	}
	if c, ok := stmt.X.(*ast.CallExpr); ok && p.variable(ast.Unparen(receiver(c))) == v {
		return p.written(c).tail()
	}
	return ""
}

// Statement returns the innermost statement of a list that holds the cursor.
func Statement(c inspector.Cursor) (inspector.Cursor, bool) {
	for ; c.Node() != nil; c = c.Parent() {
		switch c.ParentEdgeKind() {
		case edge.BlockStmt_List, edge.CaseClause_Body, edge.CommClause_Body:
			return c, true
		case edge.File_Decls, edge.Invalid:
			return c, false
		}
	}
	return c, false
}

// foldOwn returns the text of a function that has one return, with its parameters
// filled in: from its body, or from the fact of another package.
func (p *Package) foldOwn(fn *types.Func, call *ast.CallExpr) Text {
	t := p.Returned(fn)
	if t == nil || call.Ellipsis.IsValid() {
		return hole
	}
	return t.bind(p.foldAll(call.Args))
}

// Returned returns the text that a function with one return gives, with its
// parameters as parts; nil when that is not known.
func (p *Package) Returned(fn *types.Func) Text {
	fn = fn.Origin()
	if fn.Pkg() != p.Types {
		return p.imported.format(fn)
	}
	t, ok := p.results[fn]
	if !ok {
		p.results[fn] = nil // what calls itself has no text
		t = p.returned(fn)
		p.results[fn] = t
	}
	return t
}

func (p *Package) returned(fn *types.Func) Text {
	body, ok := p.Body(fn)
	if !ok {
		return nil
	}
	return p.onlyResult(body)
}

// Applied returns the text that a function or a function literal gives for arguments, nil when that
// is not known.
func (p *Package) Applied(fn ast.Expr, args []Text) Text {
	switch fn := ast.Unparen(fn).(type) {
	case *ast.Ident:
		if f, ok := p.Info.Uses[fn].(*types.Func); ok {
			return p.Returned(f).bind(args)
		}
	case *ast.SelectorExpr:
		return p.Applied(fn.Sel, args)
	case *ast.FuncLit:
		sig, ok := p.Info.TypeOf(fn).(*types.Signature)
		body, found := p.in().Root().FindNode(fn.Body)
		if !ok || !found {
			return nil
		}
		p.index()
		q := *p // the parameters are known as such in the literal alone
		q.params, q.folded = maps.Clone(p.params), map[ast.Expr]Text{}
		q.noteParams(sig)
		return q.onlyResult(body).bind(args)
	}
	return nil
}

// onlyResult returns the text of the one return of a body, nil when there is another number.
func (p *Package) onlyResult(body inspector.Cursor) Text {
	var results []ast.Expr
	body.Inspect([]ast.Node{(*ast.ReturnStmt)(nil), (*ast.FuncLit)(nil)}, func(c inspector.Cursor) bool {
		if ret, ok := c.Node().(*ast.ReturnStmt); ok {
			if len(ret.Results) == 0 {
				results = append(results, nil)
			} else {
				results = append(results, ret.Results[0])
			}
			return false
		}
		return false
	})
	last := len(results) - 1
	if last < 0 || last > 0 && !p.unset || slices.Contains(results, nil) || !yieldsText(p.Info.TypeOf(results[0])) {
		return nil
	}
	if last > 0 {
		return unsetOr(p.foldAll(results))
	}
	return p.Fold(results[0])
}

// yieldsText says whether Fold may know a text of the type.
func yieldsText(t types.Type) bool {
	if t == nil {
		return false
	}
	if ptr, ok := t.Underlying().(*types.Pointer); ok {
		t = ptr.Elem()
	}
	switch u := t.Underlying().(type) {
	case *types.Basic:
		return u.Info()&types.IsString != 0
	case *types.Slice:
		b, ok := u.Elem().Underlying().(*types.Basic)
		return ok && b.Kind() == types.Byte
	}
	return IsURL(t)
}
