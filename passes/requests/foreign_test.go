package requests

import (
	"maps"
	"slices"
	"testing"

	"github.com/auroravet/auroravet/internal/ir"
	"github.com/auroravet/auroravet/passes/program"
)

// TestNeeded holds that of a client's package what makes the client or sets the field that is asked about runs,
// and who calls that, and none of the methods that send.
func TestNeeded(t *testing.T) {
	const client = "pay.Client"
	p := &abroadPackage{touching: map[string][]string{}, callers: map[string][]string{}, ran: map[string]bool{}}
	fn := func(name string, params []ir.Var, regs int, ins ...ir.Instr) {
		p.add(new(program.Program), &ir.Func{Name: name, Pkg: "pay", Params: params, Regs: regs, Blocks: []ir.Block{{Instrs: ins}},
			Consts: []ir.Const{{Kind: ir.KindInt}, {Kind: ir.KindGlobal, Str: "pay.Default"}}})
	}
	self := []ir.Var{{Name: "c", Type: "*" + client}}
	fn("pay.New", nil, 1, ir.Instr{Op: ir.Alloc, Dst: 0, Sym: client})
	fn("pay.Dial", nil, 1, ir.Instr{Op: ir.Call, Dst: 0, Sym: "pay.New"})
	fn("pay.init", nil, 1, ir.Instr{Op: ir.Store, Dst: -1, Args: []ir.Ref{-2, -1}})
	fn("(*pay.Client).Wait", self, 4,
		ir.Instr{Op: ir.FieldAddr, Dst: 1, Args: []ir.Ref{0}, Sym: "http", Type: "*net/http.Client"},
		ir.Instr{Op: ir.Load, Dst: 2, Args: []ir.Ref{1}, Type: "*net/http.Client"},
		ir.Instr{Op: ir.FieldAddr, Dst: 3, Args: []ir.Ref{2}, Sym: "Timeout", Type: "time.Duration"},
		ir.Instr{Op: ir.Store, Dst: -1, Args: []ir.Ref{3, -1}})
	fn("(*pay.Client).Sale", self, 4,
		ir.Instr{Op: ir.FieldAddr, Dst: 1, Args: []ir.Ref{0}, Sym: "http", Type: "*net/http.Client"},
		ir.Instr{Op: ir.Load, Dst: 2, Args: []ir.Ref{1}, Type: "*net/http.Client"},
		ir.Instr{Op: ir.Call, Dst: 3, Args: []ir.Ref{ir.None, 2}, Sym: "(*net/http.Client).Do"})
	for _, test := range []struct {
		asked []string
		want  []string
	}{
		{[]string{client, client + "."}, []string{"pay.Dial", "pay.New"}},
		{[]string{client, client + ".http"}, []string{"(*pay.Client).Wait", "pay.Dial", "pay.New"}},
		{[]string{"pay.Default"}, []string{"pay.init"}},
		{[]string{"pay.Other"}, nil},
	} {
		if got := slices.Sorted(maps.Keys(p.needed(test.asked...))); !slices.Equal(got, test.want) {
			t.Errorf("%q needs %q, want %q", test.asked, got, test.want)
		}
	}
}
