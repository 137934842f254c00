package wrapped

import (
	"context"
	"net/http"
	"time"

	"github.com/cockroachdb/errors"
	"go.uber.org/multierr"
)

func (s *stove) refund(ctx context.Context, key string) error {
	err := s.call(ctx, http.MethodPost, "/pay-api/v1/transactions/return", key)
	return errors.WithHintf(errors.Wrap(err, "return"), "key %s", key)
}

func (s *stove) both(ctx context.Context, key string) error {
	return multierr.Combine(
		s.call(ctx, http.MethodPost, "/pay-api/v1/transactions/sale", key),
		errors.WithStack(ctx.Err()),
	)
}

// Hinted has no end.
func (k *Kitchen) Hinted(ctx context.Context, key string) error {
	wait := time.Second
	for {
		err := k.Bills.refund(ctx, key) // want `the retry of POST .* has no end`
		var r *refusal
		if err == nil || errors.As(err, &r) && r.code < 500 {
			return err
		}
		time.Sleep(wait)
		wait *= 2
	}
}

// Steady has one, and asks what the error was made of.
func (k *Kitchen) Steady(ctx context.Context, key string) (err error) {
	for i := range 3 {
		err = k.Bills.refund(ctx, key)
		if r, ok := errors.UnwrapAll(err).(*refusal); err == nil || ok && r.code < 500 {
			return err
		}
		time.Sleep(time.Second << i)
	}
	return err
}

// Combined repeats refusals, too.
func (k *Kitchen) Combined(ctx context.Context, key string) (err error) {
	for i := range 3 {
		if err = k.Orders.both(ctx, key); err == nil { // want `the retry of POST .* repeats what is answered with 400`
			return nil
		}
		time.Sleep(time.Second << i)
	}
	return err
}
