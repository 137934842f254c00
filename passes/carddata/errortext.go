package carddata

import (
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/auroravet/auroravet/internal/loglib"
)

// isErrorValue says whether v is an error, whose text was judged where it was made.
func isErrorValue(v ssa.Value) bool {
	if mi, ok := v.(*ssa.MakeInterface); ok {
		v = mi.X
	}
	if ci, ok := v.(*ssa.ChangeInterface); ok {
		v = ci.X
	}
	return types.Implements(v.Type(), errorType.Underlying().(*types.Interface))
}

var errorType = types.Universe.Lookup("error").Type()

// visitError looks at what an Error method of a type of the package answers: the text of
// an error goes where nobody sees it made, so it is judged here and not where it is logged.
func (e *engine) visitError(fn *ssa.Function) {
	for _, b := range fn.Blocks {
		ret, ok := lastReturn(b)
		if !ok || len(ret.Results) != 1 {
			continue
		}
		sink := flow{to: -1, sink: "Error", err: true}
		call, isCall := ret.Results[0].(*ssa.Call)
		if isCall && rowObject(call.Common()) != nil {
			if row := rowOf(rowObject(call.Common())); row != nil && row.Op == loglib.Carry {
				for _, it := range e.rowItems(row, call) {
					e.record(fn, call, sink, it, e.itemContent(it).byName())
				}
				continue
			}
		}
		it := item{r: ref{ret.Results[0], "", ret}, text: true, arg: -1, place: -1, aux: -1}
		e.record(fn, ret, sink, it, e.itemContent(it).byName())
	}
}

// visitErrorValue looks at a value that becomes an error: what its Error method shows of
// fields whose names do not tell is judged where they are filled in.
func (e *engine) visitErrorValue(fn *ssa.Function, mi *ssa.MakeInterface) {
	if !types.Identical(mi.Type(), errorType) {
		return
	}
	method := displayOf(mi.X.Type(), "Error", true)
	if method == nil || method.Pkg() == nil || !e.inModule(method.Pkg()) {
		return
	}
	r := ref{mi.X, "", mi}
	c, known := e.methodShows(method, r, mi.X.Type())
	if !known {
		return
	}
	it := item{r: r, arg: -1, place: -1, aux: -1}
	e.record(fn, mi, flow{to: -1, sink: "Error", err: true}, it, c)
}

// madeAt is where the source makes an error value that becomes an error.
func madeAt(instr ssa.Instruction) token.Pos {
	mi, ok := instr.(*ssa.MakeInterface)
	if !ok || mi.Pos().IsValid() {
		return instr.Pos()
	}
	if load, ok := mi.X.(*ssa.UnOp); ok {
		return load.X.Pos()
	}
	return mi.X.Pos()
}

// beyondReceiver is what an error's text shows that its Error method does not show by
// itself, for which it is reported: what was put into a field of a common name.
func (e *engine) beyondReceiver(c content, body *ssa.Function, sum *summary) content {
	own := content{}
	if body != nil {
		own = e.displayed(body)
	} else {
		for _, res := range sum.results {
			own.add(res.content)
		}
	}
	if own.byName().kinds() != 0 {
		return clean
	}
	return c
}
