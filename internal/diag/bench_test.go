package diag_test

import (
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/auroravet/auroravet/bench/passbench"
	"github.com/auroravet/auroravet/internal/diag"
)

// BenchmarkReporter reports every declaration of a package.
func BenchmarkReporter(b *testing.B) {
	check := &analysis.Analyzer{Name: "check", Doc: "report all declarations", Requires: diag.Requires}
	passbench.Over(b, check, func(pass *analysis.Pass) {
		reported := 0
		pass.Report = func(analysis.Diagnostic) { reported++ }
		r := diag.Start(pass)
		for _, f := range pass.Files {
			for _, d := range f.Decls {
				r.Report(d, "this declaration of %s stands here", pass.Pkg.Path())
			}
		}
		r.Finish()
		if reported == 0 {
			b.Error("nothing is reported")
		}
	}, passbench.Size{Shape: "client", Units: 360})
}
