package clienttimeout

import (
	"go/token"

	"golang.org/x/tools/go/analysis"

	"github.com/auroravet/auroravet/internal/diag"
	"github.com/auroravet/auroravet/internal/ownership"
	"github.com/auroravet/auroravet/passes/requests"
	"github.com/auroravet/auroravet/passes/vocabulary"
)

const name = "clienttimeout"

// Analyzer reports HTTP clients that let a call of the API wait for ever.
var Analyzer = &analysis.Analyzer{
	Name:     name,
	Doc:      diag.MustDoc(doc, name),
	URL:      diag.URL(name),
	Run:      run,
	Requires: append([]*analysis.Analyzer{requests.Analyzer}, diag.Requires...),
}

func init() {
	Analyzer.Flags.Var(vocabulary.EveryHost, "all", "report unbounded clients of other hosts too")
}

// faults says how a client lets a call wait.
var faults = map[requests.Unbounded]string{
	requests.NoTimeout:      "has no timeout",
	requests.DefaultClient:  "has no timeout",
	requests.TimeoutZero:    "has a timeout of zero, which is none",
	requests.TimeoutTooTiny: "has a timeout of nanoseconds, by a forgotten unit",
}

func run(pass *analysis.Pass) (any, error) {
	if !ownership.Own(pass) {
		return nil, nil
	}
	report := diag.Start(pass)
	defer report.Finish()
	seen := map[token.Pos]bool{}
	for _, w := range pass.ResultOf[requests.Analyzer].(*requests.Result).Endless() {
		if seen[w.Client.Pos] {
			continue
		}
		seen[w.Client.Pos] = true
		report.ReportFix(diag.At(w.Client.Pos), giveUnit(pass, w.Client), "the %s that sends %s %s; a silent server holds the caller for ever",
			subject(w.Client), w.What(), faults[w.Client.Why])
	}
	return nil, nil
}

// subject names a client the way the source does.
func subject(c requests.Client) string {
	if c.Why == requests.DefaultClient {
		return "http.DefaultClient"
	}
	return c.Name()
}
