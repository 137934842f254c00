package insecuretransport_test

import (
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/auroravet/auroravet/analyzers/insecuretransport"
	"github.com/auroravet/auroravet/internal/testmodule"
)

func TestInsecuretransport(t *testing.T) {
	analysistest.Run(t, testmodule.Dir(t), insecuretransport.Analyzer, "./insecuretransport/...")
}
