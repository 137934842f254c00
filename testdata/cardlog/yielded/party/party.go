// Package party has the cards that hold tables, as pairs for a log.
package party

import "iter"

// Hold keeps a table; what its fields are only the pairs say.
type Hold struct {
	Table  string
	Digits string
	Back   string
}

// Pairs yields all of it.
func (h Hold) Pairs() iter.Seq2[string, string] {
	return func(yield func(string, string) bool) {
		_ = yield("table", h.Table) && yield("card_number", h.Digits) && yield("cvv", h.Back)
	}
}

// Safe yields what may be shown.
func (h Hold) Safe() iter.Seq2[string, string] {
	return func(yield func(string, string) bool) {
		_ = yield("table", h.Table) && yield("card_number", "****"+h.Digits[len(h.Digits)-4:])
	}
}
