package masks

import (
	"log"
	"strings"
)

type paid struct {
	CardNumber string
	CVV        string
	CvvHint    string
	CvvTries   int
}

// redacted leaves a number that is too short to be one.
func (p paid) redacted() paid {
	if n := len(p.CardNumber); n > 4 {
		p.CardNumber = strings.Repeat("*", n-4) + p.CardNumber[n-4:]
	}
	if p.CVV != "" {
		p.CVV = "***"
	}
	return p
}

// mostly leaves numbers of up to sixteen places.
func (p paid) mostly() paid {
	if len(p.CardNumber) > 16 {
		p.CardNumber = "****"
	}
	p.CVV = ""
	return p
}

// ifVisa leaves the others.
func (p paid) ifVisa() paid {
	if strings.HasPrefix(p.CardNumber, "4") {
		p.CardNumber = "****"
	}
	p.CVV = ""
	return p
}

func redactions(p paid) {
	log.Printf("%+v", p.redacted())
	log.Printf("%+v", p.mostly()) // want `p.mostly\(\) shows the card number`
	log.Printf("%+v", p.ifVisa()) // want `p.ifVisa\(\) shows the card number`
	log.Println(p.CvvHint, p.CvvTries)
	if len(p.CardNumber) > 4 {
		p.CardNumber = p.CardNumber[len(p.CardNumber)-4:]
	}
	log.Println(p.CardNumber)
	log.Println(p.CVV) // want `p.CVV shows the security code`
}
