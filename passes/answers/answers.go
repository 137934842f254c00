package answers

import (
	"cmp"
	"go/token"
	"go/types"
	"reflect"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/auroravet/auroravet/internal/guard"
	"github.com/auroravet/auroravet/internal/httplib"
	"github.com/auroravet/auroravet/internal/ir"
	"github.com/auroravet/auroravet/internal/ownership"
	"github.com/auroravet/auroravet/internal/weblib"
	"github.com/auroravet/auroravet/passes/places"
	"github.com/auroravet/auroravet/passes/program"
	"github.com/auroravet/auroravet/passes/requests"
	"github.com/auroravet/auroravet/passes/vocabulary"
)

// Analyzer's result is a *Result. It reports nothing: what other packages do is in their residual
// programs, and its fact says what of that is reported there.
var Analyzer = &analysis.Analyzer{
	Name:       "answers",
	Doc:        "find what of the API's errors is written to HTTP responses",
	Run:        run,
	Requires:   []*analysis.Analyzer{program.Analyzer, requests.Analyzer, vocabulary.Analyzer, places.Analyzer},
	FactTypes:  []analysis.Fact{new(shown)},
	ResultType: reflect.TypeFor[*Result](),
}

// Result holds the leaks of a package, in the order of their positions.
type Result struct {
	Leaks []Leak
}

// What says what an answer shows.
type What uint8

// What an answer can show, the worst last.
const (
	Script  What = iota // the script of Elements, fetched for the answer
	Relayed             // the body of any answer of the API, errors included
	Failure             // the text or code of an error of the API
	Trace               // a stack trace
)

// Leak is an answer that shows what only the program's own people need.
type Leak struct {
	Pos  token.Pos
	By   string // the function that writes or the field that is written
	What What
	fn   *ir.Func
}

func run(pass *analysis.Pass) (any, error) {
	res := new(Result)
	source := pass.ResultOf[program.Analyzer].(*program.Source)
	if !ownership.Own(pass) || !source.Evidence && !source.Traces {
		return res, nil
	}
	where := pass.ResultOf[places.Analyzer].(*places.Result)
	if !answers(pass) && len(where.Packages(places.Serves)) == 0 {
		return res, nil
	}
	guard.Run(func() {
		a := &analyzer{
			where: where, prog: source.Program(), fuel: maxMerges, voc: pass.ResultOf[vocabulary.Analyzer].(*vocabulary.Result),
			globals: map[string]*value{}, kept: map[string]*value{}, stored: map[label]string{}, errs: map[string]*value{}, mixed: map[string]bool{}, apps: map[string]map[bool]bool{},
		}
		a.importShown(pass)
		a.placed = where.Packages(places.Serves)
		sent := pass.ResultOf[requests.Analyzer].(*requests.Result)
		a.sends = a.sending(sent)
		a.work()
		a.exportShown(pass)
		res.Leaks = a.leaks
		for _, pos := range sent.Relays() {
			res.Leaks = append(res.Leaks, Leak{Pos: pos, By: "the reverse proxy", What: Relayed})
		}
	})
	return res, nil
}

// answers says whether the package can answer HTTP requests: it imports a library for that. A
// package that is given the writer by another one names its type.
func answers(pass *analysis.Pass) bool {
	return slices.ContainsFunc(pass.Pkg.Imports(), func(imp *types.Package) bool {
		return weblib.Knows(imp.Path()) || httplib.Knows(imp.Path())
	})
}

// maxRounds bounds how often everything is computed anew, with what the last round found stored.
const maxRounds = 3

// maxMerges bounds the merges of values for one package: past it nothing is known, and nothing said.
const maxMerges = 1_000_000

// analyzer computes what the functions in view do with the API's errors.
type analyzer struct {
	where *places.Result
	prog  *program.Program
	voc   *vocabulary.Result
	fuel  int // merges of values that are left
	calls int // of function values that are gone through, one in another: a literal may call itself
	sends *requests.Sends
	// done are the summaries of the round.
	done map[string]*summary
	// globals are the package variables, kept the fields of the types that methods store in.
	globals, kept map[string]*value
	// stored are the packages that store something there.
	stored map[label]string
	// errs are the error types that are made of what the API answers.
	errs map[string]*value
	// mixed are the package variables whose text is joined with that of an error of the API.
	mixed map[string]bool
	// apps are the servers that functions are handlers of: true for those with a handler of their own for errors.
	apps map[string]map[bool]bool
	// marks are the types that paths name.
	marks []string
	// news says that the round stored something that was not known.
	news  bool
	leaks []Leak
	// elsewhere are the answers that other packages report.
	elsewhere map[string]bool
	// placed are the packages of others whose answers are judged here, wired what stands behind the
	// interfaces that they call.
	placed []string
	wired  wired
	// handled says that the program has a handler of its own for the errors of a library.
	handled bool
}

// work computes everything, until nothing new is stored.
func (a *analyzer) work() {
	a.handled = a.handles()
	if a.sends.None() && !a.any(a.asksError) && a.tracesStay() {
		return
	}
	for range maxRounds {
		if a.fuel <= 0 {
			break
		}
		a.done, a.news, a.leaks = map[string]*summary{}, false, nil
		for _, fn := range slices.Concat(a.prog.Own, a.served()) {
			guard.Run(func() { a.summary(fn) })
		}
		if !a.news {
			break
		}
	}
	if a.fuel <= 0 {
		a.leaks = nil
	}
	slices.SortFunc(a.leaks, func(x, y Leak) int {
		return cmp.Or(cmp.Compare(x.Pos, y.Pos), cmp.Compare(y.What, x.What), strings.Compare(x.By, y.By))
	})
	a.leaks = slices.CompactFunc(a.leaks, func(x, y Leak) bool { return x.Pos == y.Pos })
}

// any calls f for the instructions of the package's functions until it says yes.
func (a *analyzer) any(f func(*ir.Func, *ir.Instr) bool) bool {
	for _, fn := range a.prog.Own {
		for _, b := range fn.Blocks {
			for i := range b.Instrs {
				if f(fn, &b.Instrs[i]) {
					return true
				}
			}
		}
	}
	return false
}

// handles says whether the program sets what answers when a handler returns an error.
func (a *analyzer) handles() bool {
	found := false
	a.prog.Funcs(func(fn *ir.Func) {
		for _, b := range fn.Blocks {
			for i := range b.Instrs {
				if in := &b.Instrs[i]; in.Op == ir.FieldAddr && in.Sym == "ErrorHandler" && strings.Contains(in.Type, "fiber") {
					found = true
				}
			}
		}
	})
	return found
}

// own says whether a function stands in the package, or in one whose answers are judged here, where it
// can be reported.
func (a *analyzer) own(fn *ir.Func) bool {
	return (fn.Pkg == a.prog.Path || len(a.wired) > 0 && slices.Contains(a.placed, fn.Pkg)) && !fn.Generated
}

// report notes a leak.
func (a *analyzer) report(fn *ir.Func, pos int, by string, what What) {
	if a.own(fn) && pos != 0 && (fn.Pkg == a.prog.Path || !a.elsewhere[place{by: by, fn: fn}.key()]) {
		a.leaks = append(a.leaks, Leak{token.Pos(pos), by, what, fn})
	}
}
