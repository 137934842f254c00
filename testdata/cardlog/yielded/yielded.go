// Package yielded logs what loops over iterators get: the pairs and values that a function yields.
package yielded

import (
	"iter"
	"log"
	"log/slog"
	"maps"
	"slices"
	"strings"

	"github.com/rs/zerolog"

	"github.com/auroravet/auroravet/testdata/cardlog/yielded/party"
)

// CreditCard is one.
type CreditCard struct {
	CardNumber string
	CVV        string
	Owner      string
}

// Slot is a table with what holds it, under names that say nothing.
type Slot struct {
	Who string
	A   string
	B   string
}

func (s Slot) pairs() iter.Seq2[string, string] {
	return func(yield func(string, string) bool) {
		if !yield("who", s.Who) || !yield("cardNumber", s.A) {
			return
		}
		yield("securityCode", s.B)
	}
}

// All yields to a loop over the method itself.
func (s Slot) All(yield func(string, any) bool) {
	_ = yield("who", s.Who) && yield("cvv", s.B)
}

func (s Slot) ends() iter.Seq2[string, string] {
	return func(yield func(string, string) bool) {
		_ = yield("who", s.Who) && yield("cardNumber", s.A[len(s.A)-4:])
	}
}

// upper hands on what another iterator yields, with other keys.
func upper(seq iter.Seq2[string, string]) iter.Seq2[string, string] {
	return func(yield func(string, string) bool) {
		for k, v := range seq {
			if !yield(strings.ToUpper(k), v) {
				return
			}
		}
	}
}

// both hands on what two others yield, in their own way.
func (s Slot) both() iter.Seq2[string, string] {
	return func(yield func(string, string) bool) {
		s.ends()(yield)
		s.pairs()(yield)
	}
}

type desk struct{ zl zerolog.Logger }

func (d *desk) fields(s Slot) {
	ev := d.zl.Info()
	for k, v := range s.pairs() {
		ev = ev.Str(k, v) // want `v shows the card number and security code`
	}
	ev.Msg("held")
	for k, v := range s.ends() {
		d.zl.Info().Str(k, v).Msg("held")
	}
	for k, v := range s.All {
		d.zl.Warn().Any(k, v).Msg("held") // want `v shows the security code`
	}
	for k, v := range upper(s.pairs()) {
		d.zl.Warn().Str(k, v).Msg("held") // want `v shows the card number`
	}
	for k, v := range upper(s.ends()) {
		d.zl.Warn().Str(k, v).Msg("held")
	}
	for _, v := range s.both() {
		d.zl.Warn().Str("part", v).Msg("held") // want `v shows the card number`
	}
}

func note(ev *zerolog.Event, seq iter.Seq2[string, string]) {
	for k, v := range seq {
		ev.Str(k, v)
	}
	ev.Msg("noted")
}

func (d *desk) helped(s Slot, h party.Hold) {
	note(d.zl.Info(), s.pairs()) // want `s.pairs\(\) shows the card number`
	note(d.zl.Info(), s.ends())
	note(d.zl.Info(), h.Pairs()) // want `h.Pairs\(\) shows the card number and security code`
	note(d.zl.Info(), h.Safe())
}

func attributes(s Slot, h party.Hold) {
	var kv []any
	for k, v := range s.pairs() {
		kv = append(kv, k, v)
	}
	slog.Info("held", kv...) // want `kv shows the card number`
	var clean []any
	for k, v := range s.ends() {
		clean = append(clean, k, v)
	}
	slog.Info("held", clean...)
	for k, v := range h.Pairs() {
		slog.Info("held", k, v) // want `v shows the card number`
	}
	for k, v := range h.Safe() {
		slog.Info("held", k, v)
	}
}

func passesOver(s Slot, h party.Hold) {
	for k, v := range s.pairs() {
		if k == "cardNumber" || k == "securityCode" {
			continue
		}
		log.Println(k, v)
	}
	for k, v := range s.pairs() {
		if k != "who" {
			v = "****"
		}
		log.Println(k, v)
	}
	for k, v := range s.pairs() {
		log.Println(k, hide(k, v))
	}
	for k, v := range h.Pairs() {
		switch k {
		case "card_number", "cvv":
		default:
			log.Println(k, v)
		}
	}
	for k := range h.Pairs() {
		log.Println(k)
	}
	for k, v := range s.pairs() {
		if k == "who" {
			continue
		}
		log.Println(k, v) // want `v shows the card number`
	}
}

func hide(k, v string) string {
	if k == "who" {
		return v
	}
	return strings.Repeat("*", len(v))
}

func values(cs []CreditCard) iter.Seq[any] {
	return func(yield func(any) bool) {
		for _, c := range cs {
			if !yield(c) {
				return
			}
		}
	}
}

func masked(cs []CreditCard) iter.Seq[CreditCard] {
	return func(yield func(CreditCard) bool) {
		for _, c := range cs {
			c.CardNumber, c.CVV = "****", ""
			if !yield(c) {
				return
			}
		}
	}
}

func plain(cs []CreditCard) iter.Seq[CreditCard] { return slices.Values(cs) }

func whole(cs []CreditCard) {
	for v := range values(cs) {
		log.Println(v) // want `v shows the card number and security code`
	}
	for c := range masked(cs) {
		log.Printf("%+v", c)
	}
	for c := range plain(cs) {
		log.Printf("%+v", c) // want `c shows the card number and security code`
	}
	owners := func(yield func(string) bool) {
		for _, c := range cs {
			if !yield(c.Owner) {
				return
			}
		}
	}
	for o := range owners {
		log.Println(o)
	}
}

func gathered(s Slot, cs []CreditCard) {
	log.Println(maps.Collect(s.pairs())) // want `maps.Collect\(s.pairs\(\)\) shows the card number`
	log.Println(maps.Collect(s.ends()))
	log.Println(slices.Collect(values(cs))) // want `slices.Collect\(values\(cs\)\) shows the card number`
	log.Println(slices.Collect(masked(cs)))
}
