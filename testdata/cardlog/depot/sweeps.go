package depot

import (
	"log"
	"strings"
)

// Clear takes the card out.
func (p *Pass) Clear() { p.CardNumber, p.CVV = "", "" }

func ended(n string) string { return strings.Repeat("*", 12) + n[12:] }

func sweptFields(ps []Pass) {
	for i := range ps {
		ps[i].CardNumber = ended(ps[i].CardNumber)
		ps[i].CVV = ""
	}
	log.Println(ps)
}

func sweptCopies(ps []Pass) {
	for _, p := range ps {
		p.CardNumber = ended(p.CardNumber)
		p.CVV = ""
	}
	log.Println(ps) // want `ps shows the card number`
}

func sweptHalf(ps []Pass) {
	for i := range ps {
		ps[i].CardNumber = ended(ps[i].CardNumber)
	}
	log.Println(ps) // want `ps shows the security code`
}

func sweptSome(ps []Pass) {
	for i := range ps {
		if i > 0 {
			ps[i].CardNumber, ps[i].CVV = "", ""
		}
	}
	log.Println(ps) // want `ps shows the card number`
}

func sweptFirst(ps []Pass) {
	for range ps {
		ps[0].CardNumber, ps[0].CVV = "", ""
	}
	log.Println(ps) // want `ps shows the card number`
}

func sweptByMethod(ps []Pass) {
	for i := range ps {
		ps[i].Clear()
	}
	log.Println(ps)
}

func sweptLater(ps []Pass) {
	log.Println(ps) // want `ps shows the card number`
	for i := 0; i < len(ps); i++ {
		ps[i].CardNumber, ps[i].CVV = "", ""
	}
	log.Println(ps)
}

func clearedLater(p Pass) {
	defer p.Clear()
	log.Println(p) // want `p shows the card number`
}

func clearedNow(p Pass) {
	p.Clear()
	log.Println(p)
}
