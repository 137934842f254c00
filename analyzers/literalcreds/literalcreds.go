package literalcreds

import (
	"fmt"

	"golang.org/x/tools/go/analysis"

	"github.com/auroravet/auroravet/internal/diag"
	"github.com/auroravet/auroravet/internal/ownership"
	"github.com/auroravet/auroravet/passes/credentials"
)

// Analyzer reports the credentials that are written in the source.
var Analyzer = &analysis.Analyzer{
	Name:     "literalcreds",
	Doc:      diag.MustDoc(doc, "literalcreds"),
	URL:      diag.URL("literalcreds"),
	Requires: append([]*analysis.Analyzer{credentials.Analyzer}, diag.Requires...),
	Run:      run,
}

func run(pass *analysis.Pass) (any, error) {
	if !ownership.Own(pass) {
		return nil, nil
	}
	r := diag.Start(pass)
	defer r.Finish()
	r.IncludeGenerated()
	for _, c := range pass.ResultOf[credentials.Analyzer].(*credentials.Result).Found {
		r.Report(c.Range, "%s", message(c))
	}
	return nil, nil
}

// message never holds the value: its name and its length at most.
func message(c credentials.Credential) string {
	const cost = "whoever reads the code can use it"
	what := c.Name
	if what == "" {
		what = "a " + c.Form
	}
	switch {
	case c.File != "":
		return fmt.Sprintf("embedded file %s holds a value for %s on line %d (%d characters); it ships in every binary", c.File, what, c.Line, c.Length)
	case c.ClientID:
		return fmt.Sprintf("%s is written beside its secret (%d characters); together they are a working credential", what, c.Length)
	}
	return fmt.Sprintf("%s is written in the source (%d characters); %s", what, c.Length, cost)
}
