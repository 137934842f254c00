package errorleak_test

import (
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/auroravet/auroravet/analyzers/errorleak"
	"github.com/auroravet/auroravet/internal/testmodule"
)

func TestErrorLeak(t *testing.T) {
	analysistest.Run(t, testmodule.Dir(t), errorleak.Analyzer, "./errorleak/...")
}
