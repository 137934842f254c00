package clienttimeout_test

import (
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/auroravet/auroravet/analyzers/clienttimeout"
	"github.com/auroravet/auroravet/internal/testmodule"
)

// TestAll reads requests to other hosts, which the flag adds. What the check says of calls
// of the API is tested in package analyzers.
func TestAll(t *testing.T) {
	flag := clienttimeout.Analyzer.Flags.Lookup("all")
	if err := flag.Value.Set("true"); err != nil {
		t.Fatal(err)
	}
	defer flag.Value.Set("false")
	analysistest.Run(t, testmodule.Dir(t), clienttimeout.Analyzer, "./clienttimeout/all")
}
