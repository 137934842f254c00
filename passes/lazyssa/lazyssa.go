// Package lazyssa offers the SSA form of a package to the passes that need it,
// built on the first request and not at all for the packages that nobody asks about.
//
// buildssa is not used: it requires ctrlflow, whose facts make a standalone
// driver load and analyze every dependency from source.
package lazyssa

import (
	"go/ast"
	"go/token"
	"go/types"
	"reflect"
	"slices"
	"strings"
	"sync"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/auroravet/auroravet/internal/datatable"
	"github.com/auroravet/auroravet/internal/loglib"
	"github.com/auroravet/auroravet/passes/vocabulary"
)

// Analyzer's result is a *Source. It reports nothing and has no facts.
var Analyzer = &analysis.Analyzer{
	Name:       "lazyssa",
	Doc:        "build the SSA form of a package on demand",
	Run:        run,
	Requires:   []*analysis.Analyzer{vocabulary.Analyzer},
	ResultType: reflect.TypeFor[*Source](),
}

// SSA is the SSA form of one package, without its test files unless the user asked for
// findings in these: nothing else refers to what they declare.
type SSA struct {
	Pkg *ssa.Package
	// Funcs are the source functions and methods of the package and the function
	// literals inside them, in source order; a literal follows its function.
	Funcs []*ssa.Function
}

// Source builds the SSA form of its package when asked.
type Source struct {
	build func() *SSA
}

// SSA returns the SSA form of the package, whose ssa.DebugRef instructions tell the names of
// the local variables. It is built once, whoever asks; it is safe for concurrent use.
func (s *Source) SSA() *SSA { return s.build() }

func run(pass *analysis.Pass) (any, error) {
	// The pass may be cleared once Run returns: keep only what the builder needs.
	fset, pkg, files, info := pass.Fset, pass.Pkg, pass.Files, pass.TypesInfo
	if !pass.ResultOf[vocabulary.Analyzer].(*vocabulary.Result).Tests {
		files, info = withoutTests(pass)
	}
	return &Source{sync.OnceValue(func() *SSA {
		info := withoutTables(info)
		prog := ssa.NewProgram(fset, ssa.InstantiateGenerics|ssa.GlobalDebug)
		for _, imp := range pkg.Imports() {
			prog.CreatePackage(imp, nil, nil, true)
		}
		prog.SetNoReturn(neverReturns)
		p := prog.CreatePackage(pkg, files, info, false)
		p.Build()
		return &SSA{Pkg: p, Funcs: sourceFuncs(p, files, info)}
	})}, nil
}

// withoutTests returns the files of a package that are no tests, and what is known of
// types with the variables of these alone.
func withoutTests(pass *analysis.Pass) ([]*ast.File, *types.Info) {
	test := func(pos token.Pos) bool { return strings.HasSuffix(pass.Fset.File(pos).Name(), "_test.go") }
	if !slices.ContainsFunc(pass.Files, func(f *ast.File) bool { return test(f.FileStart) }) {
		return pass.Files, pass.TypesInfo
	}
	files := slices.DeleteFunc(slices.Clone(pass.Files), func(f *ast.File) bool { return test(f.FileStart) })
	info := *pass.TypesInfo
	info.InitOrder = slices.DeleteFunc(slices.Clone(info.InitOrder), func(i *types.Initializer) bool { return test(i.Rhs.Pos()) })
	return files, &info
}

// withoutTables returns info without the initializers of package variables that are tables
// of data: each element costs instructions, and nobody asks for them.
func withoutTables(info *types.Info) *types.Info {
	table := func(i *types.Initializer) bool { return datatable.Is(i.Rhs) }
	if !slices.ContainsFunc(info.InitOrder, table) {
		return info
	}
	out := *info
	out.InitOrder = slices.DeleteFunc(slices.Clone(info.InitOrder), table)
	return &out
}

func sourceFuncs(p *ssa.Package, files []*ast.File, info *types.Info) []*ssa.Function {
	var out []*ssa.Function
	var add func(*ssa.Function)
	add = func(f *ssa.Function) {
		out = append(out, f)
		for _, anon := range f.AnonFuncs {
			add(anon)
		}
	}
	if f := p.Func("init"); f != nil {
		add(f)
	}
	for _, file := range files {
		for _, decl := range file.Decls {
			fd, ok := decl.(*ast.FuncDecl)
			if !ok || fd.Body == nil || fd.Name.Name == "_" {
				continue
			}
			if obj, ok := info.Defs[fd.Name].(*types.Func); ok {
				if f := p.Prog.FuncValue(obj); f != nil {
					add(f)
				}
			}
		}
	}
	return out
}

// neverReturns says which library functions end the process or the goroutine.
// It stands in for the facts of ctrlflow, so that a path through log.Fatal is not
// taken for one that goes on.
func neverReturns(f *types.Func) bool { return loglib.Is(f.FullName(), loglib.Ends) }
