package program

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strconv"
	"strings"

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
	repeats  bool // it calls an interface of the module where that may be tried again
}

// worthIt says whether the package needs a residual program.
func (s scanResult) worthIt(pass *analysis.Pass, importsProgram bool) bool {
	if ownership.Downloaded(pass) {
		return s.evidence
	}
	return s.evidence || s.http || importsProgram || s.helper || s.repeats || serves(pass)
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
		s.repeats = s.repeats || ownership.Own(pass) && repeats(pass, f)
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

// repeats says whether a file calls what an interface of the module does, and may fail, in a loop that
// goes over no collection or in a function literal, which whoever is given it may call again.
func repeats(pass *analysis.Pass, f *ast.File) bool {
	found := false
	calls := func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok || found {
			return !found
		}
		if sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr); ok {
			s := pass.TypesInfo.Selections[sel]
			found = s != nil && s.Kind() == types.MethodVal && types.IsInterface(s.Recv()) && ownPort(pass, s)
		}
		return !found
	}
	ast.Inspect(f, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.ForStmt:
			ast.Inspect(n, calls)
		case *ast.RangeStmt:
			if t := pass.TypesInfo.TypeOf(n.X); t != nil && isInteger(t) {
				ast.Inspect(n.Body, calls)
			}
		case *ast.FuncLit:
			ast.Inspect(n, calls)
		}
		return !found
	})
	return found
}

// ownPort says whether a method is one of an interface of the module, and may fail.
func ownPort(pass *analysis.Pass, s *types.Selection) bool {
	sig, pkg := s.Type().(*types.Signature), s.Obj().Pkg()
	n := sig.Results().Len()
	if pkg == nil || n == 0 || !types.Identical(sig.Results().At(n-1).Type(), types.Universe.Lookup("error").Type()) {
		return false
	}
	return pass.Module == nil || pkg == pass.Pkg || strings.HasPrefix(pkg.Path()+"/", pass.Module.Path+"/")
}

func isInteger(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsInteger != 0
}
