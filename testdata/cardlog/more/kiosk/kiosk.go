// Package kiosk reads cards.
package kiosk

import (
	"bufio"
	"fmt"
	"log"
	"os"
	"strconv"
	"strings"
)

// Reader gives what the device reads.
type Reader interface {
	ReadTrack() (string, error)
	CardNumber() string
	GetCVV() string
	Brand() string
}

func getters(r Reader) {
	log.Println(r.Brand())
	log.Println(r.CardNumber()) // want `r.CardNumber\(\) shows`
	code := r.GetCVV()
	log.Println("code", code) // want `code shows the security code`
}

func cardTrack(r Reader) {
	track2, err := r.ReadTrack()
	if err != nil {
		log.Println("read:", err)
		return
	}
	fields := strings.SplitN(track2, "=", 2)
	log.Println(fields[0]) // want `fields\[0\] shows the track data`
}

func parse(line string) (pan, exp string, ok bool) {
	pan, rest, ok := strings.Cut(line, "^")
	return pan, rest[:4], ok
}

func swiped(cardReader *bufio.Scanner) {
	for cardReader.Scan() {
		pan, exp, ok := parse(cardReader.Text())
		if !ok {
			continue
		}
		log.Println(exp, pan) // want `pan shows the card number`
	}
}

func validatePin(cardNumber, pin string) bool {
	ok := len(pin) == 4
	log.Printf("pin ok for %s: %t", cardNumber[len(cardNumber)-4:], ok)
	if !ok {
		log.Printf("pin %s", pin) // want `pin shows the PIN`
	}
	return ok
}

func ask() string {
	fmt.Print("Card number: ")
	s := bufio.NewScanner(os.Stdin)
	s.Scan()
	cardNumber := strings.TrimSpace(s.Text())
	fmt.Printf("you typed %s\n", cardNumber) // want `cardNumber shows`
	return cardNumber
}

func keyed(cardNumber string, cvv, expMonth, expYear int) {
	log.Printf("keyed %02d/%d", expMonth, expYear) // an expiry without its card
	log.Printf("digits %d", len(cardNumber))
	n, _ := strconv.ParseInt(cardNumber, 10, 64)
	log.Println(n) // want `n shows the card number`
	log.Println(n % 10000)
	log.Println(cvv == 0)
}

func tokenExpiry(cardToken string, expMonth, expYear int) {
	log.Printf("token %s until %d/%d", cardToken, expMonth, expYear)
}

// Terminal keeps what was read.
type Terminal struct {
	lastCardNumber string
	seen           map[string]int
	MagStripe      []byte
}

func (t *Terminal) dump() {
	log.Println("last", t.lastCardNumber) // want `t.lastCardNumber shows the card number`
	log.Println("seen", len(t.seen))
	log.Printf("%s", t.MagStripe) // want `t.MagStripe shows the track data`
}

func (t *Terminal) count(cardNumber string) {
	t.seen[cardNumber]++
	log.Println("times", t.seen[cardNumber])
	for n, times := range t.seen {
		log.Println(times)
		_ = n
	}
}

const (
	fieldCardNumber = "card_number"
	msgBadCVV       = "cvv does not match"
)

func constants(attempts int) {
	log.Println(fieldCardNumber, msgBadCVV, attempts)
	cvvErr := fmt.Errorf("%s after %d", msgBadCVV, attempts)
	log.Println(cvvErr)
}

func flags(hasCVV, cardNumberValid bool, cvvLength, panLen int) {
	log.Println(hasCVV, cardNumberValid, cvvLength, panLen)
}
