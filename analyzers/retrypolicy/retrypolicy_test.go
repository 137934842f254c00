package retrypolicy_test

import (
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/auroravet/auroravet/analyzers/retrypolicy"
	"github.com/auroravet/auroravet/internal/testmodule"
)

func Test(t *testing.T) {
	analysistest.Run(t, testmodule.Dir(t), retrypolicy.Analyzer, "./retrypolicy/...")
}
