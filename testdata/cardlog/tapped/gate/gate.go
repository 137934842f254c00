// Package gate sends cards with a client that it is given.
package gate

import (
	"bytes"
	"context"
	"encoding/json"
	"net/http"
)

// Doer is what sends.
type Doer interface {
	Do(*http.Request) (*http.Response, error)
}

// Gate sends cards.
type Gate struct {
	hc   *http.Client
	base string
}

// New makes a Gate.
func New(base string, hc *http.Client) *Gate { return &Gate{hc: hc, base: base} }

// Option changes a Gate.
type Option func(*Gate)

// With gives it a client.
func With(hc *http.Client) Option { return func(g *Gate) { g.hc = hc } }

// Open makes a Gate with options.
func Open(base string, opts ...Option) *Gate {
	g := &Gate{base: base}
	for _, o := range opts {
		o(g)
	}
	return g
}

// Pay sends a card.
func (g *Gate) Pay(ctx context.Context, pan, cvv string) error {
	raw, err := json.Marshal(map[string]string{"cardNumber": pan, "cvv": cvv})
	if err != nil {
		return err
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, g.base+"/v2/transactions", bytes.NewReader(raw))
	if err != nil {
		return err
	}
	res, err := g.hc.Do(req)
	if err != nil {
		return err
	}
	return res.Body.Close()
}

// Reports reads what was paid.
type Reports struct{ via Doer }

// NewReports makes a Reports.
func NewReports(via Doer) *Reports { return &Reports{via} }

// Day reads one day.
func (r *Reports) Day(day string) error {
	req, err := http.NewRequest(http.MethodGet, "https://api.flute.com/v2/settlements?day="+day, nil)
	if err != nil {
		return err
	}
	res, err := r.via.Do(req)
	if err != nil {
		return err
	}
	return res.Body.Close()
}

// Desk sends cards with anything that sends.
type Desk struct{ via Doer }

// NewDesk makes a Desk.
func NewDesk(via Doer) *Desk { return &Desk{via} }

// Pay sends a card.
func (d *Desk) Pay(pan string) error {
	raw, _ := json.Marshal(map[string]string{"cardNumber": pan})
	req, err := http.NewRequest(http.MethodPost, "https://api.flute.com/v2/transactions", bytes.NewReader(raw))
	if err != nil {
		return err
	}
	res, err := d.via.Do(req)
	if err != nil {
		return err
	}
	return res.Body.Close()
}
