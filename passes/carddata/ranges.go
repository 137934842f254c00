package carddata

import (
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// ranged goes on with the values of a map that a loop takes one by one: those under the keys
// with which the loop gets to where the value is used.
func (w *walker) ranged(r ref, v *ssa.Extract, m ssa.Value) {
	passed := w.e.passedKeys(v, r.at)
	if len(passed) == 0 {
		w.visit(ref{m, "[]" + r.path, r.at})
		return
	}
	w.unpassed(r, ref{m, "", r.at}, passed)
}

// unpassed goes on with what a map or an iterator has under other keys than those that were passed.
func (w *walker) unpassed(r, of ref, passed []string) {
	for _, key := range w.e.keysOf(of) {
		if !slices.ContainsFunc(passed, func(rule string) bool { return matchesKey(rule, key) }) {
			w.visit(ref{of.v, stepOf(key) + r.path, of.at})
		}
	}
	if slices.ContainsFunc(passed, namesCard) {
		w.end(source{ref: r, zero: true})
		return
	}
	w.visit(ref{of.v, otherKey + r.path, of.at})
}

// namesCard says whether a rule of keys is about card data: who writes it knows what to leave out.
func namesCard(rule string) bool {
	if rule == anyKey || rule == "" {
		return rule == anyKey
	}
	switch keyRule(rule[0]) {
	case squashedKey, holdingKey, beginsKey, endsKey:
		rule = rule[1:]
	}
	f := factsOf(rule)
	return f.Kind != 0 || f.word
}

// passedKeys are the keys that a loop over a map is known not to have where a value of it is used:
// it went on to the next before.
func (e *engine) passedKeys(v *ssa.Extract, at ssa.Instruction) []string {
	if at == nil || at.Parent() != v.Parent() {
		return nil
	}
	return e.keysPassed(at.Block(), func(x ssa.Value) bool {
		k, ok := x.(*ssa.Extract)
		return ok && k.Tuple == v.Tuple && k.Index == 1
	})
}

// keysPassed are the keys that a key is known not to be in a block.
func (e *engine) keysPassed(b *ssa.BasicBlock, isKey func(ssa.Value) bool) []string {
	var out []string
	decided(b, func(cond ssa.Value, truth bool) bool {
		out = append(out, e.keysMet(cond, isKey, !truth)...)
		return false
	})
	return out
}

// keysMet are the keys with which a condition on a key has the given truth.
func (e *engine) keysMet(cond ssa.Value, isKey func(ssa.Value) bool, truth bool) []string {
	switch c := cond.(type) {
	case *ssa.UnOp:
		if c.Op == token.NOT {
			return e.keysMet(c.X, isKey, !truth)
		}
	case *ssa.BinOp:
		if text, ok := constText(c.Y); ok && ofKey(c.X, isKey, 0) && text != "" && (c.Op == token.EQL && truth || c.Op == token.NEQ && !truth) {
			return []string{text}
		}
	case *ssa.Lookup:
		if truth && isMap(c.X) && ofKey(c.Index, isKey, 0) {
			return e.keysOf(ref{c.X, "", nil})
		}
	case *ssa.Extract:
		if look, ok := c.Tuple.(*ssa.Lookup); ok && truth && c.Index == 1 && ofKey(look.Index, isKey, 0) {
			return e.keysOf(ref{look.X, "", nil})
		}
	case *ssa.Call:
		if truth && slices.ContainsFunc(callArgs(&c.Call), func(a ssa.Value) bool { return ofKey(a, isKey, 0) }) {
			r := &redactor{e: e, seen: map[*ssa.Function]bool{}}
			r.call(c, false)
			return r.rules()
		}
	}
	return nil
}

// ofKey says whether a text is a key, or made of it.
func ofKey(v ssa.Value, isKey func(ssa.Value) bool, depth int) bool {
	if isKey(v) {
		return true
	}
	call, ok := v.(*ssa.Call)
	return ok && depth < 3 && plainText(v.Type()) && slices.ContainsFunc(callArgs(&call.Call), func(a ssa.Value) bool { return ofKey(a, isKey, depth+1) })
}

// mapOf is the map that a loop's value comes out of, or nil.
func mapOf(next *ssa.Next) ssa.Value {
	iter, ok := next.Iter.(*ssa.Range)
	if !ok || next.IsString {
		return nil
	}
	if _, ok := iter.X.Type().Underlying().(*types.Map); !ok {
		return nil
	}
	return iter.X
}
