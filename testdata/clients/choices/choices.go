// Package choices has options that change the client by which a service sends.
package choices

import (
	"context"
	"net/http"
	"time"
)

// Desk reads settlements.
type Desk struct {
	base   string
	sender *http.Client
}

// Choice changes a desk.
type Choice func(*Desk)

// NewDesk makes one with a client that has a timeout.
func NewDesk(base string, choices ...Choice) *Desk {
	d := &Desk{base: base, sender: &http.Client{Timeout: 20 * time.Second}}
	for _, c := range choices {
		c(d)
	}
	return d
}

// Read reads a settlement.
func (d *Desk) Read(ctx context.Context, id string) (*http.Response, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, d.base+"/pay-api/v1/settlements/"+id, nil)
	if err != nil {
		return nil, err
	}
	return d.sender.Do(req)
}

// Carried sends by a transport.
func Carried(by http.RoundTripper) Choice {
	return func(d *Desk) { d.sender = &http.Client{Transport: by} } // want `the http.Client that sends GET .* has no timeout`
}

// Plain sends by a client of its own.
func Plain() Choice {
	return func(d *Desk) {
		var c http.Client // want `the http.Client that sends GET .* has no timeout`
		d.sender = &c
	}
}

// Shared sends by that which the whole program has.
func Shared() Choice {
	return func(d *Desk) { d.sender = http.DefaultClient } // want `http.DefaultClient that sends GET .* has no timeout`
}

// Given sends by another client.
func Given(c *http.Client) Choice { return func(d *Desk) { d.sender = c } }

// Within bounds it.
func Within(t time.Duration) Choice {
	return func(d *Desk) { d.sender = &http.Client{Timeout: t} }
}

// Slow is for those who can wait.
func Slow() Choice {
	return func(d *Desk) { d.sender = &http.Client{Timeout: 2 * time.Minute} }
}

// Unbounded says what it does.
func Unbounded() Choice {
	return func(d *Desk) { d.sender = &http.Client{} }
}
