package carddata

import (
	"golang.org/x/tools/go/ssa"

	"github.com/auroravet/auroravet/internal/loglib"
)

// rejectedText is the value that a validator did not let through: card data where the function
// or, when it only gets the error, the package has structs validated that hold some.
func (e *engine) rejectedText(call *ssa.Call) content {
	obj := rowObject(call.Common())
	if obj == nil || !loglib.Is(obj.FullName(), loglib.Refused) {
		return clean
	}
	top := call.Parent()
	for top.Parent() != nil {
		top = top.Parent()
	}
	k, found := e.validated(top)
	for _, fn := range e.ssa.Funcs {
		if found {
			break
		}
		more, _ := e.validated(fn)
		k |= more
	}
	if k == 0 {
		return clean
	}
	return card(bodyKind, "the rejected value")
}

// validated is the card data of the structs that a function has validated, and whether it has any.
func (e *engine) validated(fn *ssa.Function) (k kinds, found bool) {
	for _, f := range withLiterals(fn) {
		e.eachCall(f, func(call ssa.CallInstruction) {
			obj := rowObject(call.Common())
			if obj == nil || !loglib.Is(obj.FullName(), loglib.Validates) {
				return
			}
			for _, a := range callArgs(call.Common())[1:] {
				if st := structOf(concrete(a).Type()); st != nil {
					found = true
					k |= e.holds(deref(concrete(a).Type()))
				}
			}
		})
	}
	return k, found
}
