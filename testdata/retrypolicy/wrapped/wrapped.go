// Package wrapped tries again what has failed with an error that a library has made of others.
package wrapped

import (
	"context"
	stderrors "errors"
	"net/http"
	"os"
	"time"

	gferrors "github.com/go-faster/errors"
	"github.com/pkg/errors"
)

// refusal is the API's own error.
type refusal struct{ code int }

func (r *refusal) Error() string { return http.StatusText(r.code) }

var errBusy = errors.New("wrapped: busy")

// Kitchen has the clients.
type Kitchen struct{ Orders, Bills *stove }

type stove struct{ *plate }

type plate struct{ hc *http.Client }

func (p *plate) call(ctx context.Context, method, path, key string) error {
	req, err := http.NewRequestWithContext(ctx, method, os.Getenv("AURORA_BASE_URL")+path, nil)
	if err != nil {
		return errors.WithStack(err)
	}
	req.Header.Set("Idempotency-Key", key)
	resp, err := p.hc.Do(req)
	if err != nil {
		return errors.Wrap(err, path)
	}
	defer resp.Body.Close()
	if resp.StatusCode >= 300 {
		return &refusal{resp.StatusCode}
	}
	return nil
}

func (s *stove) sale(ctx context.Context, key string) error {
	return errors.Wrapf(s.call(ctx, http.MethodPost, "/pay-api/v1/transactions/sale", key), "sale %s", key)
}

func (s *stove) void(ctx context.Context, key string) error {
	return gferrors.Wrap(s.call(ctx, http.MethodPost, "/pay-api/v1/transactions/void", key), "void")
}

func (s *stove) capture(ctx context.Context, key string) error {
	err := s.call(ctx, http.MethodPost, "/pay-api/v1/transactions/capture", key)
	var r *refusal
	if errors.As(err, &r) && r.code >= 500 {
		return errors.WithMessage(errBusy, "capture")
	}
	return errors.WithMessagef(err, "capture %s", key)
}

func byCause(err error) bool {
	r, ok := errors.Cause(err).(*refusal)
	return err != nil && (!ok || r.code >= 500 || r.code == http.StatusTooManyRequests)
}

func byType(err error) bool {
	var r *refusal
	if gferrors.As(err, &r) {
		return r.code >= 500 || r.code == http.StatusTooManyRequests
	}
	return err != nil
}

// Fixed waits the same time.
func (k *Kitchen) Fixed(ctx context.Context, key string) (err error) {
	for range 3 {
		if err = k.Orders.sale(ctx, key); !byCause(err) { // want `the retry of POST .* waits the same time before each attempt`
			return err
		}
		time.Sleep(time.Second)
	}
	return err
}

// Growing waits longer.
func (k *Kitchen) Growing(ctx context.Context, key string) (err error) {
	for i := range 3 {
		if err = k.Orders.sale(ctx, key); !byCause(err) {
			return err
		}
		time.Sleep(time.Second << i)
	}
	return err
}

// Endless has no end.
func (k *Kitchen) Endless(ctx context.Context, key string) error {
	wait := time.Second
	for {
		err := k.Bills.void(ctx, key) // want `the retry of POST .* has no end`
		if !byType(err) {
			return err
		}
		time.Sleep(wait)
		wait *= 2
	}
}

// Ended has one.
func (k *Kitchen) Ended(ctx context.Context, key string) (err error) {
	wait := time.Second
	for range 4 {
		if err = k.Bills.void(ctx, key); !byType(err) {
			return err
		}
		time.Sleep(wait)
		wait *= 2
	}
	return err
}

// Hasty does not wait while the API is busy.
func (k *Kitchen) Hasty(ctx context.Context, key string) (err error) {
	for range 3 {
		if err = k.Orders.capture(ctx, key); !errors.Is(err, errBusy) { // want `the retry of POST .* does not wait between attempts`
			return err
		}
	}
	return err
}

// Patient does.
func (k *Kitchen) Patient(ctx context.Context, key string) (err error) {
	for i := range 3 {
		if err = k.Orders.capture(ctx, key); errors.Cause(err) != errBusy {
			return err
		}
		time.Sleep(time.Second << i)
	}
	return err
}

// Blind repeats refusals, too.
func (k *Kitchen) Blind(ctx context.Context, key string) (err error) {
	for i := range 3 {
		if err = k.Orders.sale(ctx, key); err == nil { // want `the retry of POST .* repeats what is answered with 400`
			return nil
		}
		time.Sleep(time.Second << i)
	}
	return errors.Wrap(err, "gave up")
}

// Plain asks by the standard library what another has wrapped.
func (k *Kitchen) Plain(ctx context.Context, key string) (err error) {
	for i := range 3 {
		err = k.Orders.sale(ctx, key)
		var r *refusal
		if err == nil || stderrors.As(err, &r) && r.code < 500 {
			return err
		}
		time.Sleep(time.Second << i)
	}
	return err
}
