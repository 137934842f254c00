package suppression

import (
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/auroravet/auroravet/internal/diag"
	"github.com/auroravet/auroravet/passes/directive"
)

const name = "suppression"

// New returns the analyzer for a suite whose other checks are named checks.
func New(checks []string) *analysis.Analyzer {
	known := append(slices.Clone(checks), name)
	return &analysis.Analyzer{
		Name:     name,
		Doc:      diag.MustDoc(doc, name),
		URL:      diag.URL(name),
		Requires: diag.Requires,
		Run: func(pass *analysis.Pass) (any, error) {
			if !diag.Skip(pass) {
				run(pass, known)
			}
			return nil, nil
		},
	}
}

func run(pass *analysis.Pass, known []string) {
	r := diag.Start(pass)
	defer r.Finish()
	directives := pass.ResultOf[directive.Analyzer].(*directive.Result)
	for _, m := range directives.Malformed {
		r.Report(m.Comment, "%s; it has no effect", m.Problem)
	}
	for _, ignore := range directives.Ignores {
		if !slices.Contains(known, ignore.Check) {
			r.Report(ignore.Comment, "no check is named %q; the directive has no effect", ignore.Check)
		}
	}
}
