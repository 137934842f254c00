// Package masks hides card data in the ways that people write.
package masks

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"hash/fnv"
	"log"
	"regexp"
	"strings"
	"unicode"

	"github.com/auroravet/auroravet/testdata/cardlog/masks/cards"
)

type payment struct{ CardNumber, CVV, Order string }

func tail(s string) string {
	if len(s) <= 4 {
		return s
	}
	return s[len(s)-4:]
}

func stars(s string) string {
	if len(s) < 10 {
		return strings.Repeat("*", len(s))
	}
	return s[:6] + strings.Repeat("*", len(s)-10) + s[len(s)-4:]
}

func keep(s string, n int) string {
	return s[:n] + strings.Repeat("•", len(s)-2*n) + s[len(s)-n:]
}

func bytewise(s string) string {
	b := []byte(s)
	for i := 0; i < len(b)-4; i++ {
		b[i] = '*'
	}
	return string(b)
}

func runewise(s string) string {
	var sb strings.Builder
	for i, r := range s {
		if i < len(s)-4 {
			sb.WriteByte('X')
			sb.WriteRune('*')
			continue
		}
		sb.WriteRune(r)
	}
	return sb.String()
}

func mapped(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) {
			return '*'
		}
		return r
	}, s)
}

var digits = regexp.MustCompile(`\d{9}(\d{4})`)

func replaced(s string) string { return digits.ReplaceAllString(s, "*********$1") }

func normalized(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) {
			return r
		}
		return -1
	}, s)
}

func onlyDigits(s string) string {
	var sb strings.Builder
	for _, r := range s {
		if r >= '0' && r <= '9' {
			sb.WriteRune(r)
		}
	}
	return sb.String()
}

func good(p payment) {
	log.Println(tail(p.CardNumber))
	log.Println(stars(p.CardNumber))
	log.Println(keep(p.CardNumber, 4))
	log.Println(bytewise(p.CardNumber))
	log.Println(runewise(p.CardNumber))
	log.Println(mapped(p.CardNumber))
	log.Println(replaced(p.CardNumber))
	log.Printf("%s******%s", p.CardNumber[:6], p.CardNumber[len(p.CardNumber)-4:])
	log.Println(p.CardNumber[12:])
	log.Println(cards.Mask(p.CardNumber), cards.LastFour(p.CardNumber), cards.Brand(p.CardNumber))
	log.Println(strings.HasPrefix(p.CardNumber, "4"), strings.Count(p.CardNumber, "4"))
	sum := sha256.Sum256([]byte(p.CardNumber))
	log.Println(hex.EncodeToString(sum[:]))
	mac := hmac.New(sha256.New, []byte("k"))
	mac.Write([]byte(p.CardNumber))
	log.Printf("%x", mac.Sum(nil))
	h := fnv.New64()
	h.Write([]byte(p.CardNumber))
	log.Println(h.Sum64())
	maskedPan := cards.Transform(p.CardNumber)
	log.Println(maskedPan)
}

func bad(p payment) {
	log.Println(normalized(p.CardNumber))                     // want `normalized\(p.CardNumber\) shows`
	log.Println(onlyDigits(p.CardNumber))                     // want `onlyDigits\(p.CardNumber\) shows`
	log.Println(p.CardNumber[len(p.CardNumber)-12:])          // want `shows the card number`
	log.Println("****" + p.CardNumber)                        // want `shows the card number`
	log.Println(strings.TrimSpace(p.CardNumber))              // want `shows the card number`
	log.Println(hex.EncodeToString([]byte(p.CardNumber)))     // want `shows the card number`
	log.Println(maskNothing(p.CardNumber))                    // want `maskNothing\(p.CardNumber\) shows`
	log.Println(fmt.Sprint(p.CardNumber, tail(p.CardNumber))) // want `shows the card number`
}

func maskNothing(s string) string { return s }

func overwritten(p payment) {
	p.CardNumber = stars(p.CardNumber)
	p.CVV = ""
	log.Printf("%+v", p)
}

// dated has the expiry too, which alone is what an API shows.
type dated struct {
	CardNumber, CVV   string `json:"-"`
	ExpMonth, ExpYear int
}

func overwrittenButExpiry(d dated) {
	b, _ := json.Marshal(d)
	log.Println(string(b))
	log.Println(d.ExpYear) // want `d.ExpYear shows the expiry date`
	d.CardNumber = stars(d.CardNumber)
	log.Printf("%+v", d) // want `d shows the security code and expiry date`
	d.CVV = ""
	log.Printf("%+v", d)
	log.Printf("%+v", []dated{d})
}

func overwrittenSometimes(p payment, debug bool) {
	if !debug {
		p.CardNumber = stars(p.CardNumber)
		p.CVV = ""
	}
	log.Printf("%+v", p) // want `p shows`
}

func overwrittenLate(p payment) {
	log.Printf("%+v", p) // want `p shows`
	p.CardNumber, p.CVV = "", ""
}

func redact(p *payment) {
	p.CardNumber = "****"
	p.CVV = ""
}

func redactedInPlace(p payment) {
	redact(&p)
	log.Printf("%+v", p)
}

func (p payment) redacted() payment {
	p.CardNumber = stars(p.CardNumber)
	p.CVV = ""
	return p
}

func redactedCopy(p payment) { log.Printf("%+v", p.redacted()) }

func halfRedacted(p payment) {
	p.CVV = ""
	log.Printf("%+v", p) // want `p shows the card number`
}

type safePayment struct {
	Order string
	Card  string
}

func (p payment) forLog() safePayment   { return safePayment{p.Order, stars(p.CardNumber)} }
func (p payment) forDebug() safePayment { return safePayment{p.Order, p.CardNumber} }

func converted(p payment) {
	log.Printf("%+v", p.forLog())
	log.Printf("%+v", p.forDebug()) // want `p.forDebug\(\) shows the card number`
}

func maps(p payment) {
	m := map[string]any{"order": p.Order, "cardNumber": stars(p.CardNumber), "has_cvv": p.CVV != ""}
	log.Println(m)
	n := map[string]any{"order": p.Order, "cardNumber": p.CardNumber}
	delete(n, "cardNumber")
	log.Println(n)
	o := map[string]any{"n": p.CardNumber}
	log.Println(o) // want `o shows the card number`
	o["n"] = "****"
	log.Println(o)
}
