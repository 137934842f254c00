// Package wallet keeps payment methods at Aurora, with one client per trust level.
package wallet

import (
	"bytes"
	"context"
	"encoding/json"
	"net/http"
	"time"

	"github.com/auroravet/auroravet/testdata/nethttp/internal/wire"
)

const api = "https://api.flute.com/v2/"

func write(ctx context.Context, hc *http.Client, method, u string, in any) error {
	// idempotencykey: fine, plain sender, callers give method and address
	b, err := json.Marshal(in)
	if err != nil {
		return err
	}
	req, err := http.NewRequestWithContext(ctx, method, u, bytes.NewReader(b))
	if err != nil {
		return err
	}
	resp, err := hc.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Pouch keys below its retries.
type Pouch struct{ hc *http.Client }

// NewPouch returns a pouch.
func NewPouch() *Pouch {
	// idempotencykey: a fault, key layer is inside the retry layer
	return &Pouch{hc: &http.Client{
		Timeout:   30 * time.Second,
		Transport: wire.Chain(nil, wire.Logged, wire.Retried, wire.Keyed),
	}}
}

// Add stores a method.
func (p *Pouch) Add(ctx context.Context, in any) error {
	// idempotencykey: a fault, sent through the bad chain
	return write(ctx, p.hc, http.MethodPost, api+"payment-methods/ach", in) // want `POST https://api\.flute\.com/v2/payment-methods/ach gets another idempotency key for each attempt; a retry is taken for a new request \(idempotencykey\)`
}

// Purse keys above its retries.
type Purse struct{ hc *http.Client }

// NewPurse returns a purse.
func NewPurse() *Purse {
	// idempotencykey: fine, key layer is outside the retry layer
	// clienttimeout: fine, timeout beside the chain
	return &Purse{hc: &http.Client{
		Timeout:   30 * time.Second,
		Transport: wire.Chain(nil, wire.Keyed, wire.Retried, wire.Logged),
	}}
}

// Add stores a method.
func (p *Purse) Add(ctx context.Context, in any) error {
	// idempotencykey: fine, one key above all attempts
	return write(ctx, p.hc, http.MethodPost, api+"payment-methods/ach", in)
}

// Drop removes a method.
func (p *Purse) Drop(ctx context.Context, id string) error {
	// idempotencykey: fine, the transport keys deletes too
	return write(ctx, p.hc, http.MethodDelete, api+"payment-methods/"+id, nil)
}

// Satchel repeats copies, and keys the copies.
type Satchel struct{ hc http.Client }

// NewSatchel returns a satchel.
func NewSatchel() *Satchel {
	// idempotencykey: a fault, set-if-none works on a fresh copy per attempt
	s := &Satchel{}
	s.hc.Transport = wire.RetriedCopy(wire.KeyedOnce(http.DefaultTransport))
	s.hc.Timeout = time.Minute
	return s
}

// Prefer makes a method the usual one.
func (s *Satchel) Prefer(ctx context.Context, id string) error {
	// idempotencykey: a fault, sent through the copying chain
	return write(ctx, &s.hc, http.MethodPost, api+"payment-methods/"+id+"/set-default", nil) // want `POST https://api\.flute\.com/v2/payment-methods/./set-default gets another idempotency key for each attempt; a retry is taken for a new request \(idempotencykey\)`
}

// Tote repeats the request itself, and keys it once.
type Tote struct{ hc http.Client }

// NewTote returns a tote.
func NewTote() *Tote {
	// idempotencykey: fine, set-if-none on the very request that is repeated
	t := &Tote{}
	t.hc.Transport = wire.Retried(wire.KeyedOnce(http.DefaultTransport))
	t.hc.Timeout = time.Minute
	return t
}

// Prefer makes a method the usual one.
func (t *Tote) Prefer(ctx context.Context, id string) error {
	// idempotencykey: fine, second attempt finds the key already there
	return write(ctx, &t.hc, http.MethodPost, api+"payment-methods/"+id+"/set-default", nil)
}

// Clutch only looks as if it keyed its writes.
type Clutch struct{ hc *http.Client }

// NewClutch returns a clutch.
func NewClutch() *Clutch {
	return &Clutch{hc: &http.Client{Timeout: 10 * time.Second, Transport: wire.KeyedReads(http.DefaultTransport)}}
}

// Rename changes a method.
func (c *Clutch) Rename(ctx context.Context, id, label string) error {
	// idempotencykey: a fault, the layer keys reads only
	return write(ctx, c.hc, http.MethodPatch, api+"payment-methods/"+id, map[string]string{"nickname": label}) // want `PATCH https://api\.flute\.com/v2/payment-methods/. leaves without an idempotency key; a repeated request is taken for a new one \(idempotencykey\)`
}

// Vanity has two clients and uses the other one.
type Vanity struct {
	keyed *http.Client
	plain *http.Client
}

// NewVanity returns a vanity.
func NewVanity(token func() string) *Vanity {
	// clienttimeout: fine, both clients are bounded
	v := &Vanity{keyed: &http.Client{Timeout: 10 * time.Second}, plain: &http.Client{Timeout: 10 * time.Second}}
	v.keyed.Transport = &wire.Bearer{Token: token, Next: wire.Keyed(http.DefaultTransport)}
	v.plain.Transport = &wire.Bearer{Token: token, Next: http.DefaultTransport}
	return v
}

// Add stores a card token.
func (v *Vanity) Add(ctx context.Context, in any) error {
	// idempotencykey: fine, key layer under the signing layer, no retry
	return write(ctx, v.keyed, http.MethodPost, api+"payment-methods/cards", in)
}

// Swap changes a card token.
func (v *Vanity) Swap(ctx context.Context, id string, in any) error {
	// idempotencykey: a fault, goes through the client without the layer
	return write(ctx, v.plain, http.MethodPatch, api+"payment-methods/"+id, in) // want `PATCH https://api\.flute\.com/v2/payment-methods/. leaves without an idempotency key; a repeated request is taken for a new one \(idempotencykey\)`
}

// Bag repeats by hand over a keying client.
type Bag struct{ hc *http.Client }

// NewBag returns a bag.
func NewBag() *Bag {
	// idempotencykey: a fault, layer makes a key for each call of Do
	hc := &http.Client{Timeout: 10 * time.Second}
	hc.Transport = wire.Func(func(r *http.Request) (*http.Response, error) {
		r = r.Clone(r.Context())
		r.Header.Set("Idempotency-Key", rand())
		return http.DefaultTransport.RoundTrip(r)
	})
	return &Bag{hc: hc}
}

func rand() string { return time.Now().Format(time.RFC3339Nano) + "/" + nonce() }

// Add stores a method, with three attempts.
func (b *Bag) Add(ctx context.Context, in any) error {
	// idempotencykey: a fault, the loop runs above the keying layer
	var err error
	for i := range 3 {
		if err = write(ctx, b.hc, http.MethodPost, api+"payment-methods/ach", in); err == nil { // want `POST https://api\.flute\.com/v2/payment-methods/ach gets another idempotency key for each attempt; a retry is taken for a new request \(idempotencykey\)`
			return nil
		}
		time.Sleep(time.Second << i)
	}
	return err
}
