package webhookverify_test

import (
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/auroravet/auroravet/analyzers/webhookverify"
	"github.com/auroravet/auroravet/internal/testmodule"
)

func TestWebhookverify(t *testing.T) {
	analysistest.Run(t, testmodule.Dir(t), webhookverify.Analyzer, "./webhookverify/...")
}
