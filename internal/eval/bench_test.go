package eval_test

import (
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/auroravet/auroravet/bench/passbench"
	"github.com/auroravet/auroravet/internal/eval"
	"github.com/auroravet/auroravet/passes/program"
)

// BenchmarkMachine runs every function of a package on its own.
func BenchmarkMachine(b *testing.B) {
	machine := &analysis.Analyzer{Name: "machine", Doc: "run functions", Requires: []*analysis.Analyzer{program.Analyzer}}
	passbench.Over(b, machine, func(pass *analysis.Pass) {
		prog := pass.ResultOf[program.Analyzer].(*program.Source).Program()
		sent := 0
		for _, fn := range prog.Own {
			m := eval.New(prog, nil)
			m.Run(fn)
			sent += len(m.Sent)
		}
		if sent == 0 {
			b.Error("no function sends anything")
		}
	}, passbench.Size{Shape: "client", Units: 36}, passbench.Size{Shape: "chain", Units: 16}, passbench.Size{Shape: "statements", Units: 200})
}
