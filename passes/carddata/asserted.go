package carddata

import (
	"go/constant"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/auroravet/auroravet/internal/loglib"
)

// typeRule is the sign of a type whose values a handler replaces, whatever their key is.
const typeRule = "!"

// hidesType says whether the logger's handler replaces the values of a type.
func (l logger) hidesType(it item) bool {
	if len(l.redacts) == 0 || it.r.v == nil || it.r.path != "" {
		return false
	}
	return slices.Contains(l.redacts, typeRule+concrete(it.r.v).Type().String())
}

// asserted notes a type that a handler asks for, to put something else in the place of what is of it.
func (r *redactor) asserted(v *ssa.TypeAssert) {
	if !v.CommaOk || types.IsInterface(v.AssertedType) {
		return
	}
	for _, use := range *v.Referrers() {
		ok, isOk := use.(*ssa.Extract)
		if !isOk || ok.Index != 1 {
			continue
		}
		for _, use := range *ok.Referrers() {
			if iff, isIf := use.(*ssa.If); isIf && r.replaces(iff.Block().Succs[0]) {
				r.keys, r.masks = append(r.keys, typeRule+v.AssertedType.String()), true
			}
		}
	}
}

// replaces says whether a block makes another field, or answers with none at all. What is
// made there is looked at where it is made.
func (r *redactor) replaces(b *ssa.BasicBlock) bool {
	for _, instr := range b.Instrs {
		switch instr := instr.(type) {
		case ssa.CallInstruction:
			if obj := rowObject(instr.Common()); obj != nil {
				if row := rowOf(obj); row != nil && row.Op == loglib.Field {
					return true
				}
			}
		case *ssa.Return:
			return len(instr.Results) > 0 && r.e.emptyField(instr.Results[0])
		}
	}
	return false
}

// overwrites says whether an element of a list that the function was given gets a fixed value.
func (r *redactor) overwrites(st *ssa.Store) bool {
	el, ok := st.Addr.(*ssa.IndexAddr)
	if !ok || !fixedValue(st.Val) {
		return false
	}
	_, given := el.X.(*ssa.Parameter)
	return given
}

// fixedValue says whether v is a text or nil that does not depend on anything.
func fixedValue(v ssa.Value) bool {
	c, ok := concrete(v).(*ssa.Const)
	return ok && (c.Value == nil || c.Value.Kind() == constant.String)
}

// adapted reads the keys that a function hides which is made a handler or logger by its type.
func (e *engine) adapted(v ssa.Value) logger {
	var l logger
	for _, fn := range e.functions(v, 0) {
		if body := e.body(fn.fn); body != nil {
			for _, f := range withLiterals(body) {
				l = e.redactions(f, nil, l)
			}
		}
	}
	return l
}
