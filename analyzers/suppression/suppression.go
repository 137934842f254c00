package suppression

import (
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/auroravet/auroravet/internal/diag"
	"github.com/auroravet/auroravet/internal/ownership"
	"github.com/auroravet/auroravet/passes/directive"
)

const name = "suppression"

// Checks are the names that a directive may have: all checks of the suite but this one.
// A test compares them with the suite, which knows this package and not the other way.
var Checks = []string{"idempotencykey", "sandboxhost", "cardlog", "clienttimeout", "literalcreds", "insecuretransport", "retrypolicy", "errorleak", "rawcard", "tokenrefresh", "elementsource", "webhookverify"}

// Analyzer reports directives that have no effect.
var Analyzer = &analysis.Analyzer{
	Name:     name,
	Doc:      diag.MustDoc(doc, name),
	URL:      diag.URL(name),
	Requires: diag.Requires,
	Run: func(pass *analysis.Pass) (any, error) {
		if ownership.Own(pass) {
			run(pass)
		}
		return nil, nil
	},
}

func run(pass *analysis.Pass) {
	r := diag.Start(pass)
	defer r.Finish()
	directives := pass.ResultOf[directive.Analyzer].(*directive.Result)
	for _, m := range directives.Malformed {
		r.Report(m.Comment, "%s; it has no effect", m.Problem)
	}
	for _, ignore := range directives.Ignores {
		if ignore.Check != name && !slices.Contains(Checks, ignore.Check) {
			r.Report(ignore.Comment, "no check is named %q; the directive has no effect", ignore.Check)
		}
	}
}
