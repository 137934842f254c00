// Package dated keeps tokens with the time at which they came.
package dated

import (
	"context"
	"fmt"
	"sync"
	"sync/atomic"
	"time"

	"github.com/auroravet/auroravet/testdata/tokenrefresh/session/auth"
)

// Ring has a token of the last minutes.
type Ring struct {
	mu   sync.Mutex
	tok  string
	last time.Time
}

// Token asks again after a while.
func (r *Ring) Token(ctx context.Context) (string, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.tok != "" && time.Since(r.last) < 4*time.Minute {
		return r.tok, nil
	}
	a, err := auth.Fetch(ctx)
	if err != nil {
		return "", err
	}
	r.tok, r.last = a.Access, time.Now()
	return r.tok, nil
}

// Till says until when, in seconds, and asks in a method of its own.
type Till struct {
	tok string
	end int64
}

func (t *Till) good() bool { return time.Now().Unix() < t.end }

// Token asks again.
func (t *Till) Token(ctx context.Context) (string, error) {
	if t.good() {
		return t.tok, nil
	}
	a, err := auth.Fetch(ctx)
	if err != nil {
		return "", err
	}
	t.tok, t.end = a.Access, time.Now().Add(4*time.Minute).Unix()
	return t.tok, nil
}

var (
	tokens = map[string]string{}
	born   = map[string]time.Time{}
)

// ByDesk has the times in another map.
func ByDesk(ctx context.Context, desk string) (string, error) {
	if tokens[desk] != "" && time.Now().Before(born[desk].Add(4*time.Minute)) {
		return tokens[desk], nil
	}
	a, err := auth.Fetch(ctx)
	if err != nil {
		return "", err
	}
	tokens[desk], born[desk] = a.Access, time.Now()
	return a.Access, nil
}

// Started knows since when it runs, which says nothing of the token.
type Started struct {
	tok  string
	boot time.Time
}

// NewStarted signs in.
func NewStarted(ctx context.Context) (*Started, error) {
	a, err := auth.Fetch(ctx)
	if err != nil {
		return nil, err
	}
	return &Started{tok: a.Access, boot: time.Now()}, nil // want `Started.tok keeps an access token`
}

// Bearer uses the token.
func (s *Started) Bearer() string { return "Bearer " + s.tok }

// String tells how long it runs.
func (s *Started) String() string { return fmt.Sprint(time.Since(s.boot)) }

// Cells are set without a lock.
type Cells struct {
	tok  atomic.Pointer[string]
	came atomic.Int64
}

// Token asks again after a while.
func (c *Cells) Token(ctx context.Context) (string, error) {
	if t := c.tok.Load(); t != nil && time.Now().Unix()-c.came.Load() < 240 {
		return *t, nil
	}
	a, err := auth.Fetch(ctx)
	if err != nil {
		return "", err
	}
	c.tok.Store(&a.Access)
	c.came.Store(time.Now().Unix())
	return a.Access, nil
}

// Boxed has a struct without a name among what it captures.
func Boxed() func(ctx context.Context) (string, error) {
	var box struct {
		sync.Mutex
		tok string
	}
	return func(ctx context.Context) (string, error) {
		box.Lock()
		defer box.Unlock()
		if box.tok == "" {
			a, err := auth.Fetch(ctx)
			if err != nil {
				return "", err
			}
			box.tok = a.Access // want `^tok keeps an access token`
		}
		return box.tok, nil
	}
}
