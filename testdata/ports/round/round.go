// Package round tries again what payments do, of which it knows an interface.
package round

import (
	"context"
	"errors"
	"math/rand/v2"
	"time"

	"github.com/cenkalti/backoff/v4"
	"github.com/google/uuid"

	"github.com/auroravet/auroravet/testdata/ports/yard"
)

// Payments is what a round needs.
type Payments interface {
	Look(ctx context.Context, id string) (string, error)
	Pay(ctx context.Context, key, id string) error
}

// Stock is something else that may fail.
type Stock interface {
	Take(ctx context.Context, id string) error
}

// Service goes its rounds.
type Service struct {
	pay   Payments
	stock Stock
}

// New returns a service.
func New(pay Payments, stock Stock) *Service { return &Service{pay, stock} }

// Dense does not wait.
func (s *Service) Dense(ctx context.Context, id string) (err error) {
	for range 4 {
		if err = s.pay.Pay(ctx, id, id); err == nil { // want "the retry of POST .*/pay-api/v1/transactions does not wait between attempts" "answered with 400"
			return nil
		}
	}
	return err
}

// Endless goes on.
func (s *Service) Endless(ctx context.Context, id string) string {
	wait := time.Second
	for {
		state, err := s.pay.Look(ctx, id) // want "the retry of GET .* has no end" "answered with 400"
		if err == nil {
			return state
		}
		time.Sleep(wait)
		wait *= 2
	}
}

// Steady waits the same time, by a helper that is given what to try.
func (s *Service) Steady(ctx context.Context, id string) error {
	return again(func() error { return s.pay.Pay(ctx, id, id) })
}

func again(try func() error) (err error) {
	for range 3 {
		if err = try(); err == nil { // want "waits the same time before each attempt" "answered with 400"
			return nil
		}
		time.Sleep(time.Second)
	}
	return err
}

// Stubborn leaves the number of attempts to the library's defaults.
func (s *Service) Stubborn(ctx context.Context, id string) error {
	return backoff.Retry(func() error { return s.pay.Pay(ctx, id, id) }, backoff.WithMaxRetries(backoff.NewExponentialBackOff(), 12)) // want "makes 13 attempts, more than 5" "answered with 400"
}

// Silent is silenced.
func (s *Service) Silent(ctx context.Context, id string) (err error) {
	for range 4 {
		//auroravet:ignore retrypolicy -- the terminal waits
		if err = s.pay.Pay(ctx, id, id); err == nil {
			return nil
		}
	}
	return err
}

// Patient waits longer and longer, and not for what is refused.
func (s *Service) Patient(ctx context.Context, id string) error {
	wait := 200 * time.Millisecond
	var err error
	for range 4 {
		err = s.pay.Pay(ctx, id, id)
		var refused *yard.Refused
		if err == nil || errors.As(err, &refused) && refused.Status < 500 {
			return err
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(wait + rand.N(wait)):
		}
		wait *= 2
	}
	return err
}

// Anew has another key for each attempt.
func (s *Service) Anew(ctx context.Context, id string) error {
	wait := 200 * time.Millisecond
	var err error
	for range 4 {
		err = s.pay.Pay(ctx, uuid.NewString(), id) // want "another idempotency key for each attempt"
		var refused *yard.Refused
		if err == nil || errors.As(err, &refused) && refused.Status < 500 {
			return err
		}
		time.Sleep(wait)
		wait *= 2
	}
	return err
}

// Nightly has the same key each night.
func (s *Service) Nightly(ctx context.Context, id string) error {
	return s.pay.Pay(ctx, "nightly", id) // want "the same idempotency key for every request"
}

// Shelf tries something else again.
func (s *Service) Shelf(ctx context.Context, id string) (err error) {
	for range 9 {
		if err = s.stock.Take(ctx, id); err == nil {
			return nil
		}
	}
	return err
}

// All pays one after the other.
func (s *Service) All(ctx context.Context, ids []string) error {
	for _, id := range ids {
		if err := s.pay.Pay(ctx, id, id); err != nil {
			return err
		}
	}
	return nil
}

// Settled asks until the payment is settled.
func (s *Service) Settled(ctx context.Context, id string) error {
	for {
		state, err := s.pay.Look(ctx, id)
		if err != nil || state == "settled" {
			return err
		}
		time.Sleep(time.Second)
	}
}
