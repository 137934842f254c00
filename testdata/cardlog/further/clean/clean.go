// Package clean logs with a logger that leaves things out.
package clean

import (
	"log"
	"os"

	"github.com/auroravet/auroravet/testdata/cardlog/further/clean/slate"
)

type swipe struct {
	Lane       int
	CardNumber string
	CVV        string
}

func events(s swipe) {
	slate.Event("swipe", map[string]any{"lane": s.Lane, "card_number": s.CardNumber, "cvv": s.CVV})
	slate.Event("swipe", map[string]any{"lane": s.Lane, "number": s.CardNumber}) // want `shows the card number`
	slate.Event("swipe", map[string]any{"swipe": s})                             // want `shows the card number and security code`
}

func notices(s swipe) {
	slate.Notice("swipe", "lane", s.Lane, "pan", s.CardNumber, "CVV", s.CVV)
	slate.Notice("swipe", "lane", s.Lane, "number", s.CardNumber) // want `s.CardNumber shows the card number`
	slate.Notice("swipe", "swipe", s)                             // want `s shows the card number and security code`
	slate.Attrs("swipe", "lane", s.Lane)
	slate.Attrs("swipe", "pan", s.CardNumber) // want `s.CardNumber shows the card number`
	slate.Twice("swipe", "pan", s.CardNumber)
	slate.Twice("swipe", "n", s.CardNumber) // want `s.CardNumber shows the card number`
}

func writers(s swipe) {
	log.New(slate.Writer{W: os.Stderr}, "", 0).Println(s.CardNumber)
	log.New(&slate.Counter{W: os.Stderr}, "", 0).Println(s.CardNumber) // want `s.CardNumber shows the card number`
}
