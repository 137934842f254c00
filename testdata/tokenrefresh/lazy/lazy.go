// Package lazy computes values when they are first asked for. It knows nothing of tokens.
package lazy

import (
	"context"
	"sync"
	"time"
)

// Once keeps the first value.
type Once[T any] struct {
	once sync.Once
	make func(context.Context) (T, error)
	v    T
	err  error
}

// First makes one.
func First[T any](f func(context.Context) (T, error)) *Once[T] { return &Once[T]{make: f} }

// Value is the value.
func (o *Once[T]) Value(ctx context.Context) (T, error) {
	o.once.Do(func() { o.v, o.err = o.make(ctx) })
	return o.v, o.err
}

// Timed keeps a value for some time.
type Timed[T any] struct {
	mu    sync.Mutex
	make  func(context.Context) (T, time.Duration, error)
	v     T
	until time.Time
}

// For makes one.
func For[T any](f func(context.Context) (T, time.Duration, error)) *Timed[T] {
	return &Timed[T]{make: f}
}

// Value is the value, made anew when its time has come.
func (t *Timed[T]) Value(ctx context.Context) (T, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if time.Now().Before(t.until) {
		return t.v, nil
	}
	v, life, err := t.make(ctx)
	if err == nil {
		t.v, t.until = v, time.Now().Add(life)
	}
	return v, err
}
