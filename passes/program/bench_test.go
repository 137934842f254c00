package program_test

import (
	"testing"

	"github.com/auroravet/auroravet/bench/passbench"
	"github.com/auroravet/auroravet/passes/program"
)

// BenchmarkLower scans a package and lowers its functions.
func BenchmarkLower(b *testing.B) {
	passbench.Run(b, program.Analyzer, passbench.Size{Shape: "client", Units: 36}, passbench.Size{Shape: "statements", Units: 200})
}
