package carddata

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/auroravet/auroravet/internal/weblib"
)

// filledInside is the card data of a type argument of which a handler that a generic function
// makes takes a value out of its request.
func (e *engine) filledInside(call *ssa.Call) kinds {
	fn := call.Call.StaticCallee()
	if fn == nil || len(fn.TypeArgs()) == 0 || e.body(fn) == nil {
		return 0
	}
	var k kinds
	for _, d := range e.traffic.decodes {
		tp, ok := types.Unalias(d.of).(*types.TypeParam)
		if !ok || d.call == nil || d.fn.Parent() == nil || tp.Index() >= len(fn.TypeArgs()) || !declares(outermost(d.fn), tp) || outermost(d.fn) != e.body(fn) {
			continue
		}
		if slices.ContainsFunc(d.text, func(v ssa.Value) bool { return e.fromRequest(v, 0) }) {
			k |= e.receives(fn.TypeArgs()[tp.Index()], "", map[types.Type]bool{})
		}
	}
	return k & (panKind | cvvKind)
}

func outermost(fn *ssa.Function) *ssa.Function {
	for fn.Parent() != nil {
		fn = fn.Parent()
	}
	return fn
}

// filledFor is the card data of a type argument that a generic function of another package takes
// out of requests: it makes a handler of a function that has a parameter of that type.
func (e *engine) filledFor(call *ssa.Call) kinds {
	fn := call.Call.StaticCallee()
	if fn == nil || len(fn.TypeArgs()) == 0 || e.body(fn) != nil {
		return 0
	}
	obj := rowObject(&call.Call)
	if obj == nil || obj.Pkg() == nil || !weblib.HandlerType(fullType(call.Type())) && !weblib.MakesHandlers(obj.Pkg().Path()) {
		return 0
	}
	var k kinds
	for _, a := range call.Call.Args {
		sig, ok := a.Type().Underlying().(*types.Signature)
		if !ok {
			continue
		}
		for p := range sig.Params().Variables() {
			if slices.ContainsFunc(fn.TypeArgs(), func(t types.Type) bool { return types.Identical(deref(p.Type()), deref(t)) }) {
				k |= e.receives(p.Type(), "", map[types.Type]bool{})
			}
		}
	}
	return k & (panKind | cvvKind)
}
