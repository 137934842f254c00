package program

import (
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/auroravet/auroravet/internal/ir"
)

// instr lowers one instruction; false means that it has no residue.
func (l *lowerer) instr(in ssa.Instruction) (ir.Instr, bool) {
	x := ir.Instr{Dst: -1, Pos: int(in.Pos())}
	if v, ok := in.(ssa.Value); ok {
		x.Dst = int(l.regs[v])
	}
	if c, ok := in.(ssa.CallInstruction); ok {
		return l.call(x, c), true
	}
	if l.memory(&x, in) || l.value(&x, in) || l.control(&x, in) {
		return x, true
	}
	return x, x.Dst >= 0
}

func (l *lowerer) args(vs ...ssa.Value) []ir.Ref {
	out := make([]ir.Ref, len(vs))
	for i, v := range vs {
		out[i] = l.ref(v)
	}
	return out
}

// memory lowers what reads and writes variables.
func (l *lowerer) memory(x *ir.Instr, in ssa.Instruction) bool {
	switch in := in.(type) {
	case *ssa.Alloc:
		t := deref(in.Type())
		x.Op, x.Sym, x.N = ir.Alloc, typeName(t), flag(isStruct(t))
		l.pkg.noteType(t)
	case *ssa.FieldAddr:
		st := deref(in.X.Type())
		f := st.Underlying().(*types.Struct).Field(in.Field)
		x.Op, x.Args, x.Sym, x.N, x.Type = ir.FieldAddr, l.args(in.X), f.Name(), flag(isStruct(f.Type())), typeName(f.Type())
		l.pkg.noteType(st)
	case *ssa.Field:
		f := in.X.Type().Underlying().(*types.Struct).Field(in.Field)
		x.Op, x.Args, x.Sym, x.N, x.Type = ir.FieldOf, l.args(in.X), f.Name(), flag(isStruct(f.Type())), typeName(f.Type())
		l.pkg.noteType(in.X.Type())
	case *ssa.IndexAddr:
		t := deref(in.Type())
		x.Op, x.Args, x.N, x.Type = ir.IndexAddr, l.args(in.X, in.Index), flag(isStruct(t)), typeName(t)
	case *ssa.Index:
		x.Op, x.Args, x.N, x.Type = ir.Index, l.args(in.X, in.Index), flag(isStruct(in.Type())), typeName(in.Type())
	case *ssa.Store:
		x.Op, x.Args = ir.Store, l.args(in.Addr, in.Val)
	case *ssa.Lookup:
		x.Op, x.Args, x.N, x.Type = ir.Lookup, l.args(in.X, in.Index), flag(in.CommaOk), typeName(in.Type())
	case *ssa.MapUpdate:
		x.Op, x.Args = ir.MapUpdate, l.args(in.Map, in.Key, in.Value)
	case *ssa.MakeMap:
		x.Op, x.Sym = ir.MakeMap, typeName(in.Type())
	case *ssa.MakeSlice:
		x.Op, x.Sym, x.Args = ir.MakeSlice, typeName(in.Type()), l.args(in.Len)
	case *ssa.MakeChan:
		x.Op, x.Sym = ir.MakeChan, typeName(in.Type())
	case *ssa.Slice:
		x.Op, x.Args = ir.Slice, l.args(in.X, in.Low, in.High)
	default:
		return false
	}
	return true
}

// value lowers what computes.
func (l *lowerer) value(x *ir.Instr, in ssa.Instruction) bool {
	switch in := in.(type) {
	case *ssa.UnOp:
		l.unop(x, in)
	case *ssa.BinOp:
		x.Op, x.Sym, x.Args, x.Type = ir.BinOp, in.Op.String(), l.args(in.X, in.Y), typeName(in.Type())
	case *ssa.Phi:
		x.Op, x.Args, x.Type = ir.Phi, l.args(in.Edges...), typeName(in.Type())
	case *ssa.Extract:
		x.Op, x.Args, x.N, x.Type = ir.Extract, l.args(in.Tuple), in.Index, typeName(in.Type())
	case *ssa.TypeAssert:
		x.Op, x.Args, x.Sym, x.N = ir.Assert, l.args(in.X), typeName(in.AssertedType), flag(in.CommaOk)
		if it, ok := in.AssertedType.Underlying().(*types.Interface); ok {
			for m := range it.Methods() {
				x.Names = append(x.Names, m.Name())
			}
		}
	case *ssa.MakeInterface:
		x.Op, x.Args, x.Sym, x.Type = ir.Iface, l.args(in.X), typeName(in.X.Type()), typeName(in.Type())
		x.Names = answering(in.Type())
		l.pkg.noteType(in.X.Type())
		l.pkg.wantMethods(in.X.Type())
	case *ssa.ChangeInterface:
		x.Op, x.Args, x.Sym = ir.Convert, l.args(in.X), ""
	case *ssa.ChangeType:
		x.Op, x.Args, x.Sym = ir.Convert, l.args(in.X), typeName(in.Type())
	case *ssa.Convert:
		x.Op, x.Args, x.Sym = ir.Convert, l.args(in.X), typeName(in.Type())
	case *ssa.MultiConvert:
		x.Op, x.Args, x.Sym = ir.Convert, l.args(in.X), typeName(in.Type())
	case *ssa.SliceToArrayPointer:
		x.Op, x.Args, x.Sym = ir.Convert, l.args(in.X), typeName(in.Type())
	case *ssa.MakeClosure:
		fn := in.Fn.(*ssa.Function)
		x.Op, x.Sym, x.Args = ir.Closure, funcName(fn), l.args(in.Bindings...)
		l.pkg.want(fn)
	case *ssa.Range:
		x.Op, x.Args = ir.Range, l.args(in.X)
	case *ssa.Next:
		x.Op, x.Args = ir.Next, l.args(in.Iter)
	case *ssa.Select:
		x.Op = ir.Select
		for _, c := range in.States {
			elem := elemName(c.Chan.Type())
			if c.Dir == types.SendOnly {
				elem = "<-" + elem
			}
			x.Args, x.Names = append(x.Args, l.args(c.Chan, c.Send)...), append(x.Names, elem)
		}
	default:
		return false
	}
	return true
}

func (l *lowerer) unop(x *ir.Instr, in *ssa.UnOp) {
	x.Args, x.Type = l.args(in.X), typeName(in.Type())
	switch in.Op {
	case token.MUL:
		x.Op, x.N = ir.Load, flag(isStruct(in.Type()))
		if g, ok := in.X.(*ssa.Global); ok && !in.Pos().IsValid() {
			x.Pos = l.usePos(g.Object())
		}
		l.pkg.noteType(in.Type())
	case token.ARROW:
		x.Op, x.N, x.Type = ir.Recv, flag(in.CommaOk), elemName(in.X.Type())
	default:
		x.Op, x.Sym = ir.UnOp, in.Op.String()
	}
}

// elemName is the type of what a channel carries.
func elemName(t types.Type) string {
	if c, ok := t.Underlying().(*types.Chan); ok {
		return typeName(c.Elem())
	}
	return ""
}

// usePos takes the next source position at which the function names the variable.
func (l *lowerer) usePos(o types.Object) int {
	if ps := l.uses[o]; len(ps) > 0 {
		if len(ps) > 1 {
			l.uses[o] = ps[1:]
		}
		return int(ps[0])
	}
	return 0
}

// control lowers what directs.
func (l *lowerer) control(x *ir.Instr, in ssa.Instruction) bool {
	switch in := in.(type) {
	case *ssa.If:
		x.Op, x.Args = ir.If, l.args(in.Cond)
	case *ssa.Jump:
		x.Op = ir.Jump
	case *ssa.Return:
		x.Op, x.Args, x.N = ir.Return, l.args(in.Results...), flag(l.out.ErrResult && returnsError(in))
	case *ssa.Panic:
		x.Op = ir.Panic
	case *ssa.Send:
		x.Op, x.Args, x.Type = ir.Send, l.args(in.Chan, in.X), typeName(in.X.Type())
	default:
		return false
	}
	return true
}

// call lowers calls, go and defer statements.
func (l *lowerer) call(x ir.Instr, in ssa.CallInstruction) ir.Instr {
	switch in.(type) {
	case *ssa.Go:
		x.N = 1
	case *ssa.Defer:
		x.N = 2
	}
	c := in.Common()
	x.Pos = int(c.Pos())
	if in.Value() != nil {
		x.Type = typeName(in.Value().Type())
		l.pkg.noteType(in.Value().Type())
	}
	args := l.args(c.Args...)
	if c.IsInvoke() {
		x.Op, x.Sym = ir.Invoke, c.Method.Name()
		x.Args = append([]ir.Ref{l.ref(c.Value)}, args...)
		x.Result, x.Type = x.Type, typeName(c.Value.Type())
		x.Names = l.pkg.implementers(c.Value.Type())
		return x
	}
	switch f := c.Value.(type) {
	case *ssa.Builtin:
		x.Op, x.Sym, x.Args = ir.Builtin, f.Name(), args
		return x
	case *ssa.Function:
		x.Op, x.Sym = ir.Call, funcName(f)
		l.pkg.want(f)
		x.Args = append([]ir.Ref{ir.None}, args...)
		return x
	}
	x.Op = ir.Call
	x.Args = append([]ir.Ref{l.ref(c.Value)}, args...)
	return x
}

// returnsError says whether a return statement is known to return an error: a made
// one, or one that was just found not to be nil.
func returnsError(in *ssa.Return) bool {
	last := stored(in.Results[len(in.Results)-1], in.Block())
	switch v := last.(type) {
	case *ssa.MakeInterface:
		return true
	case *ssa.Call:
		if f := v.Call.StaticCallee(); f != nil && makesError(f) {
			return true
		}
	case *ssa.UnOp:
		if g, ok := v.X.(*ssa.Global); ok && v.Op == token.MUL {
			return g.Name() != "_"
		}
	}
	return foundNotNil(last, in.Block())
}

// stored is what a result holds that a block stores there and returns: in a function that defers calls, those come
// between. A result of which somebody has the address, or that is written in parts, may hold something else then.
func stored(v ssa.Value, b *ssa.BasicBlock) ssa.Value {
	load, ok := v.(*ssa.UnOp)
	if !ok || load.Op != token.MUL {
		return v
	}
	at, ok := load.X.(*ssa.Alloc)
	if !ok {
		return v
	}
	for _, in := range *at.Referrers() {
		switch in := in.(type) {
		case *ssa.UnOp, *ssa.DebugRef:
		case *ssa.Store:
			if in.Addr != at {
				return v
			}
		default:
			return v
		}
	}
	for _, in := range slices.Backward(b.Instrs) {
		if st, ok := in.(*ssa.Store); ok && st.Addr == at {
			return st.Val
		}
	}
	return v
}

// makesError says whether a function of a package that makes errors, of any module, is known to give one.
func makesError(f *ssa.Function) bool {
	if f.Pkg == nil {
		return false
	}
	path := f.Pkg.Pkg.Path()
	return path == "fmt" && f.Name() == "Errorf" ||
		strings.HasSuffix("/"+path, "/errors") && slices.Contains([]string{"New", "Errorf", "Join", "Wrap", "Wrapf"}, f.Name())
}

// foundNotNil says whether the block is only reached when the value was not nil.
func foundNotNil(v ssa.Value, b *ssa.BasicBlock) bool {
	for d := b; d != nil; d = d.Idom() {
		if len(d.Preds) != 1 {
			continue
		}
		p := d.Preds[0]
		cond, ok := p.Instrs[len(p.Instrs)-1].(*ssa.If)
		if !ok {
			continue
		}
		cmp, ok := cond.Cond.(*ssa.BinOp)
		if !ok || cmp.X != v && cmp.Y != v {
			continue
		}
		other := cmp.X
		if other == v {
			other = cmp.Y
		}
		if c, isConst := other.(*ssa.Const); !isConst || !c.IsNil() {
			continue
		}
		if cmp.Op == token.NEQ && p.Succs[0] == d || cmp.Op == token.EQL && p.Succs[1] == d {
			return true
		}
	}
	return false
}
