// Package fluent has a builder for calls of the Flute API.
package fluent

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"net/url"
	"time"
)

var base = url.URL{Scheme: "https", Host: "api.flute.com"}

var client = func() *http.Client { // clienttimeout: fine, function literal sets the limit
	c := &http.Client{}
	c.Timeout = 30 * time.Second
	return c
}()

// Call is a call under construction.
type Call struct {
	method string
	parts  []string
	header http.Header
	body   any
}

// Post begins a POST.
func Post(parts ...string) *Call { return begin(http.MethodPost, parts) }

// Patch begins a PATCH.
func Patch(parts ...string) *Call { return begin(http.MethodPatch, parts) }

// Get begins a GET.
func Get(parts ...string) *Call { return begin(http.MethodGet, parts) }

func begin(method string, parts []string) *Call {
	return &Call{method: method, parts: parts, header: http.Header{"Accept": {"application/json"}}}
}

// Key gives the call its key.
func (c *Call) Key(k string) *Call {
	c.header.Set("Idempotency-Key", k)
	return c
}

// Header gives the call a header.
func (c *Call) Header(name, value string) *Call {
	c.header.Set(name, value)
	return c
}

// JSON gives the call a body.
func (c *Call) JSON(v any) *Call {
	c.body = v
	return c
}

// Send sends the call.
func (c *Call) Send(ctx context.Context) error {
	b, err := json.Marshal(c.body)
	if err != nil {
		return err
	}
	req, err := http.NewRequestWithContext(ctx, c.method, base.JoinPath(c.parts...).String(), bytes.NewReader(b))
	if err != nil {
		return err
	}
	req.Header = c.header
	resp, err := client.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode >= 300 {
		return errors.New("fluent: " + resp.Status)
	}
	return nil
}

// Lock holds a bank payment.
func Lock(ctx context.Context, id string) error {
	// idempotencykey: a fault, chain without Key
	return Post("v2", "transactions", id, "ach-hold").Send(ctx) // want `POST https://api\.flute\.com/v2/transactions/./ach-hold leaves without an idempotency key; a repeated request is taken for a new one \(idempotencykey\)`
}

// Unlock lets it go.
func Unlock(ctx context.Context, id, ticket string) error {
	// idempotencykey: fine, chain with Key
	return Post("v2", "transactions", id, "ach-release").Key(ticket).Send(ctx)
}

// Rename changes a link.
func Rename(ctx context.Context, id, change, text string) error {
	// idempotencykey: fine, plain header method with the right name
	return Patch("v2", "payment-links", id).JSON(map[string]string{"description": text}).Header("Idempotency-Key", change).Send(ctx)
}

// Expire changes the end of a link.
func Expire(ctx context.Context, id, change, until string) error {
	// idempotencykey: a fault, header of another name
	return Patch("v2", "payment-links", id).JSON(map[string]string{"expiresAt": until}).Header("If-Match", change).Send(ctx) // want `PATCH https://api\.flute\.com/v2/payment-links/. leaves without an idempotency key; a repeated request is taken for a new one \(idempotencykey\)`
}

// Show reads a link.
func Show(ctx context.Context, id string) error {
	// idempotencykey: fine, a read
	return Get("v2", "payment-links", id).Send(ctx)
}
