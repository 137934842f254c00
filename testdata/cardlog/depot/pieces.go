package depot

import (
	"database/sql"
	"fmt"
	"log"
	"strings"

	"go.uber.org/zap"
	"go.uber.org/zap/zapcore"
)

func grouped(p Pass) {
	n := p.CardNumber
	log.Println(n[:4] + " " + n[4:8] + " " + n[8:12] + " " + n[12:])          // want `shows the card number`
	log.Println(fmt.Sprintf("%s-%s-%s-%s", n[:4], n[4:8], n[8:12], n[12:16])) // want `shows the card number`
	log.Printf("%s %s %s %s", n[0:4], n[4:8], n[8:12], n[len(n)-4:])          // want `shows the card number`
	log.Println(strings.Join([]string{n[:4], n[4:8], n[8:12], n[12:]}, " "))  // want `shows the card number`
	log.Println(n[:6]+"******"+n[len(n)-4:], n[:4]+" "+n[len(n)-4:])
	log.Println(p.Rider[:4] + " " + p.Rider[4:8] + " " + p.Rider[8:12] + " " + p.Rider[12:])
}

func pretty(n string) string { return n[:4] + " " + n[4:8] + " " + n[8:12] + " " + n[12:] }

func grouper(p Pass) {
	log.Println(pretty(p.CardNumber)) // want `shows the card number`
	log.Println(pretty(p.Rider))
}

func optional(rider string, cardNumber sql.Null[string], cvv sql.NullString) {
	log.Println(rider, cardNumber.V) // want `shows the card number`
	if cvv.Valid {
		log.Println(cvv.String) // want `shows the security code`
	}
	log.Println(cardNumber.Valid, cvv.Valid)
}

func optionalRider(rider sql.Null[string]) { log.Println(rider.V) }

func byHand(lg *zap.Logger, p Pass) {
	lg.Info("pass", zap.Field{Key: "rider", Type: zapcore.StringType, String: p.Rider})
	lg.Info("pass", zap.Field{Key: "card", Type: zapcore.StringType, String: p.CardNumber}) // want `shows the card number`
	lg.Info("pass", []zap.Field{
		zap.String("rider", p.Rider),
		{Key: "pass", Type: zapcore.ReflectType, Interface: p}, // want `shows the card number and security code`
	}...)
}

// Stripe is a read stripe.
type Stripe struct {
	PAN    string
	Track2 []byte
	Reader string
}

// Mixer is a channel of a mixing desk, and Deck plays songs.
type (
	Mixer struct {
		Pan    float64
		Track1 string
	}
	Deck struct {
		Track1, Track2 string
		Position       int
	}
)

func stripes(s Stripe, m Mixer, d Deck) {
	log.Println(s.PAN)         // want `shows the card number`
	log.Printf("%x", s.Track2) // want `shows the track data`
	log.Println(s.Reader, len(s.Track2))
	log.Println(m.Pan, m.Track1, d.Track1, d)
}

func typedStripe(pan, track2 string) {
	log.Println(pan) // want `shows the card number`
}

func cutStripe(track2 string) (pan string, err error) {
	return "", fmt.Errorf("cannot read %q", track2) // want `track2 puts the track data`
}

func songLength(track2 string) (seconds int, err error) {
	return 0, fmt.Errorf("cannot read %q", track2)
}

func channel(pan float64, track2 string) {
	log.Println(pan, track2)
}

// Tag is an EMV tag.
type Tag struct{ ID, Value string }

// Reading is what a chip says.
type Reading struct {
	EMVTags []Tag
	Labels  []Tag
}

func read(r *Reading) {
	log.Println(r.EMVTags) // want `shows the EMV tags`
	log.Println(r.Labels, len(r.EMVTags))
}

// Receipt is what the rider gets; Shown is what an answer of the API has.
type (
	Receipt struct{ Rider, MaskedPAN string }
	Shown   struct{ CardNumber, Brand string }
)

func misnamed(p Pass, s Shown) {
	maskedNumber := strings.TrimSpace(p.CardNumber)
	log.Println(maskedNumber)                         // want `shows the card number`
	log.Printf("%+v", Receipt{p.Rider, p.CardNumber}) // want `shows the card number`
	log.Printf("%+v", Receipt{p.Rider, hide(p.CardNumber)})
	maskedShown := s.CardNumber
	log.Println(maskedShown)
	maskedOf := hide(p.CardNumber)
	log.Println(maskedOf)
}

func hide(n string) string { return strings.Repeat("*", 12) + n[len(n)-4:] }
