// Package asked has retries that ask what an error is of types and interfaces of others.
package asked

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net"
	"net/http"
	"time"

	"golang.org/x/oauth2"
)

const base = "https://api.flute.com/pay-api/v1/transactions"

// Refusal is an answer that is no success.
type Refusal struct{ Status int }

func (r *Refusal) Error() string { return fmt.Sprintf("answered with %d", r.Status) }

// Temporary says whether another attempt may help.
func (r *Refusal) Temporary() bool { return r.Status == http.StatusTooManyRequests || r.Status >= 500 }

var errDeclined = errors.New("declined")

func passing(err error) bool {
	var refusal *Refusal
	if errors.As(err, &refusal) {
		return refusal.Temporary()
	}
	var token *oauth2.RetrieveError
	if errors.As(err, &token) {
		return token.Response != nil && token.Response.StatusCode >= 500
	}
	var conn net.Error
	return errors.As(err, &conn)
}

func temporary(err error) bool {
	var t interface{ Temporary() bool }
	return errors.As(err, &t) && t.Temporary()
}

type till struct{ client *http.Client }

func (t *till) send(ctx context.Context, path, key string, body any) error {
	text, err := json.Marshal(body)
	if err != nil {
		return err
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, base+path, bytes.NewReader(text))
	if err != nil {
		return err
	}
	req.Header.Set("Idempotency-Key", key)
	resp, err := t.client.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode >= 300 {
		return &Refusal{resp.StatusCode}
	}
	var out struct{ TransactionStatus string }
	if err := json.NewDecoder(resp.Body).Decode(&out); err != nil {
		return err
	}
	if out.TransactionStatus == "Declined" {
		return errDeclined
	}
	return nil
}

// rest waits, unless the caller gives up.
func rest(ctx context.Context, d time.Duration) error {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// Capture repeats what may pass, a few times.
func (t *till) Capture(ctx context.Context, id string) (err error) {
	wait := time.Second
	for range 4 {
		if err = t.send(ctx, "/capture", id, nil); err == nil || !passing(err) {
			return err
		}
		if err := rest(ctx, wait); err != nil {
			return err
		}
		wait *= 2
	}
	return err
}

// Void waits the same time.
func (t *till) Void(ctx context.Context, id string) (err error) {
	for range 4 {
		if err = t.send(ctx, "/void", id, nil); err == nil || !passing(err) { // want `waits the same time before each attempt`
			return err
		}
		if err := rest(ctx, time.Second); err != nil {
			return err
		}
	}
	return err
}

// Return has no end.
func (t *till) Return(ctx context.Context, id string) error {
	for wait := time.Second; ; wait *= 2 {
		if err := t.send(ctx, "/return", id, nil); err == nil || !temporary(err) { // want `has no end`
			return err
		}
		time.Sleep(wait)
	}
}

// Sale believes that a bank thinks again.
func (t *till) Sale(ctx context.Context, id string) error {
	wait := time.Second
	for left := 4; ; left-- {
		err := t.send(ctx, "/sale", id, nil) // want `repeats a declined payment`
		switch {
		case err == nil, left == 1:
			return err
		case !passing(err) && !errors.Is(err, errDeclined):
			return err
		}
		if err := rest(ctx, wait); err != nil {
			return err
		}
		wait *= 2
	}
}

// again is the answers that are repeated.
var again = map[int]bool{http.StatusPaymentRequired: true, http.StatusBadGateway: true}

// later is the same without the one that stays.
var later = map[int]bool{http.StatusBadGateway: true, http.StatusServiceUnavailable: true}

type layer struct {
	next  http.RoundTripper
	tries int
	on    map[int]bool
}

func (l layer) RoundTrip(req *http.Request) (*http.Response, error) {
	wait := time.Second
	for n := 1; ; n++ {
		resp, err := l.next.RoundTrip(req) // want `repeats what is answered with 402`
		if err != nil || !l.on[resp.StatusCode] || n == l.tries || req.GetBody == nil {
			return resp, err
		}
		resp.Body.Close()
		time.Sleep(wait)
		wait *= 2
		if req.Body, err = req.GetBody(); err != nil {
			return nil, err
		}
	}
}

// NewPatient repeats what cannot succeed.
func NewPatient() *till {
	return &till{&http.Client{Timeout: time.Minute, Transport: layer{http.DefaultTransport, 3, again}}}
}

type shop struct{ till }

// NewShop does not.
func NewShop() *shop {
	return &shop{till{&http.Client{Timeout: time.Minute, Transport: layer{http.DefaultTransport, 3, later}}}}
}
