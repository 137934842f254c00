package rawcard_test

import (
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/auroravet/auroravet/analyzers/rawcard"
	"github.com/auroravet/auroravet/internal/testmodule"
)

// TestRawcard runs over corpora of good and bad twins: net/http, client libraries, web
// frameworks, helpers of other packages and generated clients.
func TestRawcard(t *testing.T) {
	if err := rawcard.Analyzer.Flags.Set("on", "true"); err != nil {
		t.Fatal(err)
	}
	analysistest.Run(t, testmodule.Dir(t), rawcard.Analyzer, "./rawcard/...")
}
