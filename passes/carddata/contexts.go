package carddata

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/auroravet/auroravet/internal/loglib"
)

// This file holds what functions of the package keep in a context for others of it: the fields of
// a logger that are found again where something is logged.

// keptKey is the key of a value in a context: the type of the key with its constant value, or
// the variable that holds it.
type keptKey struct {
	of    types.Object
	value string
}

// keyOf is the key that a value is; false when it is not known to be always the same.
func keyOf(v ssa.Value) (keptKey, bool) {
	v = concrete(v)
	if load, ok := v.(*ssa.UnOp); ok {
		g, ok := load.X.(*ssa.Global)
		if ok {
			return keptKey{of: g.Object()}, true
		}
	}
	c, ok := v.(*ssa.Const)
	if !ok {
		return keptKey{}, false
	}
	key := keptKey{value: c.Name()}
	if named, ok := types.Unalias(c.Type()).(*types.Named); ok {
		key.of = named.Obj()
	}
	return key, true
}

// noteKept notes what a call keeps in a context.
func (e *engine) noteKept(call ssa.CallInstruction) {
	args, row := keeping(call, loglib.Keep)
	if row == nil {
		return
	}
	if key, ok := keyOf(args[row.Get("key")]); ok {
		e.inContexts[key] = append(e.inContexts[key], ref{args[row.Get("value")], "", call})
	}
}

// keptIn is what the package keeps under the key that a call asks a context for.
func (e *engine) keptIn(call *ssa.Call) []ref {
	if call == nil || len(e.inContexts) == 0 {
		return nil
	}
	args, row := keeping(call, loglib.Kept)
	if row == nil {
		return nil
	}
	key, ok := keyOf(args[row.Get("key")])
	if !ok {
		return nil
	}
	return e.inContexts[key]
}

func keeping(call ssa.CallInstruction, op loglib.Op) ([]ssa.Value, *loglib.Row) {
	obj := rowObject(call.Common())
	if obj == nil {
		return nil, nil
	}
	row := rowOf(obj)
	if row == nil || row.Op != op {
		return nil, nil
	}
	return callArgs(call.Common()), row
}

// assertedIn is the call whose result a type assertion looks into, or nil.
func assertedIn(v ssa.Value) *ssa.Call {
	if x, ok := v.(*ssa.Extract); ok {
		v = x.Tuple
	}
	assert, ok := v.(*ssa.TypeAssert)
	if !ok {
		return nil
	}
	call, _ := assert.X.(*ssa.Call)
	return call
}

// passedList is the list that a call returns as it is, or nil.
func passedList(call *ssa.Call) ssa.Value {
	args, row := keeping(call, loglib.Pass)
	if row == nil || row.Get("from") >= len(args) {
		return nil
	}
	if of := args[row.Get("from")]; types.Identical(of.Type(), call.Type()) && elemType(of.Type()) != nil {
		return of
	}
	return nil
}

// expandKept lists the elements of the lists that are kept in a context.
func (e *engine) expandKept(it item, kept []ref, how shape, seen map[ssa.Value]bool) []item {
	var out []item
	for _, k := range kept {
		it.r.at = k.at
		out = append(out, e.expand(it, concrete(k.v), how, seen)...)
	}
	return out
}
