package kit

import (
	"context"
	"net/http"
	"net/url"
	"time"
)

type keyOf struct{}

// WithKey returns a context with the key of the operation.
func WithKey(ctx context.Context, k string) context.Context {
	return context.WithValue(ctx, keyOf{}, k)
}

func header(name, value string) BeforeFunc {
	return func(ctx context.Context, r *http.Request) context.Context {
		r.Header.Set(name, value)
		return ctx
	}
}

func limited() *http.Client {
	// clienttimeout: fine, limit in the literal
	return &http.Client{Timeout: 18 * time.Second}
}

// Void is the request to give a hold back.
type Void struct {
	Transaction string `json:"transactionId"`
	Order       string `json:"-"`
}

func encodeVoid(ctx context.Context, r *http.Request, v any) error {
	req := v.(Void)
	r.Header.Set("Idempotency-Key", "void-"+req.Order)
	return EncodeJSON(ctx, r, req)
}

// Set is the set of endpoints.
type Set struct{ Void, Capture, Batches, Devices Endpoint }

func target(base *url.URL, path string) *url.URL {
	u := *base
	u.Path = path
	return &u
}

// MakeVoid returns the endpoint that gives a hold back.
func MakeVoid(flute *url.URL) Endpoint {
	// idempotencykey: fine, encoder sets the key of the order
	return NewClient(http.MethodPost, target(flute, "/pay-api/v1/transactions/void"), encodeVoid, SetHTTP(limited())).Endpoint()
}

// MakeCapture returns the endpoint that takes the money of a hold.
func MakeCapture(flute *url.URL) Endpoint {
	// idempotencykey: a fault, encoder and before function set no key
	return NewClient(http.MethodPost, target(flute, "/pay-api/v1/transactions/capture"), EncodeJSON, // want `POST ./pay-api/v1/transactions/capture leaves without an idempotency key; a repeated request is taken for a new one \(idempotencykey\)`
		SetHTTP(limited()), Before(header("X-Team", "kit"))).Endpoint()
}

// MakeBatches returns the endpoint that lists batches.
func MakeBatches(flute *url.URL) Endpoint {
	// clienttimeout: a fault, option that gives a client is left out
	return NewClient(http.MethodGet, target(flute, "/pay-api/v1/settlements/batches"), EncodeJSON).Endpoint()
}

// MakeDevices returns the endpoint that lists devices.
func MakeDevices(flute *url.URL) Endpoint {
	// clienttimeout: fine, option gives a client with a limit
	return NewClient(http.MethodGet, target(flute, "/pay-api/v1/devices"), EncodeJSON, SetHTTP(limited())).Endpoint()
}

// MakeSettle returns the endpoint that closes the batch under one name.
func MakeSettle(flute *url.URL) Endpoint {
	// idempotencykey: a fault, before function writes the same constant each time
	return NewClient(http.MethodPost, target(flute, "/pay-api/v1/transactions/settle"), EncodeJSON, // want `POST ./pay-api/v1/transactions/settle has the same idempotency key for every request; the second payment is taken for a repeat of the first \(idempotencykey\)`
		SetHTTP(limited()), Before(header("Idempotency-Key", "settle"))).Endpoint()
}
