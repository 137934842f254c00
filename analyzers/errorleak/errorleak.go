package errorleak

import (
	"golang.org/x/tools/go/analysis"

	"github.com/auroravet/auroravet/internal/diag"
	"github.com/auroravet/auroravet/internal/ownership"
	"github.com/auroravet/auroravet/passes/answers"
)

const name = "errorleak"

// Analyzer reports errors of the API and stack traces that are written to HTTP responses.
var Analyzer = &analysis.Analyzer{
	Name:     name,
	Doc:      diag.MustDoc(doc, name),
	URL:      diag.URL(name),
	Run:      run,
	Requires: append([]*analysis.Analyzer{answers.Analyzer}, diag.Requires...),
}

// faults says what an answer shows, and what that costs.
var faults = map[answers.What]string{
	answers.Failure: "shows the customer an error of the payment API; its codes and texts are for your own people",
	answers.Relayed: "passes on the body of whatever the payment API answers, errors too; their codes and texts are for your own people",
	answers.Trace:   "shows the customer a stack trace; it tells how the program is built",
}

func run(pass *analysis.Pass) (any, error) {
	if !ownership.Own(pass) {
		return nil, nil
	}
	report := diag.Start(pass)
	defer report.Finish()
	for _, leak := range pass.ResultOf[answers.Analyzer].(*answers.Result).Leaks {
		if fault := faults[leak.What]; fault != "" {
			report.Report(diag.At(leak.Pos), "%s %s", leak.By, fault)
		}
	}
	return nil, nil
}
