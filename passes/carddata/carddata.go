package carddata

import (
	"go/ast"
	"go/types"
	"reflect"

	"golang.org/x/tools/go/analysis"

	"github.com/auroravet/auroravet/passes/lazyssa"
)

// Analyzer's result is a *Result. It reports nothing; its facts say what the functions of
// a package do with card data that they are given.
var Analyzer = &analysis.Analyzer{
	Name:       "carddata",
	Doc:        "follow card data to logs and error texts",
	Requires:   []*analysis.Analyzer{lazyssa.Analyzer},
	Run:        run,
	ResultType: reflect.TypeFor[*Result](),
	FactTypes:  []analysis.Fact{new(funcFact), new(loggerFact), new(cardPackage)},
}

// Result is what was found in one package. It is read-only.
type Result struct {
	Leaks []Leak // in source order
}

// Leak is a place where card data reaches a log or an error text.
type Leak struct {
	analysis.Range
	Subject string // the expression that shows it, as the source writes it
	Data    string // what it shows: "card number and security code"
	Sink    string // what it is written with: "Logger.Info"
	Error   bool   // it goes into the text of an error
}

func run(pass *analysis.Pass) (any, error) {
	if !own(pass) {
		return &Result{}, nil
	}
	words := hasCardWords(pass)
	if words {
		pass.ExportPackageFact(&cardPackage{factVersion})
	}
	if !words && !importsCards(pass) && !wraps(pass) {
		return &Result{}, nil
	}
	source := pass.ResultOf[lazyssa.Analyzer].(*lazyssa.Source)
	e := newEngine(pass, source.Named(), importedFacts(pass))
	e.solve()
	e.export(pass)
	return &Result{Leaks: e.report()}, nil
}

// own says whether the package is one of the user's module and not of a dependency.
func own(pass *analysis.Pass) bool {
	if pass.Module != nil && pass.Module.Path != "" {
		return pass.Module.Version == ""
	}
	return len(pass.Files) > 0 && !standard(pass)
}

// importedFacts reads the facts of functions of other packages, each once.
func importedFacts(pass *analysis.Pass) func(*types.Func) *summary {
	known := map[*types.Func]*summary{}
	return func(obj *types.Func) *summary {
		if obj.Pkg() == nil || obj.Pkg() == pass.Pkg {
			return nil
		}
		s, ok := known[obj]
		if !ok {
			var f funcFact
			if pass.ImportObjectFact(obj, &f) {
				s = summaryOf(&f)
			}
			known[obj] = s
		}
		return s
	}
}

// inModule says whether a package is of the module under analysis, as far as its path tells.
func (e *engine) inModule(pkg *types.Package) bool {
	if pkg == e.pass.Pkg {
		return true
	}
	if m := e.pass.Module; m != nil && m.Path != "" {
		return pkg.Path() == m.Path || len(pkg.Path()) > len(m.Path) && pkg.Path()[:len(m.Path)+1] == m.Path+"/"
	}
	return e.pass.ImportPackageFact(pkg, new(cardPackage))
}

// importsCards says whether a package that is imported, directly or not, has to do with card data.
func importsCards(pass *analysis.Pass) bool {
	for _, f := range pass.AllPackageFacts() {
		if _, ok := f.Fact.(*cardPackage); ok && f.Package != pass.Pkg {
			return true
		}
	}
	return false
}

// wraps says whether a function of the package that takes text or any value calls a sink,
// so that its callers need its facts.
func wraps(pass *analysis.Pass) bool {
	for _, file := range pass.Files {
		for _, decl := range file.Decls {
			fn, ok := decl.(*ast.FuncDecl)
			if ok && fn.Body != nil && (takesText(pass, fn) || returnsLogger(pass, fn)) && callsSink(pass, fn.Body) {
				return true
			}
		}
	}
	return false
}

// takesText says whether a parameter or the receiver can bring in card data of a caller.
func takesText(pass *analysis.Pass, fn *ast.FuncDecl) bool {
	for _, f := range fn.Type.Params.List {
		t := pass.TypesInfo.TypeOf(f.Type)
		if t == nil {
			continue
		}
		if isEmptyInterface(t) || isTypeParam(t) || carriesText(t, false) {
			return true
		}
		if el, ok := f.Type.(*ast.Ellipsis); ok && el != nil {
			return true
		}
		if isNamed(deref(t), "net/http", "Request") || isNamed(deref(t), "net/http", "Response") {
			return true
		}
		if st := structOf(t); st != nil {
			return true
		}
	}
	return fn.Recv != nil
}

// returnsLogger says whether callers need to know how a logger that fn makes prints.
func returnsLogger(pass *analysis.Pass, fn *ast.FuncDecl) bool {
	results := fn.Type.Results
	return results != nil && len(results.List) > 0 && isLogger(pass.TypesInfo.TypeOf(results.List[0].Type))
}

func callsSink(pass *analysis.Pass, body *ast.BlockStmt) bool {
	found := false
	ast.Inspect(body, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok || found {
			return !found
		}
		var id *ast.Ident
		switch fun := ast.Unparen(call.Fun).(type) {
		case *ast.SelectorExpr:
			id = fun.Sel
		case *ast.Ident:
			id = fun
		}
		if obj, ok := pass.TypesInfo.Uses[id].(*types.Func); ok {
			row := rowOf(obj.Origin())
			found = obj.Name() == "NewJSONHandler" || row != nil && row.Op != "carry" && row.Op != "clean" && row.Op != "nolog" && row.Op != "read" ||
				pass.ImportObjectFact(obj.Origin(), new(funcFact))
		}
		return !found
	})
	return found
}
