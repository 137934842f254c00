package held

import (
	"context"
	"sync"
	"time"

	"github.com/auroravet/auroravet/testdata/tokenrefresh/session/auth"
)

// deferred makes a value when it is asked for first.
type deferred[T any] struct {
	once  sync.Once
	fetch func(context.Context) (T, error)
	value T
	err   error
}

func deferredOf[T any](f func(context.Context) (T, error)) *deferred[T] {
	return &deferred[T]{fetch: f}
}

func (d *deferred[T]) get(ctx context.Context) (T, error) {
	d.once.Do(func() { d.value, d.err = d.fetch(ctx) }) // want `deferred.value keeps an access token`
	return d.value, d.err
}

// Shelf has a deferred token.
type Shelf struct{ *deferred[string] }

// NewShelf makes one.
func NewShelf() Shelf {
	return Shelf{deferredOf(func(ctx context.Context) (string, error) {
		a, err := auth.Fetch(ctx)
		return a.Access, err
	})}
}

// Token is always the same.
func (s Shelf) Token(ctx context.Context) (string, error) { return s.get(ctx) }

// brief has a value for some time.
type brief[K comparable, V any] struct {
	mu    sync.Mutex
	fetch func(context.Context, K) (V, time.Duration, error)
	have  map[K]V
	ends  map[K]time.Time
}

func (b *brief[K, V]) get(ctx context.Context, k K) (V, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if v, ok := b.have[k]; ok && time.Now().Before(b.ends[k]) {
		return v, nil
	}
	v, d, err := b.fetch(ctx, k)
	if err == nil {
		b.have[k], b.ends[k] = v, time.Now().Add(d)
	}
	return v, err
}

// Stalls have tokens for some time.
type Stalls struct{ brief[string, string] }

// NewStalls makes them.
func NewStalls() *Stalls {
	return &Stalls{brief[string, string]{
		have: map[string]string{}, ends: map[string]time.Time{},
		fetch: func(ctx context.Context, _ string) (string, time.Duration, error) {
			a, err := auth.Fetch(ctx)
			return a.Access, time.Duration(a.Expires) * time.Second, err
		},
	}}
}

// Token is renewed.
func (s *Stalls) Token(ctx context.Context, stall string) (string, error) { return s.get(ctx, stall) }

// settled makes a value of something else once.
type settled[T any] struct {
	once  sync.Once
	fetch func() T
	value T
}

func (s *settled[T]) get() T {
	s.once.Do(func() { s.value = s.fetch() })
	return s.value
}

var started = settled[time.Time]{fetch: time.Now}

// Started is no token.
func Started() time.Time { return started.get() }
