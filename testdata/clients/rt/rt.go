// Package rt has transports of libraries around keys and keys around them.
package rt

import (
	"context"
	"net/http"
	"os"
	"time"

	"github.com/failsafe-go/failsafe-go"
	"github.com/failsafe-go/failsafe-go/failsafehttp"
	"github.com/failsafe-go/failsafe-go/timeout"
	"github.com/google/uuid"
	"go.opentelemetry.io/contrib/instrumentation/net/http/otelhttp"
)

type stamp struct{ next http.RoundTripper }

func (s stamp) RoundTrip(r *http.Request) (*http.Response, error) {
	r = r.Clone(r.Context())
	r.Header.Set("Idempotency-Key", uuid.NewString())
	return s.next.RoundTrip(r)
}

type bare struct{}

func (bare) RoundTrip(r *http.Request) (*http.Response, error) {
	r.Header.Set("User-Agent", "shop")
	return http.DefaultTransport.RoundTrip(r)
}

// Traced keys below the traces.
func Traced() error {
	hc := &http.Client{Timeout: time.Second, Transport: otelhttp.NewTransport(stamp{http.DefaultTransport})}
	resp, err := hc.Post(os.Getenv("FLUTE_BASE_URL")+"/v2/customers", "application/json", nil)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// TracedBare does not key.
func TracedBare() error {
	hc := &http.Client{Timeout: time.Second, Transport: otelhttp.NewTransport(bare{})}
	resp, err := hc.Post(os.Getenv("FLUTE_BASE_URL")+"/v2/customers", "application/json", nil) // want `POST …/v2/customers leaves without an idempotency key`
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func policy() failsafe.Policy[*http.Response] {
	return failsafehttp.NewRetryPolicyBuilder().WithMaxRetries(2).Build()
}

// Below keys each attempt.
func Below() error {
	hc := &http.Client{Timeout: time.Second, Transport: failsafehttp.NewRoundTripper(stamp{http.DefaultTransport}, policy())}
	resp, err := hc.Post(os.Getenv("FLUTE_BASE_URL")+"/v2/customers", "application/json", nil) // want `POST …/v2/customers gets another idempotency key for each attempt`
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Bounded keys below a policy that repeats nothing.
func Bounded() error {
	only := timeout.New[*http.Response](time.Second)
	hc := &http.Client{Timeout: time.Second, Transport: failsafehttp.NewRoundTripper(stamp{http.DefaultTransport}, only)}
	resp, err := hc.Post(os.Getenv("FLUTE_BASE_URL")+"/v2/customers", "application/json", nil)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Above keys all attempts.
func Above() error {
	hc := &http.Client{Timeout: time.Second, Transport: stamp{failsafehttp.NewRoundTripper(nil, policy())}}
	resp, err := hc.Post(os.Getenv("FLUTE_BASE_URL")+"/v2/customers", "application/json", nil)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Request repeats one request.
func Request(ctx context.Context, id string) error {
	r, err := http.NewRequestWithContext(ctx, http.MethodDelete, "https://api.flute.com/v2/customers/"+id, nil) // want `DELETE https://api.flute.com/v2/customers/… leaves without an idempotency key`
	if err != nil {
		return err
	}
	resp, err := failsafehttp.NewRequest(r, &http.Client{Timeout: time.Second}, policy()).Do()
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// RequestKeyed repeats one with its key.
func RequestKeyed(ctx context.Context, id string) error {
	r, err := http.NewRequestWithContext(ctx, http.MethodDelete, "https://api.flute.com/v2/customers/"+id, nil)
	if err != nil {
		return err
	}
	r.Header.Set("Idempotency-Key", uuid.NewString())
	resp, err := failsafehttp.NewRequest(r, &http.Client{Timeout: time.Second}, policy()).Do()
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Endless has policies and no timeout.
func Endless(id string) error {
	hc := &http.Client{Transport: failsafehttp.NewRoundTripper(nil, policy())} // want `the http.Client that sends GET https://api.flute.com/v2/customers/… has no timeout`
	resp, err := hc.Get("https://api.flute.com/v2/customers/" + id)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Shot sends with the traced default client.
func Shot(ctx context.Context, id string) error {
	resp, err := otelhttp.Post(ctx, os.Getenv("FLUTE_BASE_URL")+"/v2/transactions/"+id+"/ach-hold", "application/json", nil) // want `POST .*/ach-hold leaves without an idempotency key` `has no timeout`
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Look sends with the traced default client and a deadline.
func Look(ctx context.Context, id string) error {
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	resp, err := otelhttp.Get(ctx, os.Getenv("FLUTE_BASE_URL")+"/v2/transactions/"+id)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
