// Package loggers prints a card in every shape with every logger. Which lines show the card
// was found out by running them with the pinned libraries.
package loggers

import (
	"fmt"
	"log/slog"

	"github.com/rs/zerolog"
	"go.uber.org/zap/zapcore"
)

type Card struct{ PAN, CVV string }

type Order struct {
	ID   string
	Card *Card
}

type Trip struct{ Ride Strung }

type Strung Card

func (Strung) String() string { return "card ****" }

type PtrStrung Card

func (*PtrStrung) String() string { return "card ****" }

type JSONed Card

func (JSONed) MarshalJSON() ([]byte, error) { return []byte(`"****"`), nil }

type PtrJSONed Card

func (*PtrJSONed) MarshalJSON() ([]byte, error) { return []byte(`"****"`), nil }

type Texted Card

func (Texted) MarshalText() ([]byte, error) { return []byte("****"), nil }

type Valued Card

func (Valued) LogValue() slog.Value { return slog.StringValue("****") }

type PtrValued Card

func (*PtrValued) LogValue() slog.Value { return slog.StringValue("****") }

type Zeroed Card

func (Zeroed) MarshalZerologObject(e *zerolog.Event) { e.Str("card", "****") }

type Zapped Card

func (Zapped) MarshalLogObject(enc zapcore.ObjectEncoder) error {
	enc.AddString("card", "****")
	return nil
}

type Logged Card

func (Logged) MarshalLog() any { return "****" }

type Erring Card

func (Erring) Error() string { return "card ****" }

type Formatted Card

func (Formatted) Format(f fmt.State, _ rune) { f.Write([]byte("****")) }

type Gone Card

func (Gone) GoString() string { return "****" }

type Tagged struct {
	PAN string `json:"-"`
	CVV string `json:"-"`
}

// values has a card in every shape.
type values struct {
	Card       Card
	Order      Order
	Cards      []Card
	Pointers   []*Card
	ByName     map[string]Card
	Strung     Strung
	Trip       Trip
	Strungs    []Strung
	PtrStrung  PtrStrung
	JSONed     JSONed
	PtrJSONed  PtrJSONed
	Texted     Texted
	Valued     Valued
	PtrValued  PtrValued
	ValuedList []Valued
	Zeroed     Zeroed
	Zapped     Zapped
	Logged     Logged
	Erring     Erring
	Formatted  Formatted
	Gone       Gone
	Tagged     Tagged
}
