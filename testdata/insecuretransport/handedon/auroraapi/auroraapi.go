// Package auroraapi is a client that others make and call.
package auroraapi

import (
	"context"
	"net/http"
)

// Doer sends requests.
type Doer interface {
	Do(*http.Request) (*http.Response, error)
}

// Client calls the API.
type Client struct {
	base string
	doer Doer
}

// Option sets up a client.
type Option func(*Client)

// WithDoer replaces what sends.
func WithDoer(d Doer) Option { return func(c *Client) { c.doer = d } }

// New makes a client.
func New(base string, opts ...Option) *Client {
	c := &Client{base: base, doer: http.DefaultClient}
	for _, o := range opts {
		o(c)
	}
	return c
}

// Devices lists the devices.
func (c *Client) Devices(ctx context.Context) (int, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, c.base+"/pay-api/v1/devices", nil)
	if err != nil {
		return 0, err
	}
	resp, err := c.doer.Do(req)
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, resp.Body.Close()
}

// Ledger is another service.
type Ledger struct{ Web *http.Client }

// Book books.
func (l *Ledger) Book(ctx context.Context) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, "https://ledger.example.net/entries", http.NoBody)
	if err != nil {
		return err
	}
	resp, err := l.Web.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
