package ir

import (
	"bytes"
	"reflect"
	"testing"
)

func sample() *Package {
	return &Package{
		Path: "a/b",
		Funcs: []*Func{{
			Name: "(*a/b.T).M", Pkg: "a/b", Params: []Var{{"t", "*a/b.T"}, {"x", "string"}}, Free: []Var{{"y", "int"}},
			Consts: []Const{{KindString, "text", 0, "string"}, {KindInt, "", -1 << 62, "int"}},
			Blocks: []Block{
				{Instrs: []Instr{
					{Op: Call, Dst: 3, Args: []Ref{0, -1, None}, Sym: "fmt.Sprint", Type: "string", N: 1},
					{Op: Invoke, Dst: 4, Args: []Ref{2}, Sym: "M", Type: "a/b.I", Result: "error", Names: []string{"a/b.T", "a/b.T"}},
					{Op: Jump, Dst: -1},
				}, Succs: []int{1}},
				{Instrs: []Instr{{Op: Return, Dst: 5, Args: []Ref{3, 4}}}, Preds: []int{0, 1}, Loops: []int{0, 1}, Delays: true},
			},
			Regs: 6, ErrResult: true, Results: 2, Recv: true, Exported: true,
		}, {Name: "a/b.F", Pkg: "a/b", Generated: true, Client: true}},
		Types: []*Type{{Name: "a/b.T", Fields: []Field{{"Key", "string", `json:"key"`, false}, {"B", "a/b.B", "", true}}}},
	}
}

// TestCode holds that a package comes back as it was, but for its positions.
func TestCode(t *testing.T) {
	for _, p := range []*Package{{}, {Path: "x"}, sample()} {
		data := Encode(p)
		got, err := Decode(data)
		if err != nil || !reflect.DeepEqual(got, p) {
			t.Errorf("%+v came back as %+v, %v", p, got, err)
		}
		if !bytes.Equal(Encode(got), data) {
			t.Errorf("%s: encoded twice, two codes", p.Path)
		}
	}
	at, plain := sample(), Encode(sample())
	at.Funcs[0].Blocks[0].Instrs[0].Pos = 7
	if !bytes.Equal(Encode(at), plain) {
		t.Error("a position is in the code")
	}
}

// TestCodeFields fails when a type of the package gets a field that the code leaves out.
func TestCodeFields(t *testing.T) {
	for typ, n := range map[reflect.Type]int{
		reflect.TypeFor[Package](): 3, reflect.TypeFor[Func](): 13, reflect.TypeFor[Block](): 7, reflect.TypeFor[Instr](): 9,
		reflect.TypeFor[Const](): 4, reflect.TypeFor[Type](): 2, reflect.TypeFor[Field](): 4, reflect.TypeFor[Var](): 2,
	} {
		if typ.NumField() != n {
			t.Errorf("%v has %d fields: code.go knows %d", typ, typ.NumField(), n)
		}
	}
}

// TestCodeCut holds that a code that is cut off or changed gives an error or another
// package, and nothing worse.
func TestCodeCut(t *testing.T) {
	data := Encode(sample())
	for i := range data {
		if _, err := Decode(data[:i]); err == nil {
			t.Errorf("the first %d of %d bytes are taken", i, len(data))
		}
		for _, x := range []byte{0, 0x7f, 0x80, 0xff} {
			changed := bytes.Clone(data)
			changed[i] = x
			Decode(changed)
		}
	}
}
