// Package worth has calls that say, beside their error, whether another attempt is worth it.
package worth

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"time"

	"github.com/google/uuid"

	"github.com/auroravet/auroravet/testdata/nethttp/internal/worth/tries"
)

// Office takes deposits.
type Office struct {
	base string
	hc   *http.Client
	keys map[string]string
}

// Open is an office that calls the API.
func Open() *Office {
	return &Office{base: "https://api.flute.com", hc: &http.Client{Timeout: 10 * time.Second}, keys: map[string]string{}}
}

// Deposit makes a key in each attempt.
func (o *Office) Deposit(ctx context.Context, body []byte) error {
	return tries.Run(ctx, func(ctx context.Context) (bool, error) {
		return o.send(ctx, "/v2/transactions", body, uuid.NewString()) // want `POST .*/v2/transactions gets another idempotency key for each attempt`
	})
}

// Link makes a key for all attempts.
func (o *Office) Link(ctx context.Context, body []byte) error {
	key := uuid.NewString()
	return tries.Run(ctx, func(ctx context.Context) (bool, error) {
		return o.send(ctx, "/v2/payment-links", body, key)
	})
}

// send says whether another attempt is worth it: not after a refusal.
func (o *Office) send(ctx context.Context, path string, body []byte, key string) (bool, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, o.base+path, bytes.NewReader(body))
	if err != nil {
		return false, err
	}
	req.Header.Set("Idempotency-Key", key)
	resp, err := o.hc.Do(req)
	if err != nil {
		return true, err
	}
	defer resp.Body.Close()
	if resp.StatusCode >= http.StatusMultipleChoices {
		return resp.StatusCode >= http.StatusInternalServerError, fmt.Errorf("status %d", resp.StatusCode)
	}
	return false, nil
}

// Capture tries by hand, and asks whether it is done.
func (o *Office) Capture(ctx context.Context, id string) error {
	var last error
	for n := range 3 {
		key := fmt.Sprintf("capture-%s-%d", id, n)
		done, err := o.capture(ctx, id, key) // want `POST .*/capture gets another idempotency key for each attempt`
		if done {
			return err
		}
		last = err
		time.Sleep(time.Second << n)
	}
	return last
}

func (o *Office) capture(ctx context.Context, id, key string) (done bool, err error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, o.base+"/v2/transactions/"+id+"/capture", http.NoBody)
	if err != nil {
		return true, err
	}
	req.Header.Set("Idempotency-Key", key)
	resp, err := o.hc.Do(req)
	if err != nil {
		return false, err
	}
	defer resp.Body.Close()
	if resp.StatusCode >= http.StatusInternalServerError {
		return false, errors.New("the platform is down")
	}
	return true, nil
}

// Reverse has a key whenever the book could be read.
func (o *Office) Reverse(ctx context.Context, id string) error {
	key, known, err := o.key(id)
	if err != nil {
		return err
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, o.base+"/v2/transactions/"+id+"/reversal", strings.NewReader("{}"))
	if err != nil {
		return err
	}
	if known {
		req.Header.Set("Idempotency-Key", key)
	}
	resp, err := o.hc.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// key makes the key of a reversal from what stands in the book.
func (o *Office) key(id string) (string, bool, error) {
	at, ok := o.keys[id]
	if !ok {
		return "", false, errors.New("not in the book: " + id)
	}
	return "reversal-" + id + "-" + at, true, nil
}

// through is a transport as a function.
type through func(*http.Request) (*http.Response, error)

func (f through) RoundTrip(r *http.Request) (*http.Response, error) { return f(r) }

// keyed gives each request a key of its own.
func keyed(next http.RoundTripper) http.RoundTripper {
	return through(func(r *http.Request) (*http.Response, error) {
		r = r.Clone(r.Context())
		r.Header.Set("Idempotency-Key", uuid.NewString())
		return next.RoundTrip(r)
	})
}

// signed asks a table for the token of a shop.
func signed(tokens map[string]string, shop string, next http.RoundTripper) http.RoundTripper {
	return through(func(r *http.Request) (*http.Response, error) {
		token, ok := tokens[shop]
		if !ok {
			return nil, errors.New("no such shop: " + shop)
		}
		r = r.Clone(r.Context())
		r.Header.Set("Authorization", "Bearer "+token)
		return next.RoundTrip(r)
	})
}

// Fees takes fees for a shop that the table does not have yet: nothing is sent.
func Fees(ctx context.Context) error {
	tokens := map[string]string{}
	hc := &http.Client{Timeout: time.Minute, Transport: keyed(signed(tokens, "mill", http.DefaultTransport))}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, "https://api.flute.com/v2/transactions", strings.NewReader("{}"))
	if err != nil {
		return err
	}
	resp, err := hc.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
