package literals_test

import (
	"testing"

	"github.com/auroravet/auroravet/bench/passbench"
	"github.com/auroravet/auroravet/passes/literals"
)

// BenchmarkLiterals reads the texts of a package for what others export.
func BenchmarkLiterals(b *testing.B) {
	passbench.Run(b, literals.Analyzer, passbench.Size{Shape: "table", Units: 500}, passbench.Size{Shape: "settings", Units: 50})
}
