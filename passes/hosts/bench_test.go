package hosts_test

import (
	"testing"

	"github.com/auroravet/auroravet/bench/passbench"
	"github.com/auroravet/auroravet/passes/hosts"
)

// BenchmarkHosts judges the hosts in the texts of a package.
func BenchmarkHosts(b *testing.B) {
	passbench.Run(b, hosts.Analyzer, passbench.Size{Shape: "table", Units: 500}, passbench.Size{Shape: "settings", Units: 50})
}
