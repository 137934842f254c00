package sandboxhost_test

import (
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/auroravet/auroravet/analyzers/sandboxhost"
)

func TestSandboxhost(t *testing.T) {
	analysistest.Run(t, "../../testdata", sandboxhost.Analyzer, "./sandboxhost/...")
}
