// Package wire has the round trippers of the payment clients.
package wire

import (
	"crypto/rand"
	"log/slog"
	"net/http"
	"time"
)

// Func makes a function a round tripper.
type Func func(*http.Request) (*http.Response, error)

// RoundTrip calls f.
func (f Func) RoundTrip(r *http.Request) (*http.Response, error) { return f(r) }

// Layer wraps a round tripper.
type Layer func(http.RoundTripper) http.RoundTripper

// Chain puts the layers around base; the first layer is the outermost.
func Chain(base http.RoundTripper, layers ...Layer) http.RoundTripper {
	if base == nil {
		base = http.DefaultTransport
	}
	for i := len(layers) - 1; i >= 0; i-- {
		base = layers[i](base)
	}
	return base
}

// Logged writes a line per request.
func Logged(next http.RoundTripper) http.RoundTripper {
	return Func(func(r *http.Request) (*http.Response, error) {
		start := time.Now()
		resp, err := next.RoundTrip(r)
		slog.Info("request", "method", r.Method, "took", time.Since(start))
		return resp, err
	})
}

// Retried repeats a request three times when the server is busy.
func Retried(next http.RoundTripper) http.RoundTripper {
	return Func(func(r *http.Request) (*http.Response, error) {
		var resp *http.Response
		var err error
		for i := 0; i < 3; i++ {
			if resp, err = next.RoundTrip(r); err == nil && resp.StatusCode < 500 {
				break
			}
			time.Sleep(time.Second << i)
			if r.GetBody != nil {
				r.Body, _ = r.GetBody()
			}
		}
		return resp, err
	})
}

// RetriedCopy is Retried with a copy of the request for each attempt.
func RetriedCopy(next http.RoundTripper) http.RoundTripper {
	return Func(func(r *http.Request) (*http.Response, error) {
		var resp *http.Response
		var err error
		for i := 0; i < 3; i++ {
			c := r.Clone(r.Context())
			if r.GetBody != nil {
				c.Body, _ = r.GetBody()
			}
			if resp, err = next.RoundTrip(c); err == nil && resp.StatusCode < 500 {
				break
			}
			time.Sleep(time.Second << i)
		}
		return resp, err
	})
}

// Keyed gives every write a new key.
func Keyed(next http.RoundTripper) http.RoundTripper {
	// idempotencykey: a fault, makes a new key below the retry of Pouch
	return Func(func(r *http.Request) (*http.Response, error) {
		if r.Method != http.MethodGet && r.Method != http.MethodHead {
			r = r.Clone(r.Context())
			r.Header.Set("Idempotency-Key", rand.Text())
		}
		return next.RoundTrip(r)
	})
}

// KeyedOnce gives a write a key when it has none.
func KeyedOnce(next http.RoundTripper) http.RoundTripper {
	// idempotencykey: a fault, copies below hide the key in Satchel
	return Func(func(r *http.Request) (*http.Response, error) {
		if r.Method != http.MethodGet && r.Header.Get("Idempotency-Key") == "" {
			r.Header.Set("Idempotency-Key", rand.Text())
		}
		return next.RoundTrip(r)
	})
}

// KeyedReads is what somebody wrote in a hurry.
func KeyedReads(next http.RoundTripper) http.RoundTripper {
	return Func(func(r *http.Request) (*http.Response, error) {
		if r.Method == http.MethodGet {
			r.Header.Set("Idempotency-Key", rand.Text())
		}
		return next.RoundTrip(r)
	})
}

// Bearer signs requests.
type Bearer struct {
	Token func() string
	Next  http.RoundTripper
}

// RoundTrip adds the header.
func (b *Bearer) RoundTrip(r *http.Request) (*http.Response, error) {
	r = r.Clone(r.Context())
	r.Header.Set("Authorization", "Bearer "+b.Token())
	return b.Next.RoundTrip(r)
}
