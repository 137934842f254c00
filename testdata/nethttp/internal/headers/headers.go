// Package headers has what goes wrong, and right, between making and sending.
package headers

import (
	"context"
	"net/http"
	"os"
	"time"
)

var hc = &http.Client{Timeout: 10 * time.Second}

func send(r *http.Request) error {
	resp, err := hc.Do(r)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func void(ctx context.Context) (*http.Request, error) {
	// idempotencykey: a fault, made here, keyed on one path only
	return http.NewRequestWithContext(ctx, http.MethodPost, os.Getenv("AURORA_BASE_URL")+"/pay-api/v1/transactions/void", nil)
}

// Replaced sets the key and then other headers.
func Replaced(ctx context.Context, id, key string) error {
	// idempotencykey: a fault, new header map throws the key away
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, os.Getenv("AURORA_BASE_URL")+"/pay-api/v1/transactions/ach/"+id+"/void", nil) // want `POST ./pay-api/v1/transactions/ach/./void leaves without an idempotency key; a repeated request is taken for a new one \(idempotencykey\)`
	if err != nil {
		return err
	}
	r.Header.Set("Idempotency-Key", key)
	r.Header = http.Header{"Accept": {"application/json"}}
	return send(r)
}

// Literal replaces the map with one that has the key.
func Literal(ctx context.Context, id, key string) error {
	// idempotencykey: fine, new header map holds the key
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, os.Getenv("AURORA_BASE_URL")+"/pay-api/v1/transactions/ach/"+id+"/void", nil)
	if err != nil {
		return err
	}
	r.Header = http.Header{"Accept": {"application/json"}, "Idempotency-Key": {key}}
	return send(r)
}

// Deleted takes the key off again.
func Deleted(ctx context.Context, id, key string) error {
	// idempotencykey: a fault, Del removes the key before sending
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, os.Getenv("AURORA_BASE_URL")+"/pay-api/v1/transactions/ach/"+id+"/refund", nil) // want `POST ./pay-api/v1/transactions/ach/./refund leaves without an idempotency key; a repeated request is taken for a new one \(idempotencykey\)`
	if err != nil {
		return err
	}
	r.Header.Set("Idempotency-Key", key)
	r.Header.Del("Idempotency-Key")
	return send(r)
}

// Moved takes another header off.
func Moved(ctx context.Context, id, key string) error {
	// idempotencykey: fine, Del of another header leaves the key
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, os.Getenv("AURORA_BASE_URL")+"/pay-api/v1/transactions/ach/"+id+"/refund", nil)
	if err != nil {
		return err
	}
	r.Header.Set("Idempotency-Key", key)
	r.Header.Del("User-Agent")
	return send(r)
}

// CloneFirst keys the wrong copy.
func CloneFirst(ctx context.Context, id, key string) error {
	// idempotencykey: a fault, clone was taken before the key was set
	r, err := http.NewRequest(http.MethodDelete, os.Getenv("AURORA_BASE_URL")+"/pay-api/v1/customers/"+id, nil) // want `DELETE ./pay-api/v1/customers/. leaves without an idempotency key; a repeated request is taken for a new one \(idempotencykey\)`
	if err != nil {
		return err
	}
	c := r.Clone(ctx)
	r.Header.Set("Idempotency-Key", key)
	return send(c)
}

// CloneLast keys the original.
func CloneLast(ctx context.Context, id, key string) error {
	// idempotencykey: fine, clone copies the key
	r, err := http.NewRequest(http.MethodDelete, os.Getenv("AURORA_BASE_URL")+"/pay-api/v1/customers/"+id, nil)
	if err != nil {
		return err
	}
	r.Header.Set("Idempotency-Key", key)
	return send(r.Clone(ctx))
}

// Shallow keys the original after WithContext, which shares the map.
func Shallow(ctx context.Context, id, key string) error {
	// idempotencykey: fine, WithContext copies share one header map
	r, err := http.NewRequest(http.MethodDelete, os.Getenv("AURORA_BASE_URL")+"/pay-api/v1/customers/"+id, nil)
	if err != nil {
		return err
	}
	c := r.WithContext(ctx)
	r.Header.Set("Idempotency-Key", key)
	return send(c)
}

// Deferred sets the key on the way out.
func Deferred(ctx context.Context, id, key string) error {
	// idempotencykey: a fault, deferred set runs after the sending
	r, err := http.NewRequestWithContext(ctx, http.MethodPut, os.Getenv("AURORA_BASE_URL")+"/sub-api/v1/subscriptions/"+id+"/terminate", nil) // want `PUT ./sub-api/v1/subscriptions/./terminate leaves without an idempotency key; a repeated request is taken for a new one \(idempotencykey\)`
	if err != nil {
		return err
	}
	defer r.Header.Set("Idempotency-Key", key)
	return send(r)
}

// Skipped keys only when the store is open.
func Skipped(ctx context.Context, key string, open bool) error {
	// idempotencykey: a fault, key only on one path
	r, err := void(ctx) // want `POST ./pay-api/v1/transactions/void leaves without an idempotency key on some path; a repeated request is taken for a new one \(idempotencykey\)`
	if err != nil {
		return err
	}
	if open {
		r.Header.Set("Idempotency-Key", key)
	}
	return send(r)
}

// Both keys either way.
func Both(ctx context.Context, key string, open bool) error {
	// idempotencykey: fine, each branch sets one of the two headers
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, os.Getenv("AURORA_BASE_URL")+"/pay-api/v1/transactions/return", nil)
	if err != nil {
		return err
	}
	switch {
	case open:
		r.Header.Set("Idempotency-Key", key+"-open")
	default:
		r.Header.Add("X-Idempotency-Key", key+"-closed")
	}
	return send(r)
}

// Guarded refuses to send without a key.
func Guarded(ctx context.Context, key string) error {
	// idempotencykey: fine, returns before sending when there is none
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, os.Getenv("AURORA_BASE_URL")+"/pay-api/v1/transactions/settle", nil)
	if err != nil {
		return err
	}
	if key == "" {
		return context.Canceled
	}
	r.Header.Set("Idempotency-Key", key)
	return send(r)
}

// Dry makes a request and never sends it.
func Dry(ctx context.Context) (string, error) {
	// idempotencykey: fine, request is printed, never sent
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, os.Getenv("AURORA_BASE_URL")+"/pay-api/v1/transactions/settle", nil)
	if err != nil {
		return "", err
	}
	return r.Method + " " + r.URL.Path, nil
}
