// Package lib has types and loggers that another package uses.
package lib

import (
	"fmt"
	"log/slog"
	"os"
	"strings"
)

// Quiet hides itself.
type Quiet struct{ PAN, CVV string }

// String hides the card.
func (q Quiet) String() string { return "card ..." + tail(q.PAN) }

func tail(s string) string { return s[len(s)-4:] }

// Loud shows itself.
type Loud struct{ PAN, CVV string }

// String shows the number.
func (l *Loud) String() string { return fmt.Sprintf("card %s", l.PAN) }

// Secret is a guarded text.
type Secret string

// String hides it.
func (s Secret) String() string { return strings.Repeat("*", len(s)) }

// LogValue hides it.
func (s Secret) LogValue() slog.Value { return slog.StringValue("***") }

// MarshalText hides it.
func (s Secret) MarshalText() ([]byte, error) { return []byte("***"), nil }

// Keyed has guarded fields.
type Keyed struct {
	CardNumber Secret `json:"cardNumber"`
	CVV        Secret `json:"cvv"`
}

// Request has pointers.
type Request struct {
	CardNumber *string `json:"cardNumber"`
}

// NewJSON writes JSON.
func NewJSON() *slog.Logger { return slog.New(slog.NewJSONHandler(os.Stderr, nil)) }

// NewSafe hides card numbers.
func NewSafe() *slog.Logger {
	return slog.New(slog.NewTextHandler(os.Stderr, &slog.HandlerOptions{ReplaceAttr: func(_ []string, a slog.Attr) slog.Attr {
		switch strings.ToLower(a.Key) {
		case "card_number", "cvv":
			return slog.String(a.Key, "[redacted]")
		}
		return a
	}}))
}

// Safe is shared.
var Safe = NewSafe()

// Number makes a card number readable.
func Number(q Quiet) string { return q.PAN }

// Fill fills a request.
func Fill(r *Request, n string) { r.CardNumber = &n }

// Wipe empties a card.
func Wipe(l *Loud) {
	l.PAN = ""
	l.CVV = ""
}
