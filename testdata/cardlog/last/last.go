// Package last has what came to mind late.
package last

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log"
	"log/slog"
	"net/http"
	"os"
	"strings"
	"time"

	"github.com/sirupsen/logrus"
	"go.uber.org/zap"
)

type PaymentMethodDetails struct {
	CardNumber      string `json:"cardNumber"`
	SecurityCode    string `json:"securityCode,omitempty"`
	ExpirationMonth int    `json:"expirationMonth"`
	ExpirationYear  int    `json:"expirationYear"`
}

type CardData struct {
	PaymentMethodDetails *PaymentMethodDetails `json:"paymentMethodDetails"`
}

type Request struct {
	ReferenceID string   `json:"referenceId"`
	Card        CardData `json:"cardData"`
}

type Response struct {
	ID               string `json:"id"`
	CustomerPan      string `json:"customerPan"`
	MaskedCardNumber string `json:"maskedCardNumber"`
}

func deepPointer(r Request) { log.Printf("%+v", r) }

func deepJSON(lg *logrus.Logger, r Request) {
	b, _ := json.Marshal(&r)
	lg.WithField("request", string(b)).Debug("sending") // want `string\(b\) shows`
}

func viaNew(n, code string) {
	r := &Request{ReferenceID: "x", Card: CardData{PaymentMethodDetails: &PaymentMethodDetails{CardNumber: n, SecurityCode: code}}}
	log.Printf("%+v", r)
	log.Printf("%+v", r.Card.PaymentMethodDetails) // want `r.Card.PaymentMethodDetails shows the card number`
}

func response(resp *http.Response) (*Response, error) {
	var out Response
	if err := json.NewDecoder(resp.Body).Decode(&out); err != nil {
		return nil, fmt.Errorf("decode: %w", err)
	}
	slog.Info("answered", "id", out.ID, "card", out.MaskedCardNumber)
	slog.Debug("answered", "response", out) // want `out shows the card number`
	return &out, nil
}

func switchOn(v any) string {
	switch x := v.(type) {
	case PaymentMethodDetails:
		return "card ending " + x.CardNumber[len(x.CardNumber)-4:]
	case *Request:
		return x.ReferenceID
	}
	return fmt.Sprint(v)
}

func switched(d PaymentMethodDetails) { log.Println(switchOn(1), d.ExpirationYear-2000 > 0) }

type Option func(*client)

type client struct {
	lg    *zap.Logger
	debug func(string, any)
}

func WithDebug(f func(string, any)) Option { return func(c *client) { c.debug = f } }

func build() *client {
	c := &client{lg: zap.NewExample(), debug: func(string, any) {}}
	WithDebug(func(what string, v any) { fmt.Fprintf(os.Stderr, "%s: %+v\n", what, v) })(c)
	return c
}

func (c *client) charge(ctx context.Context, d *PaymentMethodDetails) error {
	defer c.timed("charge", time.Now())
	if d.CardNumber == "" {
		return errors.New("cardNumber is required")
	}
	c.lg.Debug("charge", zap.Int("year", d.ExpirationYear)) // want `d.ExpirationYear shows the expiry date`
	for attempt := 1; attempt <= 3; attempt++ {
		if err := c.try(ctx, d); err != nil {
			c.lg.Warn("attempt failed", zap.Int("attempt", attempt), zap.Error(err), zap.String("card", d.CardNumber)) // want `d.CardNumber shows`
			continue
		}
		return nil
	}
	return fmt.Errorf("charge of card %s failed", redact(d.CardNumber))
}

func (c *client) try(ctx context.Context, d *PaymentMethodDetails) error { return ctx.Err() }

func (c *client) timed(what string, start time.Time) {
	c.lg.Info(what, zap.Duration("took", time.Since(start)))
}

func redact(pan string) string {
	n := len(pan)
	if n < 10 {
		return strings.Repeat("x", n)
	}
	var b strings.Builder
	b.WriteString(pan[:6])
	for i := 6; i < n-4; i++ {
		b.WriteByte('x')
	}
	b.WriteString(pan[n-4:])
	return b.String()
}

type cardKey struct{}

func withCard(ctx context.Context, cardNumber string) context.Context {
	return context.WithValue(ctx, cardKey{}, cardNumber)
}

func cardFrom(ctx context.Context) string {
	cardNumber, _ := ctx.Value(cardKey{}).(string)
	return cardNumber
}

func inContext(ctx context.Context) {
	log.Println(cardFrom(ctx)) // want `cardFrom\(ctx\) shows the card number`
}

type cache struct {
	byPan  map[string]string
	expiry time.Duration
}

func (c *cache) dump() {
	log.Println("entries", len(c.byPan), "expiry", c.expiry)
	for _, token := range c.byPan {
		log.Println(token)
	}
}

type row struct{ cells []string }

func (r *row) add(s string) { r.cells = append(r.cells, s) }

func (r *row) print() { fmt.Println(strings.Join(r.cells, "\t")) }

func table(d PaymentMethodDetails) {
	r := new(row)
	r.add("card")
	r.print()
}

func tableOfCards(d PaymentMethodDetails) {
	r := &row{}
	r.add("card")
	r.add(d.CardNumber)
	r.print() // want `r shows the card number`
}

func luhn(cardNumber string) error {
	sum := 0
	for i, r := range cardNumber {
		d := int(r - '0')
		if d < 0 || d > 9 {
			return fmt.Errorf("character %q at %d is no digit", r, i)
		}
		sum += d
	}
	if sum%10 != 0 {
		return fmt.Errorf("checksum %d is wrong", sum)
	}
	log.Printf("checksum %d of %d digits", sum, len(cardNumber))
	return nil
}

func status(cvvStatus, avsResult string, cvvPresent bool) {
	slog.Info("checks", "cvv", cvvStatus, "avs", avsResult, "has_cvv", cvvPresent)
}

func hint(form map[string][]string) {
	for _, name := range []string{"cardNumber", "cvv"} {
		if len(form[name]) == 0 {
			log.Printf("field %s is missing", name)
		}
	}
}

func sample() []PaymentMethodDetails {
	cards := []PaymentMethodDetails{{CardNumber: "4111111111111111", SecurityCode: "123"}}
	for _, c := range cards {
		fmt.Printf("%s\n", c.CardNumber) // want `c.CardNumber shows`
	}
	return cards
}
