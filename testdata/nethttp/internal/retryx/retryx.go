// Package retryx repeats what may work the next time.
package retryx

import (
	"context"
	"errors"
	"log/slog"
	"time"
)

// Stop wraps an error that another attempt will not cure.
type Stop struct{ Err error }

func (s Stop) Error() string { return s.Err.Error() }

// Do calls f up to n times with a growing pause.
func Do(ctx context.Context, n int, f func(context.Context) error) error {
	pause := 200 * time.Millisecond
	var err error
	for i := 0; i < n; i++ {
		if err = f(ctx); err == nil {
			return nil
		}
		var s Stop
		if errors.As(err, &s) {
			return s.Err
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(pause):
			pause *= 2
		}
	}
	return err
}

// Policy says how often.
type Policy struct {
	Max  int
	Wait time.Duration
}

// Run calls f with the number of the attempt.
func (p Policy) Run(f func(attempt int) error) error {
	var err error
	for a := range p.Max {
		if err = f(a); err == nil {
			break
		}
		time.Sleep(p.Wait << a)
	}
	return err
}

// Value is Do for functions with a result.
func Value[T any](ctx context.Context, n int, f func() (T, error)) (T, error) {
	var out T
	err := Do(ctx, n, func(context.Context) error {
		var err error
		out, err = f()
		return err
	})
	return out, err
}

// Timed runs f once and logs how long it took.
func Timed(name string, f func() error) error {
	start := time.Now()
	err := f()
	slog.Info("timed", "name", name, "took", time.Since(start))
	return err
}
