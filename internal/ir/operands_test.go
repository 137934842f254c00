package ir

import "testing"

func TestTypes(t *testing.T) {
	f := &Func{
		Params: []Var{{"r", "*net/http.Request"}}, Free: []Var{{"n", "int"}}, Regs: 7,
		Consts: []Const{{Kind: KindString, Type: "string"}, {Kind: KindGlobal, Str: "a.v", Type: "a.T"}},
		Blocks: []Block{{Instrs: []Instr{
			{Op: Slice, Dst: 2, Args: []Ref{3}}, // before what it is of
			{Op: Convert, Dst: 3, Args: []Ref{4}},
			{Op: Convert, Dst: 4, Args: []Ref{-1}, Sym: "[]byte"},
			{Op: FieldAddr, Dst: 5, Args: []Ref{0}, Sym: "Body", Type: "io.ReadCloser"},
			{Op: Invoke, Dst: 6, Args: []Ref{5}, Type: "io.ReadCloser", Result: "error"},
			{Op: Store, Dst: -1, Args: []Ref{5, 6}},
		}}},
	}
	types := f.Types()
	for r, want := range map[Ref]string{
		0: "*net/http.Request", 1: "int", 2: "[]byte", 3: "[]byte", 4: "[]byte", 5: "*io.ReadCloser", 6: "error",
		-1: "string", -2: "*a.T", -3: "", 7: "", None: "",
	} {
		if got := types.Of(r); got != want {
			t.Errorf("operand %d is a %q, want %q", r, got, want)
		}
	}
	if len(f.Instrs()) != 6 || f.Def(5) == nil || f.Def(5).Sym != "Body" || f.Def(0) != nil || f.Def(-1) != nil {
		t.Error("instructions")
	}
	if f.Const(-2) == nil || f.Const(-2).Str != "a.v" || f.Const(-3) != nil || f.Const(0) != nil || f.Const(None) != nil {
		t.Error("constants")
	}
}
