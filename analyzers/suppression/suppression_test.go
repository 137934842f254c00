package suppression_test

import (
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/auroravet/auroravet/analyzers/suppression"
)

func TestSuppression(t *testing.T) {
	analysistest.Run(t, analysistest.TestData(), suppression.Analyzer, "a")
}
