package depot

import (
	"bytes"
	"log"
	"net/url"
	"regexp"

	"github.com/go-resty/resty/v2"
)

var (
	wholeNumber = regexp.MustCompile(`\b\d{13,19}\b`)
	spaces      = regexp.MustCompile(`\s+`)
)

func byPattern(p Pass) {
	log.Println(wholeNumber.ReplaceAllString(p.CardNumber, "[card]"))
	log.Println(spaces.ReplaceAllString(p.CardNumber, "-")) // want `shows the card number`
}

func storedByPattern(p Pass) {
	p.CVV = ""
	p.CardNumber = wholeNumber.ReplaceAllString(p.CardNumber, "[card]")
	log.Printf("%+v", p)
}

func storedWithoutBlanks(p Pass) {
	p.CVV = ""
	p.CardNumber = spaces.ReplaceAllString(p.CardNumber, "")
	log.Printf("%+v", p) // want `p shows the card number`
}

func shortened(p Pass) {
	n := p.CardNumber
	for len(n) > 4 {
		n = n[1:]
	}
	log.Println("ends in", n)
}

func shortenedOnce(p Pass) {
	n := p.CardNumber
	for len(n) > 16 {
		n = n[1:]
	}
	log.Println("is", n) // want `n shows the card number`
}

func shortBytes(p Pass) {
	n := bytes.TrimSpace([]byte(p.CardNumber))
	if len(n) > 4 {
		n = n[len(n)-4:]
	}
	log.Printf("ends in %s", n)
}

func longBytes(p Pass) {
	n := bytes.TrimSpace([]byte(p.CardNumber))
	if len(n) > 4 {
		log.Printf("is %s", n) // want `n shows the card number`
	}
}

func bracketed(p Pass) {
	v := url.Values{}
	v.Set("card[holder]", p.Rider)
	v.Set("card[number]", p.CardNumber)
	log.Println(v.Encode())            // want `v.Encode\(\) shows the card number`
	log.Println(v.Get("card[number]")) // want `shows the card number`
	log.Println(v.Get("card[holder]"))
}

func dotted(p Pass) {
	m := map[string]string{"card.holder": p.Rider, "card.number": p.CardNumber}
	log.Println(m["card.holder"])
	log.Println(m["card.number"]) // want `shows the card number`
}

type seller struct{ rc *resty.Client }

func (s seller) buy(p Pass) error {
	_, err := s.rc.R().SetDebug(true).SetBody(p).Post("/passes") // want `shows the card number and security code`
	return err
}

func (s seller) prices() error {
	_, err := s.rc.R().SetDebug(true).Get("/prices")
	return err
}
