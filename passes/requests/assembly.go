package requests

import (
	"slices"

	"github.com/auroravet/auroravet/internal/ir"
)

// assembly is a function in the making that stands for a caller who is not in view.
type assembly struct {
	fn   *ir.Func
	code []ir.Instr
}

// assemble starts a function that calls others. All that they take are its parameters, in their order. Its
// first constant is the number 0, its second the first of them as a value.
func assemble(fns ...*ir.Func) *assembly {
	first, last := fns[0], fns[len(fns)-1]
	fn := &ir.Func{Name: first.Name + "+" + last.Name, Pkg: first.Pkg}
	for _, f := range fns {
		fn.Params = slices.Concat(fn.Params, f.Params)
	}
	fn.Regs = len(fn.Params)
	fn.Consts = []ir.Const{{Kind: ir.KindInt, Type: "int"}, {Kind: ir.KindFunc, Str: first.Name}}
	return &assembly{fn: fn}
}

func (b *assembly) add(in ir.Instr) ir.Ref {
	in.Dst = b.fn.Regs
	b.fn.Regs++
	b.code = append(b.code, in)
	return ir.Ref(in.Dst)
}

// params are the operands of a call of one of the functions, whose parameters start at one of the function's.
func (b *assembly) params(from int, of *ir.Func) []ir.Ref {
	out := []ir.Ref{ir.None}
	for i := range of.Params {
		out = append(out, ir.Ref(from+i))
	}
	return out
}

// list makes a slice of a type with one element.
func (b *assembly) list(typ string, value ir.Ref) ir.Ref {
	array := b.add(ir.Instr{Op: ir.Alloc, N: 1, Sym: "[1]" + typ[2:]})
	at := b.add(ir.Instr{Op: ir.IndexAddr, Args: []ir.Ref{array, -1}})
	b.add(ir.Instr{Op: ir.Store, Args: []ir.Ref{at, value}})
	return b.add(ir.Instr{Op: ir.Slice, Args: []ir.Ref{array, ir.None, ir.None}})
}

// sends ends the function: it gives a value to a constructor, whose parameters start at one of the function's,
// and calls a method of what that makes.
func (b *assembly) sends(w wearer, from int, given ir.Ref) *ir.Func {
	args := b.params(from, w.maker)
	args[1+w.param] = given
	made := b.add(ir.Instr{Op: ir.Call, Sym: w.maker.Name, Args: args})
	if w.maker.Results > 1 {
		made = b.add(ir.Instr{Op: ir.Extract, Args: []ir.Ref{made}})
	}
	args = b.params(from+len(w.maker.Params), w.method)
	args[1] = made
	b.add(ir.Instr{Op: ir.Call, Sym: w.method.Name, Args: args})
	b.add(ir.Instr{Op: ir.Return})
	b.fn.Blocks = []ir.Block{{Instrs: b.code}}
	return b.fn
}
