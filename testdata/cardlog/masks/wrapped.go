package masks

import "log"

// Redacted hides a value of any type.
type Redacted[T any] struct{ value T }

// Get returns the value.
func (r Redacted[T]) Get() T { return r.value }

func (Redacted[T]) String() string { return "***" }

// Hidden hides a text.
type Hidden struct{ v string }

// Reveal returns the text.
func (h Hidden) Reveal() string { return h.v }

func (Hidden) String() string { return "***" }

// MaskedPAN holds the mask itself.
type MaskedPAN struct{ v string }

func (m MaskedPAN) String() string { return m.v }

type guest struct {
	CardNumber Redacted[string]
	Cvv        Hidden
	CardPAN    MaskedPAN
}

func unveil(g guest) {
	log.Print(g.CardNumber.Get()) // want `g.CardNumber.Get\(\) shows the card number in clear`
	log.Print(g.Cvv.Reveal())     // want `g.Cvv.Reveal\(\) shows the security code in clear`
}

func veil(g guest) {
	log.Print(g)
	log.Print(g.CardPAN.String(), g.CardNumber, g.Cvv)
}
