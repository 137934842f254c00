package carddata

import (
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"
)

// An iterator is to a loop what a list or a map is: the step [] leads to what it yields, and [k:name]
// to what it yields in pairs with a key that is fixed.

// iterators are functions of the standard library that make one of what they are given, or
// gather what one yields: the path in the argument to what the path [] leads to in the result.
var iterators = map[string]string{
	"slices.Values": "[]", "slices.All": "[]", "slices.Backward": "[]", "maps.Values": "[]", "maps.All": "[]",
	"slices.Collect": "[]", "slices.Sorted": "[]", "slices.SortedFunc": "[]", "slices.SortedStableFunc": "[]", "maps.Collect": "[]",
	"strings.SplitSeq": wholeText, "strings.SplitAfterSeq": wholeText, "strings.FieldsSeq": wholeText, "strings.Lines": wholeText,
	"bytes.SplitSeq": wholeText, "bytes.SplitAfterSeq": wholeText, "bytes.FieldsSeq": wholeText, "bytes.Lines": wholeText,
}

// wholeText stands for the argument itself, as far as what a piece of a text may hold goes.
const wholeText = "*"

// yieldFunc is the signature of the function that an iterator calls for each thing that it yields,
// or nil for a type that is no iterator.
func yieldFunc(t types.Type) *types.Signature {
	sig, ok := t.Underlying().(*types.Signature)
	if !ok || sig.Params().Len() != 1 || sig.Results().Len() != 0 {
		return nil
	}
	yield, ok := sig.Params().At(0).Type().Underlying().(*types.Signature)
	if !ok || yield.Params().Len() == 0 || yield.Params().Len() > 2 || yield.Results().Len() != 1 || !isBool(yield.Results().At(0).Type()) {
		return nil
	}
	return yield
}

func isBool(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsBoolean != 0
}

// yieldedType is the type of what an iterator yields, the second of a pair; nil for no iterator.
func yieldedType(t types.Type) types.Type {
	yield := yieldFunc(t)
	if yield == nil {
		return nil
	}
	return yield.Params().At(yield.Params().Len() - 1).Type()
}

// rangedFunc is the iterator of a loop of whose body, which is a function of its own, p is the
// variable that takes what is yielded; nil for any other parameter.
func (e *engine) rangedFunc(p *ssa.Parameter) (iter ssa.Value, loop ssa.Instruction) {
	body := p.Parent()
	if body.Synthetic == "" || paramIndex(p) != len(body.Params)-1 {
		return nil, nil
	}
	for v, use := range e.literalUses(body) {
		call, ok := use.(*ssa.Call)
		if ok && !call.Call.IsInvoke() && len(call.Call.Args) == 1 && call.Call.Args[0] == v && yieldFunc(call.Call.Value.Type()) != nil {
			return call.Call.Value, call
		}
	}
	return nil, nil
}

// rangedOver goes on with what an iterator yields to the loop variable p: all of it, or what
// comes under the keys with which the loop gets to where it is used.
func (w *walker) rangedOver(r ref, p *ssa.Parameter, iter ssa.Value, loop ssa.Instruction) {
	from := ref{iter, "", loop}
	if len(p.Parent().Params) < 2 {
		w.visit(ref{iter, "[]" + r.path, loop})
		return
	}
	key := p.Parent().Params[0]
	var passed []string
	if r.at != nil && r.at.Parent() == p.Parent() {
		passed = w.e.keysPassed(r.at.Block(), func(v ssa.Value) bool { return v == key })
	}
	switch {
	case len(passed) > 0:
		w.unpassed(r, from, passed)
	case asksKey(key):
		w.end(source{ref: r}) // the loop passes over some, or hides them
	default:
		w.visit(ref{iter, "[]" + r.path, loop})
	}
}

// iteratedOf is what a function of the standard library takes of its argument to yield or gather it.
func iteratedOf(call *ssa.Call, path string) (ref, bool) {
	obj := rowObject(call.Common())
	if path == "" || path[0] != '[' || obj == nil || obj.Pkg() == nil || len(call.Call.Args) == 0 {
		return ref{}, false
	}
	switch steps := iterators[obj.Pkg().Path()+"."+obj.Name()]; steps {
	case "":
		return ref{}, false
	case wholeText:
		_, rest := cutStep(path)
		return ref{call.Call.Args[0], rest, call}, true
	}
	return ref{call.Call.Args[0], path, call}, true
}

// asksKey says whether more is done with a key than to show it: it decides, or makes a text, of
// which it cannot be told that it shows the value under every key.
func asksKey(key *ssa.Parameter) bool {
	for _, use := range *key.Referrers() {
		switch use := use.(type) {
		case *ssa.DebugRef, *ssa.MakeInterface, *ssa.Store, *ssa.MapUpdate:
		case *ssa.BinOp:
			if use.Op != token.ADD || !types.Identical(use.Type(), key.Type()) {
				return true
			}
		case *ssa.Call:
			if obj := rowObject(use.Common()); obj != nil && rowOf(obj) != nil {
				continue
			}
			if use.Call.Signature().Results().Len() > 0 && decides(use.Call.Signature().Results().At(0).Type()) {
				return true
			}
		default:
			return true
		}
	}
	return false
}

// decides says whether a result can stand for what was decided about a key.
func decides(t types.Type) bool {
	return isBool(t) || carriesText(t, true) && structOf(t) == nil && yieldFunc(t) == nil
}
