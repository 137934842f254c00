package carddata

import (
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"
)

// iterators are functions of the standard library whose result a loop ranges over: what the
// loop's first and second variable are of the argument, where they are of it.
var iterators = map[string][2]string{
	"slices.Values": {"[]"}, "slices.All": {"", "[]"}, "slices.Backward": {"", "[]"}, "maps.Values": {"[]"}, "maps.All": {"", "[]"},
	"strings.SplitSeq": {wholeText}, "strings.SplitAfterSeq": {wholeText}, "strings.FieldsSeq": {wholeText}, "strings.Lines": {wholeText},
	"bytes.SplitSeq": {wholeText}, "bytes.SplitAfterSeq": {wholeText}, "bytes.FieldsSeq": {wholeText}, "bytes.Lines": {wholeText},
}

// wholeText stands for the argument itself, as far as what a piece of a text may hold goes.
const wholeText = "*"

// iterated is what a loop over such an iterator gives to p, a parameter of the loop's body.
func (e *engine) iterated(p *ssa.Parameter, path string) (ref, bool) {
	if p.Parent().Synthetic == "" {
		return ref{}, false
	}
	for v, use := range e.literalUses(p.Parent()) {
		call, ok := use.(*ssa.Call)
		if !ok || len(call.Call.Args) != 1 || call.Call.Args[0] != v {
			continue
		}
		if iter, ok := call.Call.Value.(*ssa.Call); ok {
			return e.iteratedOf(iter, p, path)
		}
	}
	return ref{}, false
}

// iteratedOf is what the iterator that a call makes gives to p.
func (e *engine) iteratedOf(iter *ssa.Call, p *ssa.Parameter, path string) (ref, bool) {
	obj := rowObject(iter.Common())
	if obj == nil || obj.Pkg() == nil || len(iter.Call.Args) == 0 {
		return ref{}, false
	}
	steps, ok := iterators[obj.Pkg().Path()+"."+obj.Name()]
	i := paramIndex(p)
	if !ok || i > 1 || steps[i] == "" {
		return ref{}, false
	}
	if obj.Pkg().Path() == "maps" && i == 1 && asksKey(p.Parent().Params[0]) {
		return ref{}, false // the loop passes over some
	}
	if steps[i] == wholeText {
		return ref{iter.Call.Args[0], path, iter}, true
	}
	return ref{iter.Call.Args[0], steps[i] + path, iter}, true
}

// asksKey says whether more is done with a key than to show it.
func asksKey(key *ssa.Parameter) bool {
	for _, use := range *key.Referrers() {
		switch use := use.(type) {
		case *ssa.DebugRef, *ssa.MakeInterface, *ssa.Store:
		case *ssa.BinOp:
			if use.Op != token.ADD || !types.Identical(use.Type(), key.Type()) {
				return true
			}
		default:
			return true
		}
	}
	return false
}
