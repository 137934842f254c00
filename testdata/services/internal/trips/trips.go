// Package trips has transports that repeat by themselves.
package trips

import (
	"context"
	"errors"
	"net/http"
	"os"
	"strconv"
	"strings"
	"time"

	"github.com/google/uuid"
)

// Renaming repeats a request and names each repetition.
type Renaming struct{ Base http.RoundTripper }

// RoundTrip repeats.
func (t *Renaming) RoundTrip(r *http.Request) (resp *http.Response, err error) {
	// idempotencykey: a fault, transport makes a key in its own loop
	for n := range 3 {
		c := r.Clone(r.Context())
		if r.GetBody != nil {
			c.Body, _ = r.GetBody()
		}
		c.Header.Set("Idempotency-Key", uuid.NewString())
		if resp, err = t.Base.RoundTrip(c); err == nil && resp.StatusCode != http.StatusServiceUnavailable {
			return resp, nil
		}
		time.Sleep(time.Second << n)
	}
	return resp, err
}

// Naming names a request and repeats it under that name.
type Naming struct{ Base http.RoundTripper }

// RoundTrip repeats.
func (t *Naming) RoundTrip(r *http.Request) (resp *http.Response, err error) {
	// idempotencykey: fine, key made before the loop of the transport
	key := r.Header.Get("Idempotency-Key")
	if key == "" {
		key = uuid.NewString()
	}
	for n := range 3 {
		c := r.Clone(r.Context())
		if r.GetBody != nil {
			c.Body, _ = r.GetBody()
		}
		c.Header.Set("Idempotency-Key", key)
		if resp, err = t.Base.RoundTrip(c); err == nil && resp.StatusCode != http.StatusServiceUnavailable {
			return resp, nil
		}
		time.Sleep(time.Second << n)
	}
	return resp, err
}

// Waiting honours Retry-After and names nothing.
type Waiting struct {
	Base http.RoundTripper
	Most int
}

// RoundTrip repeats.
func (t Waiting) RoundTrip(r *http.Request) (*http.Response, error) {
	for n := 0; ; n++ {
		resp, err := t.Base.RoundTrip(r)
		if err != nil || resp.StatusCode != http.StatusTooManyRequests || n >= t.Most {
			return resp, err
		}
		resp.Body.Close()
		s, _ := strconv.Atoi(resp.Header.Get("Retry-After"))
		time.Sleep(time.Duration(s)*time.Second + time.Second<<n)
	}
}

var origin = os.Getenv("FLUTE_ORIGIN")

func deliver(ctx context.Context, hc *http.Client, method, path, body string, edit ...func(*http.Request)) error {
	// idempotencykey: fine, client and caller decide
	req, err := http.NewRequestWithContext(ctx, method, origin+path, strings.NewReader(body))
	if err != nil {
		return err
	}
	for _, e := range edit {
		e(req)
	}
	resp, err := hc.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode >= 300 {
		return errors.New(resp.Status)
	}
	return nil
}

func renaming() *http.Client {
	// idempotencykey: a fault, client over the renaming transport
	return &http.Client{Timeout: time.Minute, Transport: &Renaming{Base: http.DefaultTransport}}
}

func naming() *http.Client {
	// clienttimeout: fine, limit beside the transport
	return &http.Client{Timeout: time.Minute, Transport: &Naming{Base: http.DefaultTransport}}
}

func waiting() *http.Client {
	// clienttimeout: fine, limit beside the transport
	return &http.Client{Timeout: time.Minute, Transport: Waiting{Base: http.DefaultTransport, Most: 3}}
}

// Reverse gives money back.
func Reverse(ctx context.Context, id string) error {
	// idempotencykey: a fault, sent through the renaming transport
	return deliver(ctx, renaming(), http.MethodPost, "/v2/transactions/"+id+"/reversal", `{}`) // want `POST ./v2/transactions/./reversal gets another idempotency key for each attempt; a retry is taken for a new request \(idempotencykey\)`
}

// Capture takes money.
func Capture(ctx context.Context, id string) error {
	// idempotencykey: fine, transport names once for all its attempts
	return deliver(ctx, naming(), http.MethodPost, "/v2/transactions/"+id+"/capture", `{}`)
}

// Tip adds a tip.
func Tip(ctx context.Context, id string) error {
	// idempotencykey: a fault, transport repeats a request without key
	return deliver(ctx, waiting(), http.MethodPost, "/v2/transactions/"+id+"/tip-adjustment", `{}`) // want `POST ./v2/transactions/./tip-adjustment leaves without an idempotency key; a repeated request is taken for a new one \(idempotencykey\)`
}

// TipFor adds the tip of a bill.
func TipFor(ctx context.Context, bill, id string) error {
	// idempotencykey: fine, editor names, transport repeats the same request
	return deliver(ctx, waiting(), http.MethodPost, "/v2/transactions/"+id+"/tip-adjustment", `{}`, func(r *http.Request) {
		r.Header.Set("Idempotency-Key", bill)
	})
}

// Once sends, and once more when the token has run out.
func Once(ctx context.Context, id string, renew func() string) error {
	// idempotencykey: fine, both sendings carry the header set at first
	req, err := http.NewRequestWithContext(ctx, http.MethodDelete, origin+"/v2/customers/"+id, nil)
	if err != nil {
		return err
	}
	req.Header.Set("Idempotency-Key", uuid.NewString())
	hc := waiting()
	resp, err := hc.Do(req)
	if err != nil {
		return err
	}
	if resp.StatusCode == http.StatusUnauthorized {
		resp.Body.Close()
		req = req.Clone(ctx)
		req.Header.Set("Authorization", "Bearer "+renew())
		if resp, err = hc.Do(req); err != nil {
			return err
		}
	}
	return resp.Body.Close()
}
