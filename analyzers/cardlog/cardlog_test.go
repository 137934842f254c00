package cardlog_test

import (
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/auroravet/auroravet/analyzers/cardlog"
	"github.com/auroravet/auroravet/internal/testmodule"
)

// TestCardlog runs over corpora of good and bad twins: the standard library, shapes of
// types, masks, flows, helpers of other packages, every library, bodies, errors, handlers,
// other trades, and small programs.
func TestCardlog(t *testing.T) {
	analysistest.Run(t, testmodule.Dir(t), cardlog.Analyzer, "./cardlog/...")
}
