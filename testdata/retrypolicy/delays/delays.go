// Package delays tries again for as long as a sequence of delays lasts, or for as long as a library wants.
package delays

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"net/http"
	"time"

	"github.com/failsafe-go/failsafe-go"
	"github.com/failsafe-go/failsafe-go/retrypolicy"
)

type payment struct {
	ID     string `json:"id"`
	Status string `json:"status"`
}

type answer struct{ status int }

func (a *answer) Error() string { return fmt.Sprint(a.status) }

func passing(err error) bool {
	var a *answer
	return errors.As(err, &a) && (a.status >= 500 || a.status == http.StatusTooManyRequests)
}

type desk struct{ hc *http.Client }

func newDesk() *desk { return &desk{&http.Client{Timeout: 20 * time.Second}} }

func (d *desk) pay(ctx context.Context, order string) (*payment, error) {
	raw, err := json.Marshal(map[string]string{"orderId": order})
	if err != nil {
		return nil, err
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, "https://api.flute.com/v2/transactions", bytes.NewReader(raw))
	if err != nil {
		return nil, err
	}
	req.Header.Set("Idempotency-Key", order)
	resp, err := d.hc.Do(req)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	if resp.StatusCode >= 300 {
		return nil, &answer{resp.StatusCode}
	}
	var p payment
	if err := json.NewDecoder(resp.Body).Decode(&p); err != nil {
		return nil, err
	}
	return &p, nil
}

// Declined has the library repeat a decline.
func (d *desk) Declined(ctx context.Context, order string) (*payment, error) {
	policy := retrypolicy.NewBuilder[*payment]().
		HandleIf(func(p *payment, err error) bool { return passing(err) || p != nil && p.Status == "Declined" }).
		WithBackoff(time.Second, 20*time.Second).
		WithMaxRetries(3).
		Build()
	return failsafe.With(policy).WithContext(ctx).Get(func() (*payment, error) { // want `repeats a declined payment`
		return d.pay(ctx, order)
	})
}

// Passing has it repeat what may pass.
func (d *desk) Passing(ctx context.Context, order string) (*payment, error) {
	policy := retrypolicy.NewBuilder[*payment]().
		HandleIf(func(p *payment, err error) bool { return passing(err) }).
		WithBackoff(time.Second, 20*time.Second).
		WithMaxRetries(3).
		Build()
	return failsafe.With(policy).WithContext(ctx).Get(func() (*payment, error) { return d.pay(ctx, order) })
}

// doubling never ends.
func doubling(first, top time.Duration) iter.Seq[time.Duration] {
	return func(yield func(time.Duration) bool) {
		for d := first; yield(d); d = min(2*d, top) {
		}
	}
}

// few ends after some.
func few(first time.Duration, n int) iter.Seq[time.Duration] {
	return func(yield func(time.Duration) bool) {
		for i := 0; i < n && yield(first<<i); i++ {
		}
	}
}

// Endless ranges over delays without an end.
func (d *desk) Endless(ctx context.Context, order string) (p *payment, err error) {
	for wait := range doubling(time.Second, time.Minute) {
		if p, err = d.pay(ctx, order); err == nil || !passing(err) { // want `has no end`
			return p, err
		}
		time.Sleep(wait)
	}
	return p, err
}

// Few ranges over some.
func (d *desk) Few(ctx context.Context, order string) (p *payment, err error) {
	for wait := range few(time.Second, 4) {
		if p, err = d.pay(ctx, order); err == nil || !passing(err) {
			return p, err
		}
		time.Sleep(wait)
	}
	return p, err
}
