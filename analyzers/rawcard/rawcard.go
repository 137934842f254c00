package rawcard

import (
	"golang.org/x/tools/go/analysis"

	"github.com/auroravet/auroravet/internal/diag"
	"github.com/auroravet/auroravet/internal/ownership"
	"github.com/auroravet/auroravet/passes/carddata"
)

// Analyzer reports where raw card data enters or leaves the program. It says nothing unless
// it is asked to: what it finds is no fault where the business is in scope of PCI DSS anyway.
var Analyzer = &analysis.Analyzer{
	Name:     "rawcard",
	Doc:      diag.MustDoc(doc, "rawcard"),
	URL:      diag.URL("rawcard"),
	Requires: append([]*analysis.Analyzer{carddata.Analyzer}, diag.Requires...),
	Run:      run,
}

var on bool

func init() {
	Analyzer.Flags.BoolVar(&on, "on", false, "note where card numbers and security codes are sent or received")
}

func run(pass *analysis.Pass) (any, error) {
	if !on || !ownership.Own(pass) {
		return nil, nil
	}
	r := diag.Start(pass)
	defer r.Finish()
	for _, raw := range pass.ResultOf[carddata.Analyzer].(*carddata.Result).Raw {
		if raw.Inbound {
			r.Report(raw, "%s takes the %s out of a request; the program and all behind it come under PCI DSS", raw.Subject, raw.Data)
			continue
		}
		r.Report(raw, "%s puts the %s into a request; the program and all behind it come under PCI DSS", raw.Subject, raw.Data)
	}
	return nil, nil
}
