package carddata

import (
	"go/token"

	"golang.org/x/tools/go/ssa"
)

// maxShort is the length up to which a text is no card number.
const maxShort = 12

// maxShown is the length up to which a text is the part of a card number that may be shown.
const maxShown = 6

// shortEdge says whether the value of a phi's edge is text that the branch taken shows to
// be too short for card data: "if len(s) > 4 { s = s[len(s)-4:] }".
func shortEdge(phi *ssa.Phi, i int) bool {
	v, pred := phi.Edges[i], phi.Block().Preds[i]
	if n := len(pred.Instrs); n > 0 {
		if iff, ok := pred.Instrs[n-1].(*ssa.If); ok && pred.Succs[0] != pred.Succs[1] {
			if limit, ok := lengthLimit(iff.Cond, v, pred.Succs[0] == phi.Block()); ok && limit <= maxShort {
				return true
			}
		}
	}
	return shortIn(v, pred, maxShort)
}

// measured says whether the program asks for the length of v.
func measured(v ssa.Value) bool {
	if v == nil {
		return false
	}
	refs := bare(v).Referrers()
	if refs == nil {
		return false
	}
	for _, use := range *refs {
		if call, ok := use.(*ssa.Call); ok && lengthOf(call, bare(v)) {
			return true
		}
	}
	return false
}

// bare is v as it was before it was put into an interface or became text of another type.
func bare(v ssa.Value) ssa.Value { return underConversion(concrete(v)) }

// shortIn says whether v is known to be no longer than limit in block b.
func shortIn(v ssa.Value, b *ssa.BasicBlock, limit int64) bool {
	return decided(b, func(cond ssa.Value, truth bool) bool {
		n, ok := lengthLimit(cond, v, truth)
		return ok && n <= limit
	})
}

// fewPlaces says whether a loop gets to a block at the first or last places of a text alone:
// if i >= len(s)-4 { … }.
func fewPlaces(b *ssa.BasicBlock) bool {
	return decided(b, func(cond ssa.Value, truth bool) bool {
		op, ok := cond.(*ssa.BinOp)
		return ok && edgePlaces(op, truth)
	})
}

// decided says whether a condition that is decided on every way to a block, with the truth
// that it has there, is one that is asked for.
func decided(b *ssa.BasicBlock, asked func(cond ssa.Value, truth bool) bool) bool {
	for ; b != nil; b = b.Idom() {
		if len(b.Preds) != 1 {
			continue
		}
		pred := b.Preds[0]
		iff, ok := pred.Instrs[len(pred.Instrs)-1].(*ssa.If)
		if ok && pred.Succs[0] != pred.Succs[1] && asked(iff.Cond, pred.Succs[0] == b) {
			return true
		}
	}
	return false
}

// edgePlaces says whether a comparison of a loop's index leaves its first six or last four places.
func edgePlaces(cond *ssa.BinOp, truth bool) bool {
	op, bound := cond.Op, cond.Y
	switch cond.X.(type) {
	case *ssa.Phi, *ssa.Extract:
	default:
		return false
	}
	upper := op == token.GEQ && truth || op == token.LSS && !truth
	lower := op == token.LSS && truth || op == token.GEQ && !truth
	above := op == token.GTR && truth || op == token.LEQ && !truth
	if n, ok := constInt(bound); ok {
		return lower && n > 0 && n <= maxShown
	}
	sub, ok := bound.(*ssa.BinOp)
	if !ok || sub.Op != token.SUB {
		return false
	}
	call, ok := sub.X.(*ssa.Call)
	keep, fixed := constInt(sub.Y)
	if !ok || !fixed || len(call.Call.Args) == 0 || !lengthOf(call, call.Call.Args[0]) {
		return false
	}
	return upper && keep <= 4 || above && keep <= 5
}

// lengthLimit returns the greatest length that v has where cond has the given truth.
func lengthLimit(cond ssa.Value, v ssa.Value, truth bool) (int64, bool) {
	op, ok := cond.(*ssa.BinOp)
	if !ok {
		return 0, false
	}
	tok, x, y := op.Op, op.X, op.Y
	if _, left := constInt(x); left {
		x, y = y, x
		tok = map[token.Token]token.Token{token.LSS: token.GTR, token.LEQ: token.GEQ, token.GTR: token.LSS, token.GEQ: token.LEQ, token.EQL: token.EQL, token.NEQ: token.NEQ}[tok]
	}
	k, ok := constInt(y)
	if !ok || !lengthOf(x, v) {
		if text, isText := constText(y); isText && text == "" && sameValue(x, v) {
			return 0, tok == token.EQL && truth || tok == token.NEQ && !truth
		}
		return 0, false
	}
	if !truth {
		tok = map[token.Token]token.Token{token.LSS: token.GEQ, token.LEQ: token.GTR, token.GTR: token.LEQ, token.GEQ: token.LSS, token.EQL: token.NEQ, token.NEQ: token.EQL}[tok]
	}
	switch tok {
	case token.LSS:
		return k - 1, true
	case token.LEQ, token.EQL:
		return k, true
	}
	return 0, false
}

// lengthOf says whether x is the length of v.
func lengthOf(x, v ssa.Value) bool {
	call, ok := x.(*ssa.Call)
	if !ok {
		return false
	}
	if b, ok := call.Call.Value.(*ssa.Builtin); ok && b.Name() == "len" {
		return sameValue(call.Call.Args[0], v)
	}
	if f := call.Call.StaticCallee(); f != nil && f.Name() == "RuneCountInString" {
		return sameValue(call.Call.Args[0], v)
	}
	return false
}

// sameValue says whether x and v are one value, or two reads of one variable or field,
// or the same text in another form.
func sameValue(x, v ssa.Value) bool {
	x, v = underConversion(x), underConversion(v)
	if x == v {
		return true
	}
	a, ok1 := x.(*ssa.UnOp)
	b, ok2 := v.(*ssa.UnOp)
	if ok1 && ok2 && a.Op == token.MUL && b.Op == token.MUL {
		ra, pa := place(a.X)
		rb, pb := place(b.X)
		return ra == rb && pa == pb
	}
	c, ok1 := x.(*ssa.Field)
	d, ok2 := v.(*ssa.Field)
	return ok1 && ok2 && c.Field == d.Field && sameValue(c.X, d.X)
}

func underConversion(v ssa.Value) ssa.Value {
	for {
		switch c := v.(type) {
		case *ssa.Convert:
			v = c.X
		case *ssa.ChangeType:
			v = c.X
		default:
			return v
		}
	}
}
