package cardlog_test

import (
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/auroravet/auroravet/analyzers/cardlog"
	"github.com/auroravet/auroravet/internal/testmodule"
)

func TestCardlog(t *testing.T) {
	analysistest.Run(t, testmodule.Dir(t), cardlog.Analyzer, "./cardlog/...")
}
