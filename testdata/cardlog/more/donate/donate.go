// Package donate takes gifts.
package donate

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"log"
	"log/slog"
	"os"
	"strings"
	"unicode/utf8"
)

// Gift is what a donor gives.
type Gift struct {
	Donor        string          `json:"donor"`
	CCNumber     string          `json:"ccNumber"`
	CardCode     int             `json:"cardCode"`
	CcExp        string          `json:"ccExp"`
	CardType     string          `json:"cardType"`
	MaskedNumber string          `json:"maskedNumber"`
	Raw          json.RawMessage `json:"raw"`
}

func shadowed(g Gift) {
	b, _ := json.Marshal(struct {
		Gift
		CCNumber string `json:"ccNumber"`
		CardCode string `json:"cardCode,omitempty"`
		CcExp    string `json:"ccExp,omitempty"`
	}{Gift: g, CCNumber: "****"})
	log.Println(string(b))
}

func halfShadowed(g Gift) {
	b, _ := json.Marshal(struct {
		Gift
		CCNumber string `json:"ccNumber"`
	}{Gift: g, CCNumber: "****"})
	log.Println(string(b)) // want `string\(b\) shows the security code`
}

// MarshalText is what JSON and slog's text handler use.
type Number string

func (n Number) MarshalText() ([]byte, error) { return []byte("****" + string(n)[len(n)-4:]), nil }

// Pledge has a number that masks itself in JSON only.
type Pledge struct {
	CardNumber Number
	Amount     int
}

func pledges(p Pledge) {
	b, _ := json.Marshal(p)
	log.Println(string(b))
	log.Printf("%+v", p) // want `p shows the card number`
	slog.Info("pledge", "card", p.CardNumber)
}

// Format hides.
type Coded struct{ PAN, CVV string }

func (c Coded) Format(f fmt.State, verb rune) {
	switch verb {
	case 'd':
		fmt.Fprintf(f, "%d digits", len(c.PAN))
	default:
		fmt.Fprint(f, "card ", c.PAN[len(c.PAN)-4:])
	}
}

func coded(c Coded) { log.Printf("%v %+v %d", c, c, c) }

// Shown shows.
type Shown struct{ PAN, CVV string }

func (c Shown) Format(f fmt.State, verb rune) { fmt.Fprintf(f, "card %s", c.PAN) }

func shown(c Shown) { log.Printf("%v", c) } // want `c shows the card number`

// GoStringer hides from %#v only.
type Sharp struct{ PAN, CVV string }

func (s Sharp) GoString() string { return "Sharp{}" }

func sharp(s Sharp) {
	log.Printf("%#v", s)
	log.Printf("%+v", s) // want `s shows`
}

func reveal(g Gift) {
	log.Println(base64.StdEncoding.EncodeToString([]byte(g.CCNumber))) // want `shows the card number`
	log.Println(string(g.Raw))
	log.Println(g.CardType, g.MaskedNumber)
	log.Println(g.CardCode)                                                      // want `g.CardCode shows the security code`
	log.Println(strings.ToUpper(g.CCNumber), utf8.RuneCountInString(g.CCNumber)) // want `shows the card number`
	log.Printf("%x", sha256.Sum256([]byte(g.CCNumber)))
}

func window(s string) string {
	if utf8.RuneCountInString(s) <= 8 {
		return s
	}
	r := []rune(s)
	for i := range r[:len(r)-4] {
		r[i] = '●'
	}
	return string(r)
}

func lines(s string) string {
	var out []byte
	for i := range len(s) {
		if i >= 6 && i < len(s)-4 {
			out = append(out, '*')
		} else {
			out = append(out, s[i])
		}
	}
	return string(out)
}

func grouped(s string) string {
	var groups []string
	for len(s) > 4 {
		groups = append(groups, s[:4])
		s = s[4:]
	}
	return strings.Join(append(groups, s), " ")
}

func plus(s string) string {
	out := ""
	for i, r := range s {
		if i > 5 {
			out += "*"
			continue
		}
		out += string(r)
	}
	return out
}

func masks(g Gift) {
	log.Println(window(g.CCNumber), lines(g.CCNumber), plus(g.CCNumber))
	log.Println(grouped(g.CCNumber)) // want `grouped\(g.CCNumber\) shows`
}

func conditional(g Gift) {
	n := g.CCNumber
	if os.Getenv("ENV") == "prod" {
		n = window(n)
	}
	log.Println(n) // want `n shows the card number`
}

func switched(g Gift) {
	var n string
	switch {
	case len(g.CCNumber) >= 4:
		n = g.CCNumber[len(g.CCNumber)-4:]
	default:
		n = "none"
	}
	log.Println(n)
}

func tokenized(g Gift, tokenize func(string) (string, error)) {
	tok, err := tokenize(g.CCNumber)
	if err != nil {
		log.Println("tokenize:", err)
		return
	}
	log.Println("token", tok)
	cardToken := tok
	slog.Info("saved", "card_token", cardToken, "card_brand", g.CardType)
}

func reset(g *Gift) {
	*g = Gift{Donor: g.Donor}
	log.Printf("%+v", g)
}

func fresh(donor string) {
	g := Gift{Donor: donor}
	log.Printf("%+v", g)
}

func filled(donor string, cc string) {
	g := Gift{Donor: donor}
	g.CCNumber = cc
	log.Printf("%+v", g) // want `g shows the card number`
}

func ranged(g Gift) {
	for k, v := range map[string]string{"donor": g.Donor, "cc": g.CCNumber} {
		log.Println(k, v) // want `v shows the card number`
	}
	for _, f := range []string{g.Donor, g.CardType} {
		log.Println(f)
	}
}

func ofTests(testCardNumber string) { log.Println(testCardNumber) } // want `testCardNumber shows`

func count(cardNumbers []string) {
	log.Println(len(cardNumbers))
	log.Println(cardNumbers)    // want `cardNumbers shows`
	log.Println(cardNumbers[0]) // want `cardNumbers\[0\] shows`
}
