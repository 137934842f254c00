package eval

import (
	"testing"

	"github.com/auroravet/auroravet/internal/guard"
	"github.com/auroravet/auroravet/internal/ir"
)

// broken is a program whose functions cannot be looked up.
type broken struct{}

func (broken) Func(string) *ir.Func           { panic("no functions") }
func (broken) Method(string, string) *ir.Func { return nil }
func (broken) Type(string) *ir.Type           { return nil }
func (broken) Methods(string) []string        { return nil }

// calls returns a function that makes a call, sends a request and goes wrong in the way given.
func calls(name string) *ir.Func {
	return &ir.Func{Name: "p.F", Pkg: "p", Regs: 1, Blocks: []ir.Block{{Instrs: []ir.Instr{
		{Op: ir.Call, Dst: 0, Sym: "net/http.Get", Args: []ir.Ref{ir.None, -1}, Type: "(*net/http.Response, error)"},
		{Op: ir.Call, Dst: 0, Sym: name, Args: []ir.Ref{ir.None}, Type: "string"},
		{Op: ir.Return},
	}}}, Consts: []ir.Const{{Kind: ir.KindString, Str: "https://api.flute.com"}}}
}

func TestRunSurvivesAFault(t *testing.T) {
	m := New(broken{}, nil)
	defer guard.Loosen()()
	if end, _ := m.Run(calls("p.G")); end != nil || len(m.Sent) != 0 {
		t.Errorf("a run that fails ends with %v and %d requests", end, len(m.Sent))
	}
	if end, _ := m.Run(calls("net/http.NotFoundHandler")); end != nil {
		t.Errorf("a second run that fails ends with %v", end)
	}
}

// loopFunc is a function without an end, with so many blocks that no run sees all.
func loopFunc(blocks int) *ir.Func {
	fn := &ir.Func{Name: "p.L", Pkg: "p"}
	for i := range blocks {
		fn.Blocks = append(fn.Blocks, ir.Block{Instrs: []ir.Instr{{Op: ir.Nop, Dst: -1}, {Op: ir.Jump, Dst: -1}}, Succs: []int{i + 1}})
	}
	fn.Blocks = append(fn.Blocks, ir.Block{Instrs: []ir.Instr{{Op: ir.Return, Dst: -1}}})
	return fn
}

func TestRunStopsAtTheLimit(t *testing.T) {
	m := New(broken{}, nil)
	m.Run(loopFunc(maxSteps / 4))
	if m.Limited() {
		t.Errorf("a run of %d steps meets the limit of %d", maxSteps/2, maxSteps)
	}
	if end, _ := m.Run(loopFunc(maxSteps)); !m.Limited() || end != nil {
		t.Errorf("a run of %d steps does not meet the limit of %d", 2*maxSteps, maxSteps)
	}
}
