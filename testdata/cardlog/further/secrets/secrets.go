// Package secrets logs what another package guards.
package secrets

import (
	"encoding/json"
	"log"

	"github.com/auroravet/auroravet/testdata/cardlog/further/secrets/vault"
)

func guarded(c vault.Card, r vault.Request) {
	log.Println(c.CardNumber, c.Cvc)
	log.Println(r.CardNumber, r.CvvResult)
	log.Println(c.Cvc.Reveal())       // want `c.Cvc.Reveal\(\) shows the security code`
	log.Println(c.CardNumber.Clear()) // want `c.CardNumber.Clear\(\) shows the card number`
	log.Println(vault.Guard(c.Holder).Reveal())
}

func inside(p vault.Pair) {
	log.Println(p.CardNumber)
	log.Printf("%+v", p) // want `p shows the security code`
	b, _ := json.Marshal(p)
	log.Println(string(b)) // its fields have nothing that is exported
}

// sale is what the till knows.
type sale struct {
	CardNumber string
	CVV        string
	ExpMonth   int
	ExpYear    int
}

// shown is what people may see of it.
type shown struct {
	Last4    string `json:"last4"`
	ExpMonth int    `json:"expMonth"`
	ExpYear  int    `json:"expYear"`
}

// label has no digits of the card.
type label struct {
	Name  string
	Month int
}

func views(s sale) {
	v := shown{ExpMonth: s.ExpMonth, ExpYear: s.ExpYear}
	if n := len(s.CardNumber); n > 4 {
		v.Last4 = s.CardNumber[n-4:]
	}
	log.Printf("%+v", v)
	b, _ := json.Marshal(v)
	log.Println(string(b))
	log.Printf("%+v", label{"sale", s.ExpMonth}) // want `shows the expiry date`
	log.Println(s.ExpMonth)                      // want `s.ExpMonth shows the expiry date`
	v.Last4 = s.CardNumber
	log.Printf("%+v", v) // want `v shows the card number`
	last4 := s.CardNumber
	log.Println(last4) // want `last4 shows the card number`
	if len(last4) > 4 {
		last4 = last4[len(last4)-4:]
	}
	log.Println(last4)
}
