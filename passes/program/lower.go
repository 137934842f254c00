package program

import (
	"go/constant"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/auroravet/auroravet/internal/ir"
)

// lowerer turns the SSA form of one function into its residual form.
type lowerer struct {
	pkg    *packageLowerer
	fn     *ssa.Function
	out    *ir.Func
	regs   map[ssa.Value]ir.Ref
	consts map[ir.Const]ir.Ref
	// uses are the source positions of the package variables that the function
	// names, in source order: SSA drops them.
	uses map[types.Object][]token.Pos
}

func isStruct(t types.Type) bool {
	switch t.Underlying().(type) {
	case *types.Struct, *types.Array:
		return true
	}
	return false
}

func (p *packageLowerer) lower(fn *ssa.Function) *ir.Func {
	l := &lowerer{
		pkg: p, fn: fn,
		out:    &ir.Func{Name: funcName(fn), Pkg: p.path},
		regs:   map[ssa.Value]ir.Ref{},
		consts: map[ir.Const]ir.Ref{},
		uses:   p.globalUses(fn),
	}
	l.signature()
	for _, b := range fn.Blocks {
		for _, in := range b.Instrs {
			if v, ok := in.(ssa.Value); ok {
				l.define(v)
			}
		}
	}
	loops := findLoops(fn)
	for i, b := range fn.Blocks {
		blk := ir.Block{Loops: loops.of[i], Counted: loops.counted[i], Delays: loops.delays[i], Heedless: loops.heedless[i]}
		for _, s := range b.Succs {
			blk.Succs = append(blk.Succs, s.Index)
		}
		for _, s := range b.Preds {
			blk.Preds = append(blk.Preds, s.Index)
		}
		for _, in := range asCompiled(b.Instrs) {
			if x, ok := l.instr(in); ok {
				blk.Instrs = append(blk.Instrs, x)
			}
		}
		l.out.Blocks = append(l.out.Blocks, blk)
	}
	return l.out
}

func (l *lowerer) signature() {
	f, sig := l.out, l.fn.Signature
	for _, v := range l.fn.Params {
		f.Params = append(f.Params, ir.Var{Name: v.Name(), Type: typeName(v.Type())})
		l.define(v)
	}
	for _, v := range l.fn.FreeVars {
		f.Free = append(f.Free, ir.Var{Name: v.Name(), Type: typeName(v.Type())})
		l.define(v)
	}
	f.Recv = sig.Recv() != nil
	f.Results = sig.Results().Len()
	if n := f.Results; n > 0 {
		f.ErrResult = types.Identical(sig.Results().At(n-1).Type(), types.Universe.Lookup("error").Type())
	}
	if o := l.fn.Object(); o != nil {
		f.Exported = o.Exported()
	}
	f.Generated, f.Client = l.pkg.marks(l.fn)
}

func (l *lowerer) define(v ssa.Value) {
	l.regs[v] = ir.Ref(l.out.Regs)
	l.out.Regs++
}

// ref returns the operand for a value.
func (l *lowerer) ref(v ssa.Value) ir.Ref {
	if v == nil {
		return ir.None
	}
	if r, ok := l.regs[v]; ok {
		return r
	}
	c := ir.Const{Kind: ir.KindOther, Type: typeName(v.Type())}
	switch v := v.(type) {
	case *ssa.Const:
		c = constOf(v)
	case *ssa.Function:
		c.Kind, c.Str, c.Type = ir.KindFunc, funcName(v), ""
		l.pkg.want(v)
	case *ssa.Global:
		c.Kind, c.Str = ir.KindGlobal, v.RelString(nil)
		c.Type = typeName(deref(v.Type()))
		if isStruct(deref(v.Type())) {
			c.Int = 1
		}
		l.pkg.noteType(v.Type())
	}
	r, ok := l.consts[c]
	if !ok {
		l.out.Consts = append(l.out.Consts, c)
		r = ir.Ref(-len(l.out.Consts))
		l.consts[c] = r
	}
	return r
}

func constOf(v *ssa.Const) ir.Const {
	c := ir.Const{Kind: ir.KindOther, Type: typeName(v.Type())}
	if v.Value == nil {
		c.Kind = ir.KindZero
		if _, ok := v.Type().Underlying().(*types.Struct); !ok {
			c.Kind = ir.KindNil
		}
		return c
	}
	switch v.Value.Kind() {
	case constant.String:
		c.Kind, c.Str = ir.KindString, constant.StringVal(v.Value)
	case constant.Int:
		c.Kind = ir.KindInt
		c.Int, _ = constant.Int64Val(v.Value)
	case constant.Bool:
		c.Kind = ir.KindBool
		if constant.BoolVal(v.Value) {
			c.Int = 1
		}
	}
	return c
}

func deref(t types.Type) types.Type {
	if p, ok := t.Underlying().(*types.Pointer); ok {
		return p.Elem()
	}
	return t
}

func flag(b bool) int {
	if b {
		return 1
	}
	return 0
}

// funcName is the full name of a function, stable over packages: the origin's name for
// an instance of a generic function.
func funcName(fn *ssa.Function) string {
	if o := fn.Origin(); o != nil && o != fn {
		return ir.PlainName(o.RelString(nil))
	}
	if fn.Parent() != nil {
		return funcName(fn.Parent()) + fn.Name()[len(fn.Parent().Name()):]
	}
	return ir.PlainName(fn.RelString(nil))
}
