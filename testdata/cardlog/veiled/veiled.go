// Package veiled logs what holds card data in types of another package, and in copies of maps.
package veiled

import (
	"log"
	"log/slog"
	"maps"

	"github.com/auroravet/auroravet/testdata/cardlog/veiled/pan"
)

type card struct{ Number, CVV string }

type link struct {
	Member     string
	CardNumber pan.Number
}

type boxed struct {
	Member     string
	CardNumber pan.Boxed
}

type kept struct {
	member     string
	cardNumber pan.Number
}

func logLink(l *log.Logger, k link, err error) { l.Printf("link not saved: %+v: %v", k, err) }

func logBoxed(k boxed) { log.Printf("link not saved: %+v", k) }

// logKept has a field whose methods package fmt cannot call.
func logKept(k kept) {
	log.Printf("link not saved: %+v", k) // want `k shows the card number`
}

func copied(c card) {
	payload := map[string]any{"cardNumber": c.Number, "cvv": c.CVV}
	shown := maps.Clone(payload)
	delete(shown, "cvv")
	slog.Info("charge", "event", shown) // want `shown shows the card number in clear`
}

func shortened(c card) {
	payload := map[string]any{"cardNumber": c.Number, "cvv": c.CVV}
	shown := maps.Clone(payload)
	delete(shown, "cvv")
	shown["cardNumber"] = "****" + c.Number[len(c.Number)-4:]
	slog.Info("charge", "event", shown)
}

func emptied(c card) {
	shown := maps.Clone(map[string]any{"cardNumber": c.Number, "order": "7"})
	delete(shown, "cardNumber")
	slog.Info("charge", "event", shown)
}
