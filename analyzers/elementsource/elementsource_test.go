package elementsource_test

import (
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/auroravet/auroravet/analyzers/elementsource"
	"github.com/auroravet/auroravet/internal/testmodule"
)

func TestElementsource(t *testing.T) {
	analysistest.Run(t, testmodule.Dir(t), elementsource.Analyzer, "./elementsource/...")
}
