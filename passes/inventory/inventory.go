// Package inventory lists the calls of the API that a package makes, in a form that holds
// nothing of the model that they were found with: a driver can keep the lists of many packages.
package inventory

import (
	"go/token"
	"reflect"

	"golang.org/x/tools/go/analysis"

	"github.com/auroravet/auroravet/internal/aurora"
	"github.com/auroravet/auroravet/passes/requests"
	"github.com/auroravet/auroravet/passes/vocabulary"
)

// Analyzer's result is a *Result. It reports nothing and has no facts.
var Analyzer = &analysis.Analyzer{
	Name:       "inventory",
	Doc:        "list the calls of the API",
	Run:        run,
	Requires:   []*analysis.Analyzer{requests.Analyzer, vocabulary.Analyzer},
	ResultType: reflect.TypeFor[*Result](),
}

// Result has the calls in source order, each as all functions see it that it goes through.
type Result struct {
	Calls []Call
}

// Call is a call of the API.
type Call struct {
	Pos  token.Pos
	Func string
	// Through are the functions that the call goes through, as Func names one.
	Through []string
	// Decided says that what the call asks for is known, and Here that it is known here first, with
	// the state of the key where there is to be one.
	Decided, Here bool

	Method, Path string
	Endpoint     aurora.Endpoint // the zero value for one that the tables do not have
	Mutating     aurora.Answer
	Key          requests.KeyState
	Wait         requests.Wait
	Senders      []string
}

func run(pass *analysis.Pass) (any, error) {
	headerOnly := pass.ResultOf[vocabulary.Analyzer].(*vocabulary.Result).HeaderOnly
	res := new(Result)
	for _, l := range pass.ResultOf[requests.Analyzer].(*requests.Result).List(headerOnly) {
		res.Calls = append(res.Calls, Call{
			Pos: l.Pos, Func: l.Func, Through: l.Through, Decided: l.Decided, Here: l.Here,
			Method: l.Method, Path: l.Path, Endpoint: l.Operation, Mutating: l.Mutating,
			Key: l.Key, Wait: l.Wait, Senders: l.Senders,
		})
	}
	return res, nil
}
