// Package pause spaces out attempts. It knows nothing of HTTP.
package pause

import (
	"context"
	"iter"
	"time"
)

// Tries yields the numbers of up to n attempts, with a growing rest between them.
func Tries(ctx context.Context, n int) iter.Seq[int] {
	return func(yield func(int) bool) {
		rest := 250 * time.Millisecond
		for i := 1; i <= n; i++ {
			if !yield(i) {
				return
			}
			select {
			case <-ctx.Done():
				return
			case <-time.After(rest):
				rest *= 2
			}
		}
	}
}

// Attempt is something that may be tried more than once.
type Attempt interface {
	Try(ctx context.Context) (again bool, err error)
}

// Keep tries a until it is done, at most n times.
func Keep(ctx context.Context, n int, a Attempt) error {
	var err error
	for i := 0; i < n; i++ {
		var again bool
		if again, err = a.Try(ctx); !again {
			return err
		}
		time.Sleep(time.Second << i)
	}
	return err
}

// Until calls cond at growing intervals for as long as it wants to be called.
func Until(ctx context.Context, step time.Duration, cond func(context.Context) (done bool, err error)) error {
	for n := 0; n < 5; n++ {
		done, err := cond(ctx)
		if err != nil || done {
			return err
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(step << n):
		}
	}
	return context.DeadlineExceeded
}

// Settings say how Grow behaves.
type Settings struct {
	First, Most time.Duration
	Count       int
}

// Grow calls op with the settings and hands its value out.
func Grow[T any](ctx context.Context, s Settings, op func(context.Context) (T, error)) (T, error) {
	var (
		v   T
		err error
	)
	for left, rest := s.Count, s.First; left > 0; left-- {
		if v, err = op(ctx); err == nil {
			break
		}
		time.Sleep(rest)
		rest = min(rest*2, s.Most)
	}
	return v, err
}

// Guard calls op once and turns a panic into an error.
func Guard[T any](ctx context.Context, op func(context.Context) (T, error)) (v T, err error) {
	defer func() {
		if recover() != nil {
			err = context.Canceled
		}
	}()
	return op(ctx)
}
