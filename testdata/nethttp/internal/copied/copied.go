// Package copied sends requests of which one way made a copy.
package copied

import (
	"context"
	"net/http"
	"time"

	"github.com/google/uuid"
)

const link = "https://api.flute.com/v2/payment-links/7"

type keyOf struct{}

type tripper func(*http.Request) (*http.Response, error)

func (t tripper) RoundTrip(r *http.Request) (*http.Response, error) { return t(r) }

// carry copies the key of the context into a copy of the request.
func carry(next http.RoundTripper) http.RoundTripper {
	return tripper(func(r *http.Request) (*http.Response, error) {
		if k, ok := r.Context().Value(keyOf{}).(string); ok {
			r = r.Clone(r.Context())
			r.Header.Set("Idempotency-Key", k)
		}
		return next.RoundTrip(r)
	})
}

var plain = &http.Client{Timeout: 9 * time.Second}

var carrying = &http.Client{Timeout: 9 * time.Second, Transport: carry(http.DefaultTransport)}

func remove(ctx context.Context) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodDelete, link, nil)
	if err != nil {
		return err
	}
	resp, err := carrying.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Remove has a key in its context.
func Remove(ctx context.Context, id string) error {
	return remove(context.WithValue(ctx, keyOf{}, "remove-"+id))
}

// Traced sets the key on the request and on its copy.
func Traced(ctx context.Context, traced bool) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodDelete, link, nil)
	if err != nil {
		return err
	}
	if traced {
		req = req.Clone(ctx)
		req.Header.Set("X-Trace", "1")
		req.Header.Set("Idempotency-Key", uuid.NewString())
	} else {
		req.Header.Set("Idempotency-Key", uuid.NewString())
	}
	return end(req)
}

// Sometimes sets the key on the copy alone.
func Sometimes(ctx context.Context, careful bool) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodDelete, link, nil) // want `DELETE https://api.flute.com/v2/payment-links/7 leaves without an idempotency key on some path`
	if err != nil {
		return err
	}
	if careful {
		req = req.Clone(ctx)
		req.Header.Set("Idempotency-Key", uuid.NewString())
	}
	return end(req)
}

func keyed(ctx context.Context, key string) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodDelete, link, nil)
	if err != nil {
		return err
	}
	if key != "" {
		req = req.Clone(ctx)
		req.Header.Set("Idempotency-Key", key)
	}
	return end(req)
}

// Given has a key to give.
func Given(ctx context.Context, id string) error { return keyed(ctx, "given-"+id) }

// Forgotten has none.
func Forgotten(ctx context.Context) error {
	return keyed(ctx, "") // want `DELETE https://api.flute.com/v2/payment-links/7 leaves without an idempotency key`
}

func end(req *http.Request) error {
	resp, err := plain.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
