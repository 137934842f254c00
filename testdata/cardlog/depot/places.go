package depot

import (
	"fmt"
	"log"
	"strings"
)

func lastRunes(p Pass) {
	var b strings.Builder
	for i, r := range p.CardNumber {
		if i >= len(p.CardNumber)-4 {
			b.WriteRune(r)
		}
	}
	log.Println("ends in", b.String())
}

func mostRunes(p Pass) {
	var b strings.Builder
	for i, r := range p.CardNumber {
		if i >= len(p.CardNumber)-14 {
			b.WriteRune(r)
		}
	}
	log.Println("ends in", b.String()) // want `shows the card number`
}

func firstBytes(p Pass) {
	var out []byte
	for i := 0; i < len(p.CardNumber); i++ {
		if i < 6 {
			out = append(out, p.CardNumber[i])
		}
	}
	log.Println("starts with", string(out))
}

func allBytes(p Pass) {
	var out []byte
	for i := 0; i < len(p.CardNumber); i++ {
		if p.CardNumber[i] != ' ' {
			out = append(out, p.CardNumber[i])
		}
	}
	log.Println("is", string(out)) // want `shows the card number`
}

func copied(p Pass) {
	b := make([]byte, len(p.CardNumber))
	copy(b, p.CardNumber)
	log.Printf("is %s", b) // want `b shows the card number`
	var field [19]byte
	copy(field[:], p.CardNumber)
	log.Printf("is %s", field[:]) // want `shows the card number`
}

func copiedEnd(p Pass) {
	b := make([]byte, 4)
	copy(b, p.CardNumber[len(p.CardNumber)-4:])
	log.Printf("ends in %s", b)
	c := make([]byte, len(p.CardNumber))
	copy(c, p.CardNumber)
	for i := range c[:len(c)-4] {
		c[i] = '*'
	}
	log.Printf("ends in %s", c)
	d := make([]byte, len(p.Rider))
	copy(d, p.Rider)
	log.Printf("of %s", d)
}

func chunks(p Pass) {
	var parts []string
	for i := 0; i < len(p.CardNumber); i += 4 {
		parts = append(parts, p.CardNumber[i:min(i+4, len(p.CardNumber))])
	}
	log.Println(strings.Join(parts, " ")) // want `shows the card number`
	var names []string
	for i := 0; i < len(p.Rider); i += 4 {
		names = append(names, p.Rider[i:min(i+4, len(p.Rider))])
	}
	log.Println(strings.Join(names, " "))
	fmt.Println([]string{"****", "****", "****", p.CardNumber[len(p.CardNumber)-4:]})
}
