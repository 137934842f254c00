package literals

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ast/inspector"

	"github.com/auroravet/auroravet/internal/aurora"
	"github.com/auroravet/auroravet/internal/loglib"
)

// role is what a function does with an argument.
type role uint8

const (
	used     role = iota
	carried       // the result holds it
	compared      // with another argument, searched in it, or a pattern
	shown         // to a person
	named         // the name of something: a key, a header, an environment variable
)

// receiverArg stands for the receiver among the argument positions.
const receiverArg = -1

// row gives the roles of the leading arguments; the last one holds for those that follow.
type row struct {
	recv role
	args []role
}

// library has the functions of the standard library by their full names.
var library = map[string]row{
	"strings.Contains": {args: both}, "strings.HasPrefix": {args: both}, "strings.HasSuffix": {args: both},
	"strings.EqualFold": {args: both}, "strings.Index": {args: both}, "strings.LastIndex": {args: both},
	"strings.Count": {args: both}, "strings.Compare": {args: both}, "strings.ContainsAny": {args: both},
	"strings.Cut": {args: trims}, "strings.CutPrefix": {args: trims}, "strings.CutSuffix": {args: trims},
	"strings.TrimPrefix": {args: trims}, "strings.TrimSuffix": {args: trims}, "strings.Trim": {args: trims},
	"strings.TrimLeft": {args: trims}, "strings.TrimRight": {args: trims}, "strings.TrimSpace": {args: whole},
	"strings.Split": {args: trims}, "strings.SplitN": {args: trims}, "strings.SplitSeq": {args: trims}, "strings.Fields": {args: whole}, "strings.Lines": {args: whole},
	"strings.Replace": {args: []role{carried, compared, carried, used}}, "strings.ReplaceAll": {args: []role{carried, compared, carried}},
	"strings.ToLower": {args: whole}, "strings.ToUpper": {args: whole}, "strings.Clone": {args: whole}, "strings.Repeat": {args: whole},
	"strings.Join": {args: whole}, "strings.NewReader": {args: whole},
	"bytes.Contains": {args: both}, "bytes.HasPrefix": {args: both}, "bytes.HasSuffix": {args: both}, "bytes.Equal": {args: both},
	"bytes.EqualFold": {args: both}, "bytes.Index": {args: both}, "bytes.Compare": {args: both},
	"bytes.NewReader": {args: whole}, "bytes.NewBuffer": {args: whole}, "bytes.NewBufferString": {args: whole},
	"bytes.TrimSpace": {args: whole}, "bytes.Clone": {args: whole},
	"slices.Contains": {args: both}, "slices.Index": {args: both}, "slices.BinarySearch": {args: both}, "slices.Equal": {args: both},
	"slices.BinarySearchFunc": {args: both}, "sort.SearchStrings": {args: both}, "slices.Sorted": {args: whole}, "slices.Concat": {args: whole},
	"slices.ContainsFunc": {args: both}, "slices.IndexFunc": {args: both}, "slices.Clone": {args: whole}, "slices.Values": {args: whole},
	"cmp.Compare": {args: both}, "cmp.Or": {args: whole}, "reflect.DeepEqual": {args: both},
	"crypto/subtle.ConstantTimeCompare": {args: both}, "crypto/hmac.Equal": {args: both},
	"regexp.Compile": {args: both}, "regexp.MustCompile": {args: both}, "regexp.MatchString": {args: both}, "regexp.QuoteMeta": {args: whole},
	"regexp.CompilePOSIX": {args: both}, "regexp.MustCompilePOSIX": {args: both},
	"path.Match": {args: both}, "path/filepath.Match": {args: both},
	"fmt.Sprintf": {args: whole}, "fmt.Sprint": {args: whole}, "fmt.Sprintln": {args: whole}, "fmt.Errorf": {args: tell},
	"fmt.Append": {args: whole}, "fmt.Appendf": {args: whole}, "fmt.Appendln": {args: whole},
	"fmt.Print": {args: tell}, "fmt.Printf": {args: tell}, "fmt.Println": {args: tell}, "errors.New": {args: tell},
	"net/url.Parse": {args: whole}, "net/url.ParseRequestURI": {args: whole}, "net/url.JoinPath": {args: whole},
	"net/url.QueryEscape": {args: whole}, "net/url.PathEscape": {args: whole}, "net/url.QueryUnescape": {args: whole},
	"(*net/url.URL).String": {recv: carried}, "(*net/url.URL).JoinPath": {recv: carried, args: whole}, "(*net/url.URL).Hostname": {recv: carried},
	"(*net/url.URL).Parse": {recv: carried, args: whole}, "(*net/url.URL).ResolveReference": {recv: carried, args: whole},
	"(*net/url.URL).Redacted": {recv: carried}, "(net/url.Values).Encode": {recv: carried},
	"net.JoinHostPort": {args: whole}, "net.SplitHostPort": {args: whole}, "path.Join": {args: whole}, "path.Clean": {args: whole},
	"path/filepath.Join": {args: whole}, "path/filepath.Clean": {args: whole}, "path/filepath.FromSlash": {args: whole}, "path/filepath.ToSlash": {args: whole},
	"strconv.Quote": {args: whole}, "strconv.Unquote": {args: whole},
	"io.NopCloser": {args: whole}, "io.ReadAll": {args: whole},
	"encoding/hex.DecodeString": {args: whole}, "(*encoding/base64.Encoding).DecodeString": {args: whole},
	"(*encoding/base64.Encoding).EncodeToString": {args: whole}, "encoding/hex.EncodeToString": {args: whole},
	"(*strings.Builder).String": {recv: carried}, "(*bytes.Buffer).String": {recv: carried}, "(*bytes.Buffer).Bytes": {recv: carried},
	"os.Getenv": {args: keys}, "os.LookupEnv": {args: keys}, "os.Setenv": {args: keyed}, "os.Unsetenv": {args: keys},
	"(net/http.Header).Get": {args: keys}, "(net/http.Header).Set": {args: keyed}, "(net/http.Header).Add": {args: keyed},
	"(net/http.Header).Del": {args: keys}, "(net/http.Header).Values": {args: keys},
	"(net/url.Values).Get": {args: keys}, "(net/url.Values).Set": {args: keyed}, "(net/url.Values).Add": {args: keyed},
	"(net/url.Values).Del": {args: keys}, "(net/url.Values).Has": {args: keys},
	"(*net/http.Request).FormValue": {args: keys}, "(*net/http.Request).PostFormValue": {args: keys},
	"(*net/http.Request).PathValue": {args: keys}, "(*net/http.Request).Cookie": {args: keys},
	"context.WithValue": {args: []role{carried, named, used}},
	"flag.String":       {args: flags}, "flag.StringVar": {args: []role{used, named, used, shown}},
	"(*flag.FlagSet).String": {args: flags}, "(*flag.FlagSet).StringVar": {args: []role{used, named, used, shown}},
}

var (
	whole = []role{carried}
	both  = []role{compared}
	tell  = []role{shown}
	trims = []role{carried, compared}
	keys  = []role{named}
	keyed = []role{named, used}
	flags = []role{named, used, shown}
)

// libraryRole returns what fn does with an argument, as far as its name and its
// package say.
func libraryRole(fn *types.Func, arg int) role {
	if fn == nil {
		return used
	}
	if r, ok := library[fn.Origin().FullName()]; ok {
		switch {
		case arg == receiverArg:
			return r.recv
		case len(r.args) > 0:
			return r.args[min(arg, len(r.args)-1)]
		}
		return used
	}
	recv := fn.Signature().Recv()
	if recv != nil && types.TypeString(recv.Type(), nil) == "*regexp.Regexp" {
		return compared
	}
	if arg == receiverArg {
		if asksFor(fn) {
			return compared
		}
		return used
	}
	if logs(fn) {
		return shown
	}
	params := fn.Signature().Params()
	if i := min(arg, params.Len()-1); i >= 0 && showing(params.At(i).Name()) {
		return shown
	}
	return used
}

// asksFor reports whether a method says whether what it is called on holds, or fits, what it
// is given.
func asksFor(fn *types.Func) bool {
	if fn == nil || fn.Signature().Params().Len() == 0 || fn.Signature().Results().Len() != 1 {
		return false
	}
	b, ok := fn.Signature().Results().At(0).Type().Underlying().(*types.Basic)
	words := aurora.Words(fn.Name())
	return ok && b.Kind() == types.Bool && len(words) > 0 && slices.Contains(askWords, words[0])
}

var askWords = []string{"has", "have", "contains", "contain", "includes", "include", "matches", "match", "exists", "in", "is", "holds", "knows", "known", "covers", "blocks", "denies", "allows"}

// logs reports whether fn writes its arguments for people: a logging or printing
// function by its first word, which gives nothing back but itself or an error.
func logs(fn *types.Func) bool {
	words := aurora.Words(fn.Name())
	if fn.Pkg() != nil && loglib.Within(fn.Pkg().Path(), loglib.People) {
		return true
	}
	if len(words) == 0 || !slices.Contains(logWords, words[0]) {
		return false
	}
	results := fn.Signature().Results()
	return results.Len() == 0 || results.Len() == 1 && (types.TypeString(results.At(0).Type(), nil) == "error" || returnsItself(fn))
}

func returnsItself(fn *types.Func) bool {
	recv := fn.Signature().Recv()
	return recv != nil && types.Identical(recv.Type(), fn.Signature().Results().At(0).Type())
}

var logWords = []string{
	"log", "logf", "logln", "print", "printf", "println", "debug", "debugf", "debugln", "debugw", "info", "infof", "infoln", "infow",
	"warn", "warnf", "warnln", "warnw", "warning", "warningf", "error", "errorf", "errorln", "errorw", "fatal", "fatalf", "fatalln", "fatalw",
	"panic", "panicf", "panicln", "panicw", "trace", "tracef", "notice", "noticef", "skip", "skipf", "usage", "msg", "msgf",
}

// showWords name fields and parameters that hold text for people.
var showWords = []string{
	"banner", "comment", "desc", "description", "doc", "docs", "documentation", "epilog", "example", "examples", "help", "hint", "long",
	"message", "msg", "note", "notes", "placeholder", "short", "summary", "title", "usage",
}

// showing reports whether a field or parameter of this name holds text for people.
func showing(name string) bool {
	words := aurora.Words(name)
	return len(words) > 0 && slices.Contains(showWords, words[len(words)-1])
}

// argument follows the text into a call.
func (w *walk) argument(c, parent inspector.Cursor, index int, s state) {
	p := w.p
	call := parent.Node().(*ast.CallExpr)
	if p.Info.Types[call.Fun].IsType() { // a conversion gives the text the name of its type
		if t, ok := types.Unalias(p.Info.TypeOf(call)).(*types.Named); ok {
			w.arrive(Arrival{Kind: Stored, Obj: t.Obj(), Name: t.Obj().Name()}, s, c)
		}
		w.climb(parent, s)
		return
	}
	if id, ok := ast.Unparen(call.Fun).(*ast.Ident); ok {
		if b, ok := p.Info.Uses[id].(*types.Builtin); ok {
			w.builtin(b.Name(), c, parent, s)
			return
		}
	}
	fn := p.Callee(call)
	a := Arrival{Kind: Passed, Call: call, Arg: index, Last: true}
	if fn != nil {
		a.Obj = fn
		if params := fn.Signature().Params(); params.Len() > 0 {
			a.Name = params.At(min(index, params.Len()-1)).Name()
		}
	}
	switch p.role(fn, call, index) {
	case carried:
		if libraryRole(fn, index) != carried { // a helper of the module: its parameter has a name
			a.Last = false
			w.arrive(a, s, c)
		} else {
			s.part = s.part || len(call.Args) > 1 && fn.FullName() != "cmp.Or" // which gives one of them
			if s.before == "" {
				s.before = p.beforeArg(fn, call, index)
			}
		}
		w.climb(parent, s)
		return
	case compared:
		a.Kind = Compared
	case shown:
		a.Kind = Shown
	case named:
		a.Kind = Named
	}
	if s.before == "" {
		s.before = p.beforeWrite(fn, parent)
	}
	w.arrive(a, s, c)
}

func (w *walk) builtin(name string, c, call inspector.Cursor, s state) {
	switch name {
	case "append", "min", "max", "new":
		w.climb(call, s)
	case "panic", "print", "println":
		w.last(Shown, s, c)
	case "len", "cap":
	case "delete":
		w.last(Named, s, c)
	default:
		w.last(Used, s, c)
	}
}

// role returns what a call does with an argument: what the library is known to do,
// or what the body of a function of the module does.
func (p *Package) role(fn *types.Func, call *ast.CallExpr, index int) role {
	if fn == nil {
		return used
	}
	if r := p.writerRole(fn, call, index); r != used {
		return r
	}
	if fn.FullName() == "strings.NewReplacer" { // pairs of old and new
		return []role{compared, used}[index%2]
	}
	if r := libraryRole(fn, index); r != used {
		return r
	}
	return p.paramRole(fn.Origin(), index)
}

// writerRole decides on fmt.Fprint and its kin: what goes to the terminal is read by
// people, what goes elsewhere may be a page.
func (p *Package) writerRole(fn *types.Func, call *ast.CallExpr, index int) role {
	name := fn.FullName()
	if !strings.HasPrefix(name, "fmt.Fprint") && name != "io.WriteString" || index == 0 {
		return used
	}
	dst := ast.Unparen(call.Args[0])
	if p.terminal(dst) {
		return shown
	}
	return used
}

// terminal reports whether an expression is the standard output or error stream.
func (p *Package) terminal(e ast.Expr) bool {
	switch e := e.(type) {
	case *ast.SelectorExpr:
		obj := p.Info.Uses[e.Sel]
		return obj != nil && obj.Pkg() != nil && obj.Pkg().Path() == "os" && (obj.Name() == "Stdout" || obj.Name() == "Stderr")
	case *ast.CallExpr:
		fn := p.Callee(e)
		return fn != nil && slices.Contains(streams, fn.Name())
	}
	return false
}

// streams are the methods of command line libraries that give the terminal.
var streams = []string{"OutOrStdout", "OutOrStderr", "ErrOrStderr", "Output"}

// NamesArg reports whether a call takes an argument as the name of something: a key, a
// header, an environment variable.
func (p *Package) NamesArg(call *ast.CallExpr, i int) bool {
	return p.role(p.Callee(call), call, i) == named
}
