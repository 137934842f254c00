package decor

import (
	"context"
	"errors"
	"net/http"
	"os"
	"strings"
	"time"
)

// Shop sends through a stack.
type Shop struct {
	d    Doer
	base string
}

func (s Shop) write(ctx context.Context, method, path, body string) error {
	// idempotencykey: fine, the stack may key; callers give method and path
	req, err := http.NewRequestWithContext(ctx, method, s.base+path, strings.NewReader(body))
	if err != nil {
		return err
	}
	resp, err := s.d.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode >= 300 {
		return errors.New(resp.Status)
	}
	return nil
}

// North names its writes above the repeats.
type North struct{ Shop }

// NewNorth opens the shop.
func NewNorth() *North {
	// idempotencykey: fine, Named is outside of Again
	// clienttimeout: fine, limit in the literal
	hc := &http.Client{Timeout: 10 * time.Second}
	return &North{Shop{d: Stack(hc, Breaker, Again(3), Named, Logging), base: os.Getenv("AURORA_URL")}}
}

// Capture takes money.
func (n *North) Capture(ctx context.Context, body string) error {
	// idempotencykey: fine, keyed once by the stack
	return n.write(ctx, http.MethodPost, "/pay-api/v1/transactions/capture", body)
}

// South names its writes below the repeats.
type South struct{ Shop }

// NewSouth opens the shop.
func NewSouth() *South {
	// idempotencykey: a fault, Again is outside of Named
	hc := &http.Client{Timeout: 10 * time.Second}
	return &South{Shop{d: Stack(hc, Named, Breaker, Again(3)), base: os.Getenv("AURORA_URL")}}
}

// Capture takes money.
func (s *South) Capture(ctx context.Context, body string) error {
	// idempotencykey: a fault, sent through the bad stack
	return s.write(ctx, http.MethodPost, "/pay-api/v1/transactions/capture", body) // want `POST ./pay-api/v1/transactions/capture gets another idempotency key for each attempt; a retry is taken for a new request \(idempotencykey\)`
}

// East does not name its writes.
type East struct{ Shop }

// NewEast opens the shop.
func NewEast() *East {
	// clienttimeout: fine, Limit bounds each request
	return &East{Shop{d: Stack(&http.Client{}, Limit(9*time.Second), Logging), base: os.Getenv("AURORA_URL")}}
}

// Terminate ends a plan.
func (e *East) Terminate(ctx context.Context, id string) error {
	// idempotencykey: a fault, stack logs and limits, but names nothing
	return e.write(ctx, http.MethodPut, "/sub-api/v1/subscriptions/"+id+"/terminate", "") // want `PUT ./sub-api/v1/subscriptions/./terminate leaves without an idempotency key; a repeated request is taken for a new one \(idempotencykey\)`
}

// Find reads a plan.
func (e *East) Find(ctx context.Context, id string) error {
	// idempotencykey: fine, a read
	return e.write(ctx, http.MethodGet, "/sub-api/v1/subscriptions/"+id, "")
}

// West names its writes and waits for ever.
type West struct{ Shop }

// NewWest opens the shop.
func NewWest() *West {
	// clienttimeout: a fault, stack over an empty client, nothing bounds it
	return &West{Shop{d: Stack(&http.Client{}, Breaker, Named, Logging), base: os.Getenv("AURORA_URL")}} // want `the http\.Client that sends DELETE ./pay-api/v1/customers/. has no timeout; a silent server holds the caller for ever \(clienttimeout\)`
}

// Drop removes a customer.
func (w *West) Drop(ctx context.Context, id string) error {
	// idempotencykey: fine, keyed by the stack, nothing repeats
	return w.write(ctx, http.MethodDelete, "/pay-api/v1/customers/"+id, "")
}
