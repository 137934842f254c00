package credentials_test

import (
	"testing"

	"github.com/auroravet/auroravet/bench/passbench"
	"github.com/auroravet/auroravet/passes/credentials"
)

// BenchmarkCredentials judges the texts of a package.
func BenchmarkCredentials(b *testing.B) {
	passbench.Run(b, credentials.Analyzer, passbench.Size{Shape: "table", Units: 500}, passbench.Size{Shape: "settings", Units: 50})
}
