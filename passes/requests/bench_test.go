package requests_test

import (
	"testing"

	"github.com/auroravet/auroravet/bench/passbench"
	"github.com/auroravet/auroravet/passes/requests"
)

// BenchmarkRequests runs the functions of a package and looks at what they send.
func BenchmarkRequests(b *testing.B) {
	passbench.Run(b, requests.Analyzer, passbench.Size{Shape: "client", Units: 36}, passbench.Size{Shape: "fanin", Units: 50}, passbench.Size{Shape: "statements", Units: 200})
}
