// Package tray builds requests step by step; a method that names what it puts in is where a card comes in.
package tray

import (
	"bytes"
	"encoding/json"
	"net/http"
	"os"

	"github.com/auroravet/auroravet/testdata/rawcard/tray/kit"
)

type ticket struct{ A, B, Handle string }

type tray struct {
	to   string
	body map[string]any
}

func open(to, amount string) *tray {
	return &tray{to: to, body: map[string]any{"amount": amount}}
}

func (t *tray) card(first, second string) *tray {
	t.body["cardNumber"] = first // want `tray.card puts the card number and security code into a request`
	t.body["securityCode"] = second
	return t
}

func (t *tray) saved(handle string) *tray {
	t.body["paymentMethodId"] = handle
	return t
}

func (t *tray) ending(number string) {
	t.body["cardNumber"] = "****" + number[len(number)-4:]
}

func (t *tray) send() error {
	raw, err := json.Marshal(t.body)
	if err != nil {
		return err
	}
	resp, err := http.Post(t.to, "application/json", bytes.NewReader(raw))
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func chained(k ticket) error { return open("/sale", "1").card(k.A, k.B).send() }

func stepwise(k ticket) error {
	t := open("/sale", "1")
	if k.Handle != "" {
		t.saved(k.Handle)
	} else {
		t.card(k.A, k.B)
	}
	return t.send()
}

func fill(t *tray, k ticket) { t.card(k.A, k.B) }

func filled(k ticket) error {
	t := open("/sale", "1")
	fill(t, k)
	return t.send()
}

func stored(k ticket) error { return open("/sale", "1").saved(k.Handle).send() }

func shown(k ticket) error {
	t := open("/sale", "1")
	t.ending(k.A)
	return t.send()
}

// sendNow puts it in and sends it.
func (t *tray) sendNow(first string) error {
	t.body["cardNumber"] = first
	raw, err := json.Marshal(t.body)
	if err != nil {
		return err
	}
	_, err = http.Post(t.to, "application/json", bytes.NewReader(raw)) // want `http.Post puts the card number into a request`
	return err
}

// slip goes to a file and is no request.
type slip struct{ fields map[string]string }

func (s *slip) card(number string) { s.fields["cardNumber"] = number }

func (s *slip) save() error {
	raw, err := json.Marshal(s.fields)
	if err != nil {
		return err
	}
	return os.WriteFile("slip", raw, 0o600)
}

// debit moves money between banks.
type debit struct{ fields map[string]string }

func (d *debit) account(number, routing string) {
	d.fields["accountNumber"] = number
	d.fields["routingNumber"] = routing
}

func (d *debit) send() error {
	raw, err := json.Marshal(d.fields)
	if err != nil {
		return err
	}
	_, err = http.Post("/debit", "application/json", bytes.NewReader(raw))
	return err
}

// local is filled with a card that is taken out before it goes.
type local struct{ fields map[string]string }

func (l *local) card(number string) { l.fields["cardNumber"] = number }

func (l *local) send() error {
	delete(l.fields, "cardNumber")
	raw, err := json.Marshal(l.fields)
	if err != nil {
		return err
	}
	_, err = http.Post("/local", "application/json", bytes.NewReader(raw))
	return err
}

func elsewhere(k ticket) error {
	if k.Handle != "" {
		return kit.New("1").Saved(k.Handle).Send("/charge")
	}
	return kit.New("1").Keyed(k.A, k.B).Send("/charge")
}
