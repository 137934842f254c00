package analyzers_test

import (
	"slices"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/auroravet/auroravet/analyzers/clienttimeout"
	"github.com/auroravet/auroravet/analyzers/idempotencykey"
	"github.com/auroravet/auroravet/internal/testmodule"
)

// together returns an analyzer that reports what all the given ones report, so that one
// program can be read with all its wants in one load.
func together(checks ...*analysis.Analyzer) *analysis.Analyzer {
	all := &analysis.Analyzer{Name: "together", Doc: "report what several checks report"}
	for _, a := range checks {
		for _, r := range a.Requires {
			if !slices.Contains(all.Requires, r) {
				all.Requires = append(all.Requires, r)
			}
		}
	}
	all.Run = func(pass *analysis.Pass) (any, error) {
		for _, a := range checks {
			sub := *pass
			sub.Analyzer = a
			if _, err := a.Run(&sub); err != nil {
				return nil, err
			}
		}
		return nil, nil
	}
	return all
}

// TestRequests reads programs that call the API by net/http, through wrappers, options,
// interfaces and transports.
func TestRequests(t *testing.T) {
	analysistest.Run(t, testmodule.Dir(t), together(idempotencykey.Analyzer, clienttimeout.Analyzer), "./nethttp/...")
}
