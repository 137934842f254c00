package idempotencykey

import (
	"go/token"

	"golang.org/x/tools/go/analysis"

	"github.com/auroravet/auroravet/internal/diag"
	"github.com/auroravet/auroravet/internal/ownership"
	"github.com/auroravet/auroravet/passes/requests"
	"github.com/auroravet/auroravet/passes/vocabulary"
)

const name = "idempotencykey"

// Analyzer reports calls that change something and leave without a good idempotency key.
var Analyzer = &analysis.Analyzer{
	Name:     name,
	Doc:      diag.MustDoc(doc, name),
	URL:      diag.URL(name),
	Run:      run,
	Requires: append([]*analysis.Analyzer{requests.Analyzer}, diag.Requires...),
}

func init() {
	Analyzer.Flags.Var(vocabulary.HeaderOnly, "header-only", "take only a header for a key, not the referenceId of a body")
}

// faults says what is wrong with a key, and what that costs.
var faults = map[requests.KeyState]string{
	requests.KeyMissing:    "leaves without an idempotency key; a repeated request is taken for a new one",
	requests.KeySometimes:  "leaves without an idempotency key on some path; a repeated request is taken for a new one",
	requests.KeyEmpty:      "leaves with an empty idempotency key; a repeated request is taken for a new one",
	requests.KeyConstant:   "has the same idempotency key for every request; the second payment is taken for a repeat of the first",
	requests.KeyPerAttempt: "gets another idempotency key for each attempt; a retry is taken for a new request",
	requests.KeyClock:      "has clock time alone for an idempotency key; two requests can share it and a retry cannot find it again",
	requests.KeyRandom:     "has a small random number for an idempotency key; two payments can share it",
}

func run(pass *analysis.Pass) (any, error) {
	if !ownership.Own(pass) {
		return nil, nil
	}
	report := diag.Start(pass)
	defer report.Finish()
	headerOnly := pass.ResultOf[vocabulary.Analyzer].(*vocabulary.Result).HeaderOnly
	seen := map[token.Pos]bool{}
	for _, call := range pass.ResultOf[requests.Analyzer].(*requests.Result).Unkeyed(headerOnly) {
		if seen[call.Pos] {
			continue
		}
		seen[call.Pos] = true
		report.Report(diag.At(call.Pos), "%s %s %s", call.Method, call.Path, faults[call.Key])
	}
	return nil, nil
}
