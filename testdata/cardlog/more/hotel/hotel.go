// Package hotel takes bookings with a card guarantee.
package hotel

import (
	"context"
	"database/sql"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"log"
	"log/slog"
	"net/http"
	"net/url"
	"os"
	"strings"
	"sync"
	"time"
)

// Guarantee is the guest's card.
type Guarantee struct {
	XMLName              xml.Name `xml:"Guarantee" json:"-"`
	PrimaryAccountNumber string   `xml:"pan" json:"primaryAccountNumber"`
	CVC2                 string   `xml:"cvc2" json:"cvc2"`
	ExpiryDate           string   `xml:"exp" json:"expiryDate"`
	Holder               string   `xml:"holder" json:"holder"`
}

// Booking is a stay.
type Booking struct {
	ID        string
	Guest     string
	Guarantee *Guarantee
	Nights    int
}

func booked(b Booking) { log.Printf("booked %+v", b) } // the guarantee is printed as an address

func bookedPtr(b *Booking) {
	log.Printf("guarantee %v", b.Guarantee) // want `b.Guarantee shows the card number, security code and expiry date`
}

func xmlOut(g Guarantee) {
	b, err := xml.Marshal(g)
	if err != nil {
		return
	}
	slog.Debug("ota message", "xml", string(b)) // want `string\(b\) shows`
}

func copied(b Booking) {
	g := *b.Guarantee
	g.PrimaryAccountNumber = "xxxx"
	g.CVC2 = ""
	log.Printf("%+v of %s", g, b.Guest)
}

func copiedWithCode(b Booking) {
	g := *b.Guarantee
	g.PrimaryAccountNumber = "xxxx"
	log.Printf("%+v of %s", g, b.Guest) // want `g shows the security code and expiry date`
}

func query(g Guarantee) {
	v := url.Values{"pan": {g.PrimaryAccountNumber}, "holder": {g.Holder}}
	u := "https://api.flute.com/v2/x?" + v.Encode()
	log.Println("GET", u) // want `u shows the card number`
}

func queryURL(g Guarantee) {
	u := url.URL{Scheme: "https", Host: "api.flute.com", RawQuery: "pan=" + g.PrimaryAccountNumber}
	log.Println("GET", u.String()) // want `u.String\(\) shows the card number`
}

func statement(db *sql.DB, g Guarantee) {
	args := []any{g.Holder, g.CVC2}
	log.Println("exec", "insert into g values (?, ?)", args) // want `args shows the security code`
	db.Exec("insert into g values (?, ?)", args...)
}

func statementOK(db *sql.DB, g Guarantee) {
	db.Exec("insert into g values (?, ?)", g.Holder, g.CVC2)
	log.Println("inserted", g.Holder)
}

func summary(g *Guarantee) string {
	return fmt.Sprintf("%s %s/%s", g.Holder, g.PrimaryAccountNumber, g.ExpiryDate)
}

func summarized(b *Booking) {
	log.Println("guarantee:", summary(b.Guarantee)) // want `summary\(b.Guarantee\) shows the card number`
}

func (g *Guarantee) brief() string { return g.Holder + " ..." + lastFour(g.PrimaryAccountNumber) }

func lastFour(s string) string { return s[max(0, len(s)-4):] }

func briefed(b *Booking) { log.Println("guarantee:", b.Guarantee.brief()) }

func asMap(g Guarantee) map[string]any {
	return map[string]any{"holder": g.Holder, "number": g.PrimaryAccountNumber}
}

func mapped(g Guarantee) {
	log.Println(asMap(g)) // want `asMap\(g\) shows the card number`
}

func payload(g Guarantee) any {
	if g.Holder == "" {
		return nil
	}
	return struct {
		Holder string
		Secret string
	}{g.Holder, g.CVC2}
}

func payloadLogged(g Guarantee) {
	slog.Info("payload", "p", payload(g)) // want `payload\(g\) shows the security code`
}

func interfaceVar(g Guarantee) {
	var v any = g
	v = &g
	log.Println(v) // want `v shows`
}

func throughJSON(g Guarantee) {
	raw, _ := json.Marshal(g)
	var m map[string]any
	json.Unmarshal(raw, &m)
	delete(m, "cvc2")
	log.Println(m["primaryAccountNumber"]) // want `m\["primaryAccountNumber"\] shows`
}

type job struct {
	id   string
	card Guarantee
}

func worker(jobs chan job, wg *sync.WaitGroup) {
	defer wg.Done()
	for j := range jobs {
		log.Println("job", j.id)
		log.Printf("job %+v", j) // want `j shows`
	}
}

func selected(a, b chan Guarantee, done chan struct{}) {
	select {
	case g := <-a:
		log.Println(g.CVC2) // want `g.CVC2 shows`
	case g := <-b:
		log.Println(g.Holder)
	case <-done:
	}
}

type repo interface {
	Save(ctx context.Context, g Guarantee) error
}

type service struct {
	repo repo
	lg   *slog.Logger
}

func (s *service) guarantee(ctx context.Context, g Guarantee) error {
	lg := s.lg.With("holder", g.Holder)
	if err := s.repo.Save(ctx, g); err != nil {
		lg.ErrorContext(ctx, "save failed", "err", err, "guarantee", g) // want `g shows`
		return fmt.Errorf("save guarantee of %s: %w", g.Holder, err)
	}
	lg.Info("saved", "expires", g.ExpiryDate) // want `g.ExpiryDate shows the expiry date`
	return nil
}

func validate(g Guarantee) error {
	var errs []error
	if g.Holder == "" {
		errs = append(errs, errors.New("no holder"))
	}
	if len(g.PrimaryAccountNumber) < 13 {
		errs = append(errs, fmt.Errorf("pan %q is short", g.PrimaryAccountNumber)) // want `g.PrimaryAccountNumber puts`
	}
	return errors.Join(errs...)
}

func digitsOf(s string) (string, bool) {
	s = strings.NewReplacer(" ", "", "-", "").Replace(s)
	return s, len(s) >= 13
}

func normalizedThenLogged(r *http.Request) {
	n, ok := digitsOf(r.PostFormValue("pan"))
	if !ok {
		fmt.Fprintln(os.Stderr, "not a number:", n) // want `n shows the card number`
	}
	cvv := r.PostFormValue("cvv")
	fmt.Fprintln(os.Stderr, "bad code:", cvv) // want `cvv shows`
}

func cardExpiry(cardExpiry time.Time) {
	log.Println("card expires", cardExpiry) // want `cardExpiry shows the expiry date`
}

type voucher struct {
	Code   string
	Expiry time.Time
}

func vouchers(v voucher) { log.Println(v.Code, v.Expiry) }
