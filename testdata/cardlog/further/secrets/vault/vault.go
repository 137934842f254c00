// Package vault has types that guard one text, and a way to get at it.
package vault

// Guarded keeps any value.
type Guarded[T any] struct{ v T }

func Guard[T any](v T) Guarded[T] { return Guarded[T]{v} }

func (Guarded[T]) String() string { return "[guarded]" }

// Reveal gives the value for the wire.
func (g Guarded[T]) Reveal() T { return g.v }

// Digits keep a number of any kind.
type Digits struct{ digits string }

func (d Digits) String() string { return "****" }

// Clear gives all of them.
func (d Digits) Clear() string { return d.digits }

// Bare does not hide itself.
type Bare struct{ value string }

// Check is the answer to a code.
type Check struct {
	Value   string
	Matched bool
}

// Card is a card that is kept.
type Card struct {
	Holder     string
	CardNumber Digits
	Cvc        Guarded[string]
}

// Request is what is sent.
type Request struct {
	CardNumber Digits
	CVV        *Bare
	CvvResult  Check
}

// Pair has the code by value.
type Pair struct {
	CardNumber Digits
	CVV        Bare
}
