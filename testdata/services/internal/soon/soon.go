// Package soon makes contexts for calls that have to end.
package soon

import (
	"context"
	"io"
	"net/http"
	"time"
)

// Limit is how long a call of the house may take.
const Limit = 12 * time.Second

// Within returns a context that ends in time.
func Within(parent context.Context) (context.Context, context.CancelFunc) {
	return context.WithTimeout(parent, Limit)
}

// Stoppable returns a context that ends when somebody says so.
func Stoppable(parent context.Context) (context.Context, context.CancelFunc) {
	return context.WithCancel(parent)
}

// Run calls f with a context that ends in time.
func Run(parent context.Context, f func(context.Context) error) error {
	ctx, stop := context.WithDeadline(parent, time.Now().Add(Limit))
	defer stop()
	return f(ctx)
}

// Named calls f with a context that knows its name.
func Named(parent context.Context, name string, f func(context.Context) error) error {
	type label struct{}
	return f(context.WithValue(parent, label{}, name))
}

// Doer sends requests.
type Doer interface {
	Do(*http.Request) (*http.Response, error)
}

// Bounded gives each request that passes a deadline.
type Bounded struct {
	Next Doer
	Max  time.Duration
}

// Do sends r before the deadline and reads the whole answer.
func (b Bounded) Do(r *http.Request) (*http.Response, error) {
	ctx, stop := context.WithTimeout(r.Context(), b.Max)
	defer stop()
	resp, err := b.Next.Do(r.WithContext(ctx))
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	all, err := io.ReadAll(resp.Body)
	if err != nil {
		return nil, err
	}
	resp.Body = io.NopCloser(newReader(all))
	return resp, nil
}

// Counted counts the requests that pass.
type Counted struct {
	Next Doer
	N    int
}

// Do counts.
func (c *Counted) Do(r *http.Request) (*http.Response, error) {
	c.N++
	return c.Next.Do(r)
}

type reader struct{ b []byte }

func newReader(b []byte) io.Reader { return &reader{b} }

func (r *reader) Read(p []byte) (int, error) {
	if len(r.b) == 0 {
		return 0, io.EOF
	}
	n := copy(p, r.b)
	r.b = r.b[n:]
	return n, nil
}
