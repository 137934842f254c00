package program

import (
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"
)

// This file tells the loops that try again from those that go on. Who tries again stops
// when it has worked; who settles every night or pays what is due stops at an error, or never.

// heedless says whether no way out of a loop depends on the answer of a call, but for those
// that are taken when a call fails.
func heedless(in map[int]bool, fn *ssa.Function) bool {
	for _, b := range fn.Blocks {
		if !in[b.Index] || len(b.Instrs) == 0 {
			continue
		}
		cond, ok := b.Instrs[len(b.Instrs)-1].(*ssa.If)
		if !ok {
			continue
		}
		for i, to := range b.Succs {
			if !in[to.Index] && !atError(cond.Cond, i == 0) && answers(cond.Cond, map[ssa.Value]bool{}) {
				return false
			}
		}
	}
	return true
}

// atError says whether a condition that holds, or fails, shows that a call has returned an error.
func atError(cond ssa.Value, holds bool) bool {
	c, ok := cond.(*ssa.BinOp)
	if !ok || c.Op != token.NEQ && c.Op != token.EQL || holds != (c.Op == token.NEQ) {
		return false
	}
	k, ok := c.Y.(*ssa.Const)
	return ok && k.IsNil() && types.Identical(c.X.Type(), types.Universe.Lookup("error").Type())
}

// answers says whether a value may depend on what a call has answered: on its result, on a
// variable, or on a bool that is set on the way.
func answers(v ssa.Value, seen map[ssa.Value]bool) bool {
	if seen[v] {
		return false
	}
	seen[v] = true
	switch v := v.(type) {
	case *ssa.Const, *ssa.Select, *ssa.Parameter:
		return false
	case *ssa.Phi:
		if b, ok := v.Type().Underlying().(*types.Basic); ok && b.Info()&types.IsBoolean != 0 {
			return true
		}
		for _, e := range v.Edges {
			if answers(e, seen) {
				return true
			}
		}
		return false
	case *ssa.BinOp:
		return answers(v.X, seen) || answers(v.Y, seen)
	case *ssa.UnOp:
		return v.Op == token.MUL || v.Op != token.ARROW && answers(v.X, seen)
	case *ssa.Extract:
		return answers(v.Tuple, seen)
	case *ssa.Convert:
		return answers(v.X, seen)
	case *ssa.Call:
		return !ofClock(v.Common())
	}
	return true
}

// ofClock says whether a call asks for the time, for a length or for the end of a context.
func ofClock(c *ssa.CallCommon) bool {
	if c.IsInvoke() {
		return typeName(c.Value.Type()) == "context.Context"
	}
	if b, ok := c.Value.(*ssa.Builtin); ok {
		return b.Name() == "len"
	}
	f := c.StaticCallee()
	return f != nil && f.Pkg != nil && f.Pkg.Pkg.Path() == "time"
}
