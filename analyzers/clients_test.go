package analyzers_test

import (
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/auroravet/auroravet/analyzers/clienttimeout"
	"github.com/auroravet/auroravet/analyzers/idempotencykey"
	"github.com/auroravet/auroravet/internal/testmodule"
)

// TestClients reads programs that call the API by other libraries than net/http and by
// generated clients.
func TestClients(t *testing.T) {
	analysistest.Run(t, testmodule.Dir(t), together(idempotencykey.Analyzer, clienttimeout.Analyzer), "./clients/...")
}
