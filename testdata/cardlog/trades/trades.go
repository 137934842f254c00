// Package trades has the words of cards in other trades; nothing is reported.
package trades

import (
	"fmt"
	"log"
	"log/slog"
	"time"
)

type camera struct{ Pan, Tilt float64 }
type song struct{ Track1, Track2, Artist string }
type session struct {
	Token  string
	Expiry time.Time
}
type gpio struct {
	Pin  int
	Mode string
}
type door struct {
	PIN     string
	Expires time.Time
}
type bank struct{ AccountNumber, RoutingNumber, AccountType string }
type tile struct {
	Card   string
	Pinned bool
	Number int
}
type playingCard struct {
	Suit   string
	Number int
}
type giftCard struct{ GiftCardNumber, Balance string }
type simCard struct{ SIMCardNumber string }
type twoFactor struct {
	SecurityCode string
	ExpiresAt    time.Time
}
type tax struct{ PAN, Name string }
type span struct{ Company, Panel, Expand string }
type parcel struct{ TrackingNumber, TrackData string }
type scorecard struct{ ScoreCardNumber int }
type listing struct{ Wildcard, Discard string }
type device struct {
	SerialNumber string
	ExpiryYear   int
}
type apiCard struct {
	CardToken, CardBrand, MaskedCardNumber, Last4 string
	CvvResult, CvvMatch                           string
	CardNumberLength                              int
	HasCvv                                        bool
}
type product struct {
	Barcode    string
	ExpiryDate time.Time
}

func all(c camera, s song, e session, g gpio, d door, b bank, t tile, p playingCard, gc giftCard, sc simCard, tf twoFactor, tx tax, sp span, pa parcel, sk scorecard, l listing, dev device, a apiCard, pr product) {
	log.Println(c, s, e, g, d, b, t, p, gc, sc, tf, tx, sp, pa, sk, l, dev, a, pr)
}

func some(c camera, s song, e session, g gpio, d door, b bank, tf twoFactor) {
	slog.Info("move", "pan", c.Pan, "pin", g.Pin, "track1", s.Track1, "expiry", e.Expiry)
	fmt.Println(b.AccountNumber, tf.SecurityCode, d.PIN)
}

func pan(pan, tilt int) { log.Println("pan", pan, tilt) }

func verify(pin string) error { return fmt.Errorf("pin %s is wrong", pin) }

func cookNext(pan string) { log.Println("put it in the", pan) }

func expire(cacheExpiry time.Duration) { log.Println("expiry", cacheExpiry) }

func idCard(idCardNumber string) { log.Println(idCardNumber) }
