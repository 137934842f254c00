package carddata

import (
	"go/token"
	"math/bits"

	"golang.org/x/tools/go/ssa"
)

// numberLength is how many digits most card numbers have.
const numberLength = 16

// maxPieces bounds the pieces of one text that are looked at together.
const maxPieces = 24

// regrouped is the text that pieces are cut from when they show more of it together than may
// be shown of a card number: n[:4]+" "+n[4:8]+" "+n[8:12]+" "+n[12:].
func (e *engine) regrouped(pieces []ssa.Value) content {
	var c content
	if len(pieces) < 2 || len(pieces) > maxPieces {
		return c
	}
	seen := map[*ssa.Slice]bool{}
	for i, p := range pieces {
		first, ok := bare(p).(*ssa.Slice)
		if !ok || seen[first] {
			continue
		}
		var shown uint64
		for _, q := range pieces[i:] {
			if s, ok := bare(q).(*ssa.Slice); ok && sameValue(s.X, first.X) {
				seen[s] = true
				shown |= e.positions(s)
			}
		}
		if bits.OnesCount64(shown) > shownDigits {
			c.add(e.text(ref{first.X, "", first}))
			c.open = false
		}
	}
	return c
}

// positions are the places of a card number that a slice shows, as bits; none when its bounds
// are not known.
func (e *engine) positions(s *ssa.Slice) uint64 {
	low, high := int64(0), int64(numberLength)
	if s.Low != nil {
		n, known := constInt(s.Low)
		if !known {
			keep, ok := fromEnd(s.Low, s.X, 0)
			if n = numberLength - keep; !ok {
				return 0
			}
		}
		low = n
	}
	if s.High != nil {
		n, known := constInt(s.High)
		if !known {
			return 0
		}
		high = n
	}
	var shown uint64
	for i := max(low, 0); i < min(high, numberLength); i++ {
		shown |= 1 << i
	}
	return shown
}

// summands are the texts that a sum is made of.
func summands(v ssa.Value, out []ssa.Value) []ssa.Value {
	if sum, ok := v.(*ssa.BinOp); ok && sum.Op == token.ADD && len(out) < maxPieces {
		return summands(sum.Y, summands(sum.X, out))
	}
	return append(out, v)
}

// together is what items show that each of them alone does not.
func (e *engine) together(items []item) (first item, c content) {
	var pieces []ssa.Value
	for _, it := range items {
		if it.r.v == nil || it.r.path != "" || it.tail != raw {
			continue
		}
		list := variadic(it.r.v)
		if list == nil {
			list = []ssa.Value{it.r.v}
		}
		for _, v := range list {
			if _, ok := bare(v).(*ssa.Slice); ok {
				if len(pieces) == 0 {
					first = it
				}
				pieces = append(pieces, v)
			}
		}
	}
	return first, e.regrouped(pieces)
}
