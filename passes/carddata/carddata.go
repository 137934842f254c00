package carddata

import (
	"go/types"
	"reflect"

	"golang.org/x/tools/go/analysis"

	"github.com/auroravet/auroravet/internal/guard"
	"github.com/auroravet/auroravet/internal/ownership"
	"github.com/auroravet/auroravet/passes/lazyssa"
	"github.com/auroravet/auroravet/passes/vocabulary"
)

// Analyzer's result is a *Result. It reports nothing; its facts say what the functions of
// a package do with card data that they are given.
var Analyzer = &analysis.Analyzer{
	Name:       "carddata",
	Doc:        "follow card data to logs and error texts",
	Requires:   []*analysis.Analyzer{lazyssa.Analyzer, vocabulary.Analyzer},
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
	if !ownership.Own(pass) {
		return &Result{}, nil
	}
	words := hasCardWords(pass)
	if words {
		pass.ExportPackageFact(&cardPackage{factVersion})
	}
	cards := words || importsCards(pass)
	handsOn := ownership.Imported(pass, pass.ResultOf[vocabulary.Analyzer].(*vocabulary.Result).Tests)
	if !cards && !(handsOn && wraps(pass)) {
		return &Result{}, nil
	}
	source := pass.ResultOf[lazyssa.Analyzer].(*lazyssa.Source)
	res := new(Result)
	guard.Run(func() {
		e := newEngine(pass, source.SSA(), importedFacts(pass))
		if !cards {
			e.depth = wrapDepth
		}
		e.solve()
		if handsOn {
			e.export(pass)
		}
		res.Leaks = e.report()
	})
	return res, nil
}

// importedFacts reads the facts of functions and function fields of other packages, each once.
func importedFacts(pass *analysis.Pass) func(types.Object) *summary {
	known := map[types.Object]*summary{}
	return func(obj types.Object) *summary {
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
