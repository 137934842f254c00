// Package renewed keeps tokens and renews them.
package renewed

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"net/url"
	"os"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

type grant struct {
	AccessToken string `json:"access_token"`
	ExpiresIn   int    `json:"expires_in"`
}

func login(ctx context.Context) (*grant, error) {
	form := url.Values{"grant_type": {"client_credentials"}}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, os.Getenv("AURORA_OAUTH_BASE_URL")+"/oauth2/token", strings.NewReader(form.Encode()))
	if err != nil {
		return nil, err
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	g := new(grant)
	return g, json.NewDecoder(resp.Body).Decode(g)
}

func call(ctx context.Context, token, path string) (*http.Response, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, os.Getenv("AURORA_BASE_URL")+path, nil)
	if err != nil {
		return nil, err
	}
	req.Header.Set("Authorization", "Bearer "+token)
	return http.DefaultClient.Do(req)
}

// Cache knows when its token ends.
type Cache struct {
	mu      sync.Mutex
	token   string
	expires time.Time
}

// Get is a token for a minute at least.
func (c *Cache) Get(ctx context.Context) (string, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if time.Until(c.expires) > time.Minute {
		return c.token, nil
	}
	g, err := login(ctx)
	if err != nil {
		return "", err
	}
	c.token, c.expires = g.AccessToken, time.Now().Add(time.Duration(g.ExpiresIn)*time.Second)
	return c.token, nil
}

// Forgetful keeps the time and never looks at it.
type Forgetful struct {
	token   string
	expires time.Time
}

// NewForgetful signs in.
func NewForgetful(ctx context.Context) (*Forgetful, error) {
	g, err := login(ctx)
	if err != nil {
		return nil, err
	}
	f := &Forgetful{}
	f.token = g.AccessToken // want `Forgetful.token keeps an access token`
	f.expires = time.Now().Add(time.Duration(g.ExpiresIn) * time.Second)
	return f, nil
}

// Devices uses it.
func (f *Forgetful) Devices(ctx context.Context) (*http.Response, error) {
	return call(ctx, f.token, "/pay-api/v1/devices")
}

// Reactive fetches another one when the API refuses it.
type Reactive struct{ token string }

// NewReactive signs in.
func NewReactive(ctx context.Context) (*Reactive, error) {
	r := new(Reactive)
	return r, r.signIn(ctx)
}

func (r *Reactive) signIn(ctx context.Context) error {
	g, err := login(ctx)
	if err != nil {
		return err
	}
	r.token = g.AccessToken
	return nil
}

// Devices tries again once.
func (r *Reactive) Devices(ctx context.Context) (*http.Response, error) {
	resp, err := call(ctx, r.token, "/pay-api/v1/devices")
	if err != nil || resp.StatusCode != http.StatusUnauthorized {
		return resp, err
	}
	resp.Body.Close()
	if err := r.signIn(ctx); err != nil {
		return nil, err
	}
	return call(ctx, r.token, "/pay-api/v1/devices")
}

var errRefused = errors.New("token refused")

// Told learns it from an error.
type Told struct{ token string }

func (t *Told) once(ctx context.Context) (*http.Response, error) {
	resp, err := call(ctx, t.token, "/pay-api/v1/devices")
	if err == nil && resp.StatusCode == http.StatusUnauthorized {
		resp.Body.Close()
		return nil, errRefused
	}
	return resp, err
}

func (t *Told) signIn(ctx context.Context) error {
	g, err := login(ctx)
	if err == nil {
		t.token = g.AccessToken
	}
	return err
}

// Devices signs in again after an error of that kind.
func (t *Told) Devices(ctx context.Context) (*http.Response, error) {
	resp, err := t.once(ctx)
	if errors.Is(err, errRefused) {
		if err := t.signIn(ctx); err != nil {
			return nil, err
		}
		return t.once(ctx)
	}
	return resp, err
}

// Ticking fetches one every ten minutes.
type Ticking struct{ token atomic.Pointer[string] }

// Start begins to do so.
func (t *Ticking) Start(ctx context.Context) error {
	if err := t.load(ctx); err != nil {
		return err
	}
	go func() {
		tick := time.NewTicker(10 * time.Minute)
		defer tick.Stop()
		for {
			select {
			case <-ctx.Done():
				return
			case <-tick.C:
				_ = t.load(ctx)
			}
		}
	}()
	return nil
}

func (t *Ticking) load(ctx context.Context) error {
	g, err := login(ctx)
	if err != nil {
		return err
	}
	t.token.Store(&g.AccessToken)
	return nil
}

// Devices uses it.
func (t *Ticking) Devices(ctx context.Context) (*http.Response, error) {
	return call(ctx, *t.token.Load(), "/pay-api/v1/devices")
}

// Scheduled has a timer for the next one.
type Scheduled struct {
	mu    sync.RWMutex
	token string
}

func (s *Scheduled) load() {
	g, err := login(context.Background())
	if err != nil {
		time.AfterFunc(time.Second, s.load)
		return
	}
	s.mu.Lock()
	s.token = g.AccessToken
	s.mu.Unlock()
	time.AfterFunc(time.Duration(g.ExpiresIn-60)*time.Second, s.load)
}

// NewScheduled begins.
func NewScheduled() *Scheduled {
	s := new(Scheduled)
	s.load()
	return s
}

// Given gets its token from whoever has it.
type Given struct{ token string }

// SetToken replaces it.
func (g *Given) SetToken(token string) { g.token = token }

// SignIn fetches one.
func (g *Given) SignIn(ctx context.Context) error {
	t, err := login(ctx)
	if err == nil {
		g.SetToken(t.AccessToken)
	}
	return err
}

// reply goes to the browser.
type reply struct {
	Token string `json:"token"`
}

// Handler gives the browser a token.
func Handler(w http.ResponseWriter, r *http.Request) {
	g, err := login(r.Context())
	if err != nil {
		http.Error(w, "no token", http.StatusBadGateway)
		return
	}
	_ = json.NewEncoder(w).Encode(reply{Token: g.AccessToken})
}

// visit is for one request.
type visit struct{ token string }

func (v *visit) devices(ctx context.Context) (*http.Response, error) {
	return call(ctx, v.token, "/pay-api/v1/devices")
}

// Visit has a token of its own.
func Visit(ctx context.Context) (*http.Response, error) {
	g, err := login(ctx)
	if err != nil {
		return nil, err
	}
	v := &visit{token: g.AccessToken}
	return v.devices(ctx)
}
