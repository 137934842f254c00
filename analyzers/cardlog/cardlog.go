package cardlog

import (
	"golang.org/x/tools/go/analysis"

	"github.com/auroravet/auroravet/internal/diag"
	"github.com/auroravet/auroravet/internal/ownership"
	"github.com/auroravet/auroravet/passes/carddata"
)

// Analyzer reports card data that reaches a log, a trace, a crash report or the text of
// an error.
var Analyzer = &analysis.Analyzer{
	Name:     "cardlog",
	Doc:      diag.MustDoc(doc, "cardlog"),
	URL:      diag.URL("cardlog"),
	Requires: append([]*analysis.Analyzer{carddata.Analyzer}, diag.Requires...),
	Run:      run,
}

func run(pass *analysis.Pass) (any, error) {
	if !ownership.Own(pass) {
		return nil, nil
	}
	r := diag.Start(pass)
	defer r.Finish()
	for _, leak := range pass.ResultOf[carddata.Analyzer].(*carddata.Result).Leaks {
		if leak.Error {
			r.Report(leak, "%s puts the %s into the text of an error; errors end in logs, which come under PCI DSS then", leak.Subject, leak.Data)
			continue
		}
		r.Report(leak, "%s shows the %s in clear to %s; every copy of that record comes under PCI DSS", leak.Subject, leak.Data, leak.Sink)
	}
	return nil, nil
}
