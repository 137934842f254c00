// Package ir is the residual program of a package: what is left of its functions
// when types, positions and everything that cannot matter to an HTTP call are gone.
// It is small enough to travel as a fact, so that a wrapper is understood in the
// packages that call it, with the values they give.
package ir

import (
	"cmp"
	"reflect"
	"strings"
)

// Package is the residual program of one package and of the functions of other
// packages that it calls.
type Package struct {
	Path  string
	Funcs []*Func
	Types []*Type
}

// Func is one function, method or function literal.
type Func struct {
	// Name is the full name: "pkg/path.Func", "(*pkg/path.T).Method", "pkg/path.Func$1".
	Name   string
	Pkg    string
	Params []Var
	// Free are the captured variables of a function literal.
	Free   []Var
	Consts []Const
	Blocks []Block
	// Regs is the number of registers: parameters, captured variables, then instructions.
	Regs int
	// ErrResult says that the last of the results is an error.
	ErrResult bool
	Results   int
	// Recv says that the first parameter is a receiver.
	Recv bool
	// Generated marks a function of a generated file, which is never reported.
	Generated bool
	// Client marks a function or the type of a method that a //auroravet:client comment names.
	Client bool
	// Exported says that other packages can call the function by its name.
	Exported bool
}

// Var is a parameter or a captured variable.
type Var struct{ Name, Type string }

// Type is a named struct type or an unnamed one, under its type string.
type Type struct {
	Name   string
	Fields []Field
}

// Field is a field of a struct type.
type Field struct {
	Name, Type, Tag string
	Embedded        bool
}

// JSONName is the name of a field in JSON, as package encoding/json makes it: "-" when it is left out.
func (f Field) JSONName() string {
	tag := reflect.StructTag(f.Tag).Get("json")
	if tag == "-" {
		return tag
	}
	name, _, _ := strings.Cut(tag, ",")
	return cmp.Or(name, f.Name)
}

// Kind is the kind of a constant.
type Kind uint8

// The kinds of constants.
const (
	KindNil Kind = iota
	KindZero
	KindString
	KindInt
	KindBool
	KindOther
	KindFunc
	KindGlobal
)

// Const is a constant, a function or the address of a package variable that an
// instruction uses as an operand.
type Const struct {
	Kind Kind
	Str  string // text, function name or variable name
	Int  int64  // number; 1 for true
	Type string
}

// Block is a basic block.
type Block struct {
	Instrs []Instr
	Preds  []int
	Succs  []int
	// Loops are the headers of the loops that hold the block, the innermost last.
	Loops []int
	// Counted marks a loop header whose condition compares with a length or the end
	// of a range: the loop goes over items.
	Counted bool
	// Delays marks the header of a loop over durations: it tries again after each.
	Delays bool
	// Heedless marks the header of a loop that goes on whatever its calls answer, but for
	// errors: each turn is something new.
	Heedless bool
}

// Ref names an operand: a register, or a constant as -1-index.
type Ref int

// None is the absent operand.
const None Ref = -1 << 30

// Instr is an instruction. What Args, Sym and N mean depends on Op.
type Instr struct {
	Op   Op
	Dst  int
	Args []Ref
	Sym  string
	Type string
	N    int
	// Result is the type of what an Invoke returns, whose Type is that of the interface.
	Result string
	// Names are the concrete types in view that implement the interface of an Invoke,
	// the methods of the interface of an Assert, or those of the interface of an Iface that are
	// given what writes an answer.
	Names []string
	// Pos is the source position; 0 in a package that is not the one under analysis.
	Pos int
}

// Op is an operation.
type Op uint8

// The operations.
const (
	Nop       Op = iota
	Alloc        // new variable of type Sym; N is 1 when it is a struct or an array
	FieldAddr    // &Args[0].Sym; N is 1 when the field is a struct
	FieldOf      // Args[0].Sym of a struct value
	IndexAddr    // &Args[0][Args[1]]; N is 1 when the element is a struct
	Index        // Args[0][Args[1]]
	Load         // *Args[0]; N is 1 when the result is a struct
	Store        // *Args[0] = Args[1]
	Lookup       // Args[0][Args[1]] of a map; N is 1 with comma ok
	MapUpdate    // Args[0][Args[1]] = Args[2]
	Call         // function Sym, or the value Args[0] when Sym is empty, with Args[1:]; N is 1 for go, 2 for defer
	Invoke       // method Sym of the interface value Args[0] with Args[1:]; Type is the interface
	Builtin      // builtin function Sym
	Closure      // function Sym with captured Args
	Phi          // one of Args, by predecessor
	Extract      // result N of the tuple Args[0]
	Assert       // Args[0].(Sym); N is 1 with comma ok
	Iface        // Args[0] as the interface Type; Sym is its concrete type
	BinOp        // Args[0] Sym Args[1]
	UnOp         // Sym Args[0]
	Convert      // Args[0] as type Sym
	Slice        // Args[0][Args[1]:Args[2]]
	MakeMap      // new map of type Sym
	MakeSlice    // new slice of type Sym with length Args[0]
	MakeChan     // new channel
	Send         // Args[0] <- Args[1]; Type is that of Args[1]
	Recv         // <-Args[0]; N is 1 with comma ok
	Select       // one of several communications: by twos, Args are the channel and what is sent; Names are the types of what is received, or "<-" and that of what is sent
	Range        // iterator over Args[0]
	Next         // next (ok, key, value) of the iterator Args[0]
	Return       // returns Args; N is 1 when it is known to return an error
	If           // goes on with the first successor when Args[0] holds
	Jump
	Panic
)

// Returns is the type of what a call returns.
func (x *Instr) Returns() string {
	if x.Op == Invoke {
		return x.Result
	}
	return x.Type
}
