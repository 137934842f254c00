package tokenrefresh_test

import (
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/auroravet/auroravet/analyzers/tokenrefresh"
	"github.com/auroravet/auroravet/internal/testmodule"
)

func TestTokenrefresh(t *testing.T) {
	analysistest.Run(t, testmodule.Dir(t), tokenrefresh.Analyzer, "./tokenrefresh/...")
}
