// Package entities has types that say what a logger of another package shows of them.
package entities

import (
	"context"
	"log"

	"github.com/auroravet/auroravet/testdata/cardlog/entities/evlog"
)

// Card tells all.
type Card struct {
	CardNumber string
	Brand      string
}

// LogFields are a card's fields.
func (c Card) LogFields() map[string]any {
	return map[string]any{"brand": c.Brand, "no": c.CardNumber}
}

// Title is its number.
func (c *Card) Title() string { return "card " + c.CardNumber }

// Payment has a card and tells what its card tells.
type Payment struct {
	Card
	Ref string
}

// Slip has a number and does not tell it.
type Slip struct {
	CardNumber string
	Brand      string
}

// LogFields are a slip's fields.
func (s Slip) LogFields() map[string]any {
	return map[string]any{"brand": s.Brand, "digits": len(s.CardNumber)}
}

// Title is its brand.
func (s *Slip) Title() string { return "slip of " + s.Brand }

func cards(ctx context.Context, c Card, p Payment) {
	evlog.Entity(ctx, c) // want `c shows the card number`
	evlog.Typed(ctx, c)  // want `c shows the card number`
	evlog.Entity(ctx, p) // want `p shows the card number`
	evlog.Titles(&c)     // want `shows the card number`
	evlog.Title(&c)      // want `shows the card number`
}

func slips(ctx context.Context, s Slip) {
	evlog.Entity(ctx, s)
	evlog.Typed(ctx, s)
	evlog.Titles(&s)
	evlog.Title(&s)
}

type entity interface{ Title() string }

func local[T entity](v T) { log.Println(v.Title()) }

func locals(c *Card, s *Slip) {
	local(c) // want `c shows the card number`
	local(s)
}

func failed(s Slip, err error) {
	evlog.Failed(err)
	evlog.Entity(context.Background(), s)
}
