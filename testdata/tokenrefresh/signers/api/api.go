// Package api is like a generated client.
package api

import (
	"context"
	"net/http"
	"time"
)

// Editor changes a request before it is sent.
type Editor func(ctx context.Context, req *http.Request) error

// Client sends requests.
type Client struct {
	base    string
	hc      *http.Client
	editors []Editor
}

// Option sets something.
type Option func(*Client)

// New makes a client.
func New(base string, opts ...Option) *Client {
	c := &Client{base: base, hc: &http.Client{Timeout: time.Minute}}
	for _, o := range opts {
		o(c)
	}
	return c
}

// WithEditor adds an editor.
func WithEditor(e Editor) Option { return func(c *Client) { c.editors = append(c.editors, e) } }

// Devices lists devices.
func (c *Client) Devices(ctx context.Context, more ...Editor) (*http.Response, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, c.base+"/pay-api/v1/devices", nil)
	if err != nil {
		return nil, err
	}
	for _, e := range append(c.editors[:len(c.editors):len(c.editors)], more...) {
		if err := e(ctx, req); err != nil {
			return nil, err
		}
	}
	return c.hc.Do(req)
}
