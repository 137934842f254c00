package literalcreds_test

import (
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/auroravet/auroravet/analyzers/literalcreds"
)

func TestLiteralcreds(t *testing.T) {
	analysistest.Run(t, "../../testdata", literalcreds.Analyzer, "./literalcreds/...")
}
