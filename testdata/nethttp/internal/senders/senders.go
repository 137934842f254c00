// Package senders makes requests that whatever it is given sends.
package senders

import (
	"context"
	"net/http"
	"time"

	"github.com/google/uuid"
)

// Doer sends.
type Doer interface {
	Do(*http.Request) (*http.Response, error)
}

// Refunds knows nothing of its sender.
type Refunds struct{ d Doer }

// New takes any sender.
func New(d Doer) *Refunds { return &Refunds{d} }

// Refund makes no key, and nobody here gives a sender that does.
func (r *Refunds) Refund(ctx context.Context, id string) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, "https://api.flute.com/v2/transactions/"+id+"/reversal", nil) // want `leaves without an idempotency key`
	if err != nil {
		return err
	}
	resp, err := r.d.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// bearer adds a token.
type bearer struct {
	next  Doer
	token string
}

// Do sends with the token.
func (b bearer) Do(r *http.Request) (*http.Response, error) {
	r.Header.Set("Authorization", "Bearer "+b.token)
	return b.next.Do(r)
}

// RefundAs is reported where the request is made.
func RefundAs(ctx context.Context, token, id string) error {
	return New(bearer{&http.Client{Timeout: time.Minute}, token}).Refund(ctx, id)
}

// capture is sent by who knows the key, and by who does not.
func capture(ctx context.Context, d Doer, id string) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, "https://api.flute.com/v2/transactions/"+id+"/capture", nil)
	if err != nil {
		return err
	}
	resp, err := d.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

type stamped struct{ Doer }

// Do sends with a key.
func (s stamped) Do(r *http.Request) (*http.Response, error) {
	r.Header.Set("Idempotency-Key", uuid.NewString())
	return s.Doer.Do(r)
}

// Stamped sends by a sender that makes the key.
func Stamped(ctx context.Context, hc *http.Client, id string) error {
	return capture(ctx, stamped{hc}, id)
}

// Plain sends by one that does not.
func Plain(ctx context.Context, hc *http.Client, id string) error {
	return capture(ctx, hc, id) // want `leaves without an idempotency key`
}
