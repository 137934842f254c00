package carddata_test

import (
	"testing"

	"github.com/auroravet/auroravet/bench/passbench"
	"github.com/auroravet/auroravet/passes/carddata"
)

// BenchmarkCardData follows cards to logs, where there are cards and where there are none.
func BenchmarkCardData(b *testing.B) {
	passbench.Run(b, carddata.Analyzer, passbench.Size{Shape: "cards", Units: 50}, passbench.Size{Shape: "fields", Units: 50}, passbench.Size{Shape: "foreign", Units: 36})
}
