package carddata

import (
	"go/types"
	"reflect"
	"sync"

	"golang.org/x/tools/go/analysis"

	"github.com/auroravet/auroravet/internal/guard"
	"github.com/auroravet/auroravet/internal/ownership"
	"github.com/auroravet/auroravet/passes/lazyssa"
	"github.com/auroravet/auroravet/passes/vocabulary"
)

// Analyzer's result is a *Result. It reports nothing; its fact says what the functions of
// a package do with card data that they are given.
var Analyzer = &analysis.Analyzer{
	Name:       "carddata",
	Doc:        "follow card data to logs and error texts",
	Requires:   []*analysis.Analyzer{lazyssa.Analyzer, vocabulary.Analyzer},
	Run:        run,
	ResultType: reflect.TypeFor[*Result](),
	FactTypes:  []analysis.Fact{new(fact)},
}

// Result is what was found in one package. It is read-only.
type Result struct {
	Leaks []Leak    // in source order
	Raw   []RawCard // where raw card data is sent or received, in source order
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
	cards := words || importsCards(pass)
	handsOn := ownership.Imported(pass, pass.ResultOf[vocabulary.Analyzer].(*vocabulary.Result).Tests)
	source := pass.ResultOf[lazyssa.Analyzer].(*lazyssa.Source)
	open := sync.OnceValue(func() *engine {
		known := importedFacts(pass)
		if !cards && !wraps(pass, known) && !veils(pass) {
			return nil
		}
		e := newEngine(pass, source.SSA(), known)
		if !cards {
			e.depth = wrapDepth
		}
		e.solve()
		return e
	})
	res := new(Result)
	if cards {
		guard.Run(func() { res.Leaks = open().report() })
		guard.Run(func() { res.Raw = open().rawCards() })
	}
	if handsOn {
		pass.ExportPackageFact(&fact{factVersion, words, told{objects: sync.OnceValue(func() (out map[types.Object]*funcFact) {
			guard.Run(func() {
				if e := open(); e != nil {
					out = e.tell()
				}
			})
			return out
		})}})
	}
	return res, nil
}

// inModule says whether a package is of the module under analysis, as far as its path tells.
func (e *engine) inModule(pkg *types.Package) bool {
	if pkg == e.pass.Pkg {
		return true
	}
	if m := e.pass.Module; m != nil && m.Path != "" {
		return pkg.Path() == m.Path || len(pkg.Path()) > len(m.Path) && pkg.Path()[:len(m.Path)+1] == m.Path+"/"
	}
	f := new(fact)
	return e.pass.ImportPackageFact(pkg, f) && f.Cards
}

// importsCards says whether a package that is imported, directly or not, has to do with card data.
func importsCards(pass *analysis.Pass) bool {
	for _, f := range pass.AllPackageFacts() {
		if of, ok := f.Fact.(*fact); ok && of.Cards && f.Package != pass.Pkg {
			return true
		}
	}
	return false
}
