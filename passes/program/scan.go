package program

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strconv"

	"golang.org/x/tools/go/analysis"

	"github.com/auroravet/auroravet/internal/aurora"
	"github.com/auroravet/auroravet/internal/httplib"
	"github.com/auroravet/auroravet/internal/ownership"
	"github.com/auroravet/auroravet/internal/weblib"
	"github.com/auroravet/auroravet/passes/mention"
	"github.com/auroravet/auroravet/passes/vocabulary"
)

// scanResult is what one cheap look over the text of a package shows.
type scanResult struct {
	evidence bool // a word, host or path of the API
	http     bool // the package imports an HTTP, retry or token library
	helper   bool // a function takes a function or returns a string or an interface: it may be a wrapper
}

// worthIt says whether the package needs a residual program.
func (s scanResult) worthIt(pass *analysis.Pass, importsProgram bool) bool {
	if ownership.Downloaded(pass) {
		return s.evidence
	}
	return s.evidence || s.http || importsProgram || s.helper || serves(pass)
}

// serves says whether the package imports a library of servers: what it is given it may write to answers.
func serves(pass *analysis.Pass) bool {
	return slices.ContainsFunc(pass.Pkg.Imports(), func(imp *types.Package) bool { return weblib.Knows(imp.Path()) })
}

func scanPackage(pass *analysis.Pass) scanResult {
	voc := pass.ResultOf[vocabulary.Analyzer].(*vocabulary.Result)
	s := scanResult{evidence: voc.ClientPackage(pass.Pkg.Path()) || voc.ProviderWord(pass.Pkg.Name())}
	for _, imp := range pass.Pkg.Imports() {
		if httplib.Knows(imp.Path()) {
			s.http = true
		}
	}
	mentions := mayBeEvident(pass)
	for _, f := range pass.Files {
		s.evidence = s.evidence || mentions && Evident(voc.Vocabulary, f)
		s.helper = s.helper || !s.evidence && hasHelper(pass.TypesInfo, f)
	}
	return s
}

// mayBeEvident says whether a look at the syntax may show evidence.
func mayBeEvident(pass *analysis.Pass) bool {
	voc := pass.ResultOf[vocabulary.Analyzer].(*vocabulary.Result)
	return voc.ClientPackage(pass.Pkg.Path()) || pass.ResultOf[mention.Analyzer].(*mention.Source).Any()
}

// Evident says whether the text of a file has a word, host or path of the API.
func Evident(voc *aurora.Vocabulary, f *ast.File) bool {
	found := false
	ast.Inspect(f, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.BasicLit:
			if n.Kind == token.STRING && voc.Mentions(n.Value) {
				text, _ := strconv.Unquote(n.Value)
				found = found || voc.EnvName(text) || voc.FamilyPath(text) || len(voc.HostsIn(text)) > 0
			}
		case *ast.Ident:
			found = found || voc.Mentions(n.Name) && voc.ProviderWord(n.Name)
		}
		return !found
	})
	return found
}

// Traces says whether a file asks for a stack trace.
func Traces(f *ast.File) bool {
	if !slices.ContainsFunc(f.Imports, func(i *ast.ImportSpec) bool {
		return i.Path.Value == `"runtime"` || i.Path.Value == `"runtime/debug"`
	}) {
		return false
	}
	found := false
	ast.Inspect(f, func(n ast.Node) bool {
		if s, ok := n.(*ast.SelectorExpr); ok {
			found = found || s.Sel.Name == "Stack"
		}
		return !found
	})
	return found
}

// hasHelper says whether a function of a file takes a function.
func hasHelper(info *types.Info, f *ast.File) bool {
	found := false
	ast.Inspect(f, func(n ast.Node) bool {
		if ft, ok := n.(*ast.FuncType); ok {
			found = found || takesFunc(info, ft)
		}
		return !found
	})
	return found
}

func takesFunc(info *types.Info, ft *ast.FuncType) bool {
	for _, p := range ft.Params.List {
		if tv, ok := info.Types[p.Type]; ok {
			if _, isFunc := tv.Type.Underlying().(*types.Signature); isFunc {
				return true
			}
		}
	}
	return false
}
