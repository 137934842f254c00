package directive

import (
	"go/ast"
	"go/token"
	"go/types"
	"os"
	"reflect"
	"slices"
	"strings"
	"sync"

	"golang.org/x/tools/go/analysis"

	"github.com/auroravet/auroravet/internal/ownership"
)

// Analyzer's result is a *Result. It reports nothing; its one fact marks the
// types and functions that are Aurora clients, so that other packages know them.
var Analyzer = &analysis.Analyzer{
	Name:       "directive",
	Doc:        "read the auroravet comments of a package",
	Run:        run,
	ResultType: reflect.TypeFor[*Result](),
	FactTypes:  []analysis.Fact{new(isClient)},
}

// isClient is the fact of an object marked with //auroravet:client.
type isClient struct{}

func (*isClient) AFact()         {}
func (*isClient) String() string { return "client" }

// Tells is true: an importer may call it.
func (*isClient) Tells() bool { return true }

// Ignore is one //auroravet:ignore of one check.
type Ignore struct {
	Comment *ast.Comment
	Check   string
	Reason  string // empty when none is given: such a directive silences nothing
	file    *token.File
	line    int // the line it covers
}

// Malformed is a comment that means to be a directive and is none.
type Malformed struct {
	Comment *ast.Comment
	Problem string // what is wrong: a sentence in lower case without a full stop
}

// Silenced is a finding that a directive takes out of what a check reports.
type Silenced struct {
	Ignore  *Ignore
	Pos     token.Pos
	End     token.Pos // where it ends, or no position
	Message string
}

// Result is what the comments of one package say. It is read-only, but for what Silence notes.
type Result struct {
	Ignores   []*Ignore   // in source order
	Malformed []Malformed // in source order

	fset    *token.FileSet
	files   map[*token.File]fileKind
	clients map[types.Object]bool

	mu       sync.Mutex // the checks run at the same time
	silenced []Silenced
}

type fileKind struct{ generated, test bool }

// Generated reports whether pos is in a file that says it is generated.
func (r *Result) Generated(pos token.Pos) bool { return r.files[r.fset.File(pos)].generated }

// Test reports whether pos is in a _test.go file.
func (r *Result) Test(pos token.Pos) bool { return r.files[r.fset.File(pos)].test }

// Client reports whether the declaration of obj, in this package or one it
// depends on, is marked with //auroravet:client. A method counts as marked when
// it or its receiver's type is.
func (r *Result) Client(obj types.Object) bool {
	if obj == nil || r.clients[obj] {
		return obj != nil
	}
	fn, ok := obj.(*types.Func)
	if !ok {
		return false
	}
	if origin := fn.Origin(); origin != fn {
		return r.Client(origin)
	}
	recv := fn.Signature().Recv()
	if recv == nil {
		return false
	}
	t := types.Unalias(recv.Type())
	if ptr, ok := t.(*types.Pointer); ok {
		t = types.Unalias(ptr.Elem())
	}
	named, ok := t.(*types.Named)
	return ok && r.clients[named.Origin().Obj()]
}

// Covering returns the directive that silences a finding of check at pos, or nil.
func (r *Result) Covering(check string, pos token.Pos) *Ignore {
	file := r.fset.File(pos)
	for _, ig := range r.Ignores {
		if ig.Check == check && ig.Reason != "" && ig.file == file && ig.line == file.PositionFor(pos, false).Line {
			return ig
		}
	}
	return nil
}

// Silence notes a finding that is not reported.
func (r *Result) Silence(s Silenced) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.silenced = append(r.silenced, s)
}

// Silenced returns the findings that are not reported, in no order, once all checks have run.
func (r *Result) Silenced() []Silenced {
	r.mu.Lock()
	defer r.mu.Unlock()
	return slices.Clone(r.silenced)
}

func run(pass *analysis.Pass) (any, error) {
	r := &Result{
		fset:    pass.Fset,
		files:   make(map[*token.File]fileKind),
		clients: make(map[types.Object]bool),
	}
	for _, f := range pass.Files {
		file := pass.Fset.File(f.FileStart)
		r.files[file] = fileKind{ownership.Generated(f), strings.HasSuffix(file.Name(), "_test.go")}
		if err := r.read(pass, f, file); err != nil {
			return nil, err
		}
	}
	for _, fact := range pass.AllObjectFacts() {
		r.clients[fact.Object] = true
	}
	return r, nil
}

// read parses the directives of one file. The file's text is read only when it
// has a directive, to see whether code stands before it on its line.
func (r *Result) read(pass *analysis.Pass, f *ast.File, file *token.File) error {
	var text []byte
	var marked map[*ast.Comment]bool
	for _, group := range f.Comments {
		for _, c := range group.List {
			d, problem, ok := parse(c)
			if !ok {
				continue
			}
			if problem != "" {
				r.Malformed = append(r.Malformed, Malformed{c, problem})
				continue
			}
			if d.Name == "client" {
				if marked == nil {
					marked = r.markClients(pass, f)
				}
				if !marked[c] {
					r.Malformed = append(r.Malformed, Malformed{c, "this directive stands above no type or function"})
				}
				continue
			}
			if text == nil {
				var err error
				if text, err = ReadFile(pass, file.Name()); err != nil {
					return err
				}
			}
			line := file.PositionFor(c.Pos(), false).Line
			if aloneOnLine(text, file.Offset(c.Pos())) {
				line = file.PositionFor(group.End(), false).Line + 1
			}
			r.addIgnores(c, d.Args, file, line)
		}
	}
	return nil
}

// ReadFile reads a source file through the driver, where the driver offers that: Bazel's nogo does not.
func ReadFile(pass *analysis.Pass, name string) ([]byte, error) {
	if pass.ReadFile == nil {
		return os.ReadFile(name)
	}
	return pass.ReadFile(name)
}

func (r *Result) addIgnores(c *ast.Comment, args string, file *token.File, line int) {
	names, reason := splitArgs(args)
	for _, name := range names {
		r.Ignores = append(r.Ignores, &Ignore{c, name, reason, file, line})
	}
}

// markClients finds the types and functions whose doc comment has the client
// directive, exports the fact of each, and returns the comments that it used.
func (r *Result) markClients(pass *analysis.Pass, f *ast.File) map[*ast.Comment]bool {
	marked := make(map[*ast.Comment]bool)
	mark := func(name *ast.Ident, docs ...*ast.CommentGroup) {
		obj := pass.TypesInfo.Defs[name]
		for _, doc := range docs {
			if doc == nil || obj == nil {
				continue
			}
			for _, c := range doc.List {
				if d, problem, ok := parse(c); ok && problem == "" && d.Name == "client" {
					marked[c] = true
					r.clients[obj] = true
					pass.ExportObjectFact(obj, new(isClient))
				}
			}
		}
	}
	for _, decl := range f.Decls {
		switch decl := decl.(type) {
		case *ast.FuncDecl:
			mark(decl.Name, decl.Doc)
		case *ast.GenDecl:
			for _, spec := range decl.Specs {
				if ts, ok := spec.(*ast.TypeSpec); ok {
					mark(ts.Name, decl.Doc, ts.Doc, ts.Comment)
				}
			}
		}
	}
	return marked
}
