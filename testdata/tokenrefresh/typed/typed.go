// Package typed reads answers by generic functions.
package typed

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"os"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

var hc = &http.Client{Timeout: 20 * time.Second}

// Read sends a request and gives a pointer to its answer.
func Read[T any](req *http.Request) (*T, error) {
	resp, err := hc.Do(req)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("status %d", resp.StatusCode)
	}
	out := new(T)
	if err := json.NewDecoder(resp.Body).Decode(out); err != nil {
		return nil, err
	}
	return out, nil
}

// Whole gives the answer itself.
func Whole[Answer any](req *http.Request) (Answer, error) {
	var out Answer
	resp, err := hc.Do(req)
	if err != nil {
		return out, err
	}
	defer resp.Body.Close()
	raw, err := io.ReadAll(resp.Body)
	if err != nil {
		return out, err
	}
	return out, json.Unmarshal(raw, &out)
}

type pass struct {
	Value string `json:"access_token"`
	Life  int    `json:"expires_in"`
}

type shop struct {
	Name string `json:"name"`
}

func form(ctx context.Context) *http.Request {
	body := url.Values{"grant_type": {"client_credentials"}, "client_secret": {os.Getenv("AURORA_CLIENT_SECRET")}}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, os.Getenv("AURORA_OAUTH_BASE_URL")+"/oauth2/token", strings.NewReader(body.Encode()))
	if err != nil {
		panic(err)
	}
	return req
}

// Pointed keeps the text of a token that a pointer leads to.
type Pointed struct{ token string }

// NewPointed signs in.
func NewPointed(ctx context.Context) (*Pointed, error) {
	p, err := Read[pass](form(ctx))
	if err != nil {
		return nil, err
	}
	return &Pointed{p.Value}, nil // want `Pointed.token keeps an access token that is fetched once`
}

// Kept keeps all of the answer.
type Kept struct{ pass *pass }

// NewKept signs in.
func NewKept(ctx context.Context) (*Kept, error) {
	p, err := Read[pass](form(ctx))
	if err != nil {
		return nil, err
	}
	return &Kept{p}, nil // want `Kept.pass keeps an access token that is fetched once`
}

// Timely asks the answer how long it is good.
type Timely struct {
	pass *pass
	at   time.Time
}

// Token is a good one.
func (t *Timely) Token(ctx context.Context) (string, error) {
	if t.pass == nil || time.Since(t.at) > time.Duration(t.pass.Life)*time.Second {
		p, err := Read[pass](form(ctx))
		if err != nil {
			return "", err
		}
		t.pass, t.at = p, time.Now()
	}
	return t.pass.Value, nil
}

// Named keeps something else.
type Named struct{ shop *shop }

// NewNamed asks for it.
func NewNamed(ctx context.Context) (*Named, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, os.Getenv("AURORA_BASE_URL")+"/pay-api/v1/merchants/me", nil)
	if err != nil {
		return nil, err
	}
	s, err := Read[shop](req)
	if err != nil {
		return nil, err
	}
	return &Named{s}, nil
}

var common atomic.Pointer[pass]

// Login sets it.
func Login(ctx context.Context) error {
	p, err := Whole[pass](form(ctx))
	if err == nil {
		common.Store(&p) // want `common keeps an access token that is fetched once`
	}
	return err
}

// Common signs a request.
func Common(req *http.Request) { req.Header.Set("Authorization", "Bearer "+common.Load().Value) }

// Signer signs in with the first request.
func Signer() func(*http.Request) error {
	login := sync.OnceValues(func() (pass, error) { return Whole[pass](form(context.Background())) }) // want `OnceValues keeps the access token of its first call`
	return func(req *http.Request) error {
		p, err := login()
		req.Header.Set("Authorization", "Bearer "+p.Value)
		return err
	}
}

// first keeps what was loaded first, beside the fields of what has it.
type first[V any] struct {
	mu   sync.Mutex
	have bool
	v    V
}

func (f *first[V]) get(load func() (V, error)) (V, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if !f.have {
		v, err := load()
		if err != nil {
			return v, err
		}
		f.v, f.have = v, true // want `first.v keeps an access token that is fetched once`
	}
	return f.v, nil
}

// Booth has a token and a name, which are loaded when they are needed.
type Booth struct {
	pass first[*pass]
	shop first[shop]
}

// Sign signs a request.
func (b *Booth) Sign(req *http.Request) error {
	p, err := b.pass.get(func() (*pass, error) { return Read[pass](form(req.Context())) })
	if err == nil {
		req.Header.Set("Authorization", "Bearer "+p.Value)
	}
	return err
}

// latest keeps what was loaded last, for some time.
type latest[V any] struct {
	v     V
	until time.Time
}

func (l *latest[V]) get(load func() (V, time.Duration, error)) (V, error) {
	if time.Now().Before(l.until) {
		return l.v, nil
	}
	v, d, err := load()
	if err == nil {
		l.v, l.until = v, time.Now().Add(d)
	}
	return v, err
}

// Stand has a token that is loaded again.
type Stand struct{ pass latest[pass] }

// Sign signs a request.
func (s *Stand) Sign(req *http.Request) error {
	p, err := s.pass.get(func() (pass, time.Duration, error) {
		p, err := Whole[pass](form(req.Context()))
		return p, time.Duration(p.Life) * time.Second, err
	})
	if err == nil {
		req.Header.Set("Authorization", "Bearer "+p.Value)
	}
	return err
}
