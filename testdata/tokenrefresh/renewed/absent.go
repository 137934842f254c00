package renewed

import (
	"context"
	"net/http"
	"sync"
	"sync/atomic"
	"time"

	"golang.org/x/sync/singleflight"
)

// board is refreshed, its token is not: it is only fetched while there is none.
type board struct {
	mu    sync.Mutex
	token string
	rows  int
}

func (b *board) bearer(ctx context.Context) (string, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.token == "" {
		g, err := login(ctx)
		if err != nil {
			return "", err
		}
		b.token = g.AccessToken // want `board.token keeps an access token`
	}
	return b.token, nil
}

func (b *board) refresh(ctx context.Context) error {
	tok, err := b.bearer(ctx)
	if err != nil {
		return err
	}
	resp, err := call(ctx, tok, "/pay-api/v1/devices")
	if err != nil {
		return err
	}
	b.rows++
	return resp.Body.Close()
}

// Show does so each minute.
func Show(ctx context.Context) error {
	b := new(board)
	for {
		if err := b.refresh(ctx); err != nil {
			return err
		}
		time.Sleep(time.Minute)
	}
}

// early returns what it has.
type early struct{ tokens map[string]string }

func (e *early) get(ctx context.Context, desk string) (string, error) {
	if t, ok := e.tokens[desk]; ok && len(t) > 0 {
		return t, nil
	}
	g, err := login(ctx)
	if err != nil {
		return "", err
	}
	e.tokens[desk] = g.AccessToken // want `early.tokens keeps an access token`
	return g.AccessToken, nil
}

// Devices asks for the same token once more.
func (e *early) Devices(ctx context.Context, desk string) (*http.Response, error) {
	for n := 0; ; n++ {
		tok, err := e.get(ctx, desk)
		if err != nil {
			return nil, err
		}
		resp, err := call(ctx, tok, "/pay-api/v1/devices")
		if err != nil || resp.StatusCode != http.StatusUnauthorized || n > 0 {
			return resp, err
		}
		resp.Body.Close()
	}
}

// shelf drops the token that the API refuses.
type shelf struct{ tokens map[string]string }

func (s *shelf) get(ctx context.Context, desk string) (string, error) {
	if t, ok := s.tokens[desk]; ok {
		return t, nil
	}
	g, err := login(ctx)
	if err != nil {
		return "", err
	}
	s.tokens[desk] = g.AccessToken
	return g.AccessToken, nil
}

// Devices drops it.
func (s *shelf) Devices(ctx context.Context, desk string) (*http.Response, error) {
	tok, err := s.get(ctx, desk)
	if err != nil {
		return nil, err
	}
	resp, err := call(ctx, tok, "/pay-api/v1/devices")
	if err == nil && resp.StatusCode == http.StatusUnauthorized {
		delete(s.tokens, desk)
	}
	return resp, err
}

// desks drop theirs from a map of the library.
type desks struct{ tokens sync.Map }

func (d *desks) get(ctx context.Context, desk string) (string, error) {
	if t, ok := d.tokens.Load(desk); ok {
		return t.(string), nil
	}
	g, err := login(ctx)
	if err != nil {
		return "", err
	}
	d.tokens.Store(desk, g.AccessToken)
	return g.AccessToken, nil
}

// Devices drops it.
func (d *desks) Devices(ctx context.Context, desk string) (*http.Response, error) {
	tok, err := d.get(ctx, desk)
	if err != nil {
		return nil, err
	}
	resp, err := call(ctx, tok, "/pay-api/v1/devices")
	if err == nil && resp.StatusCode == http.StatusUnauthorized {
		d.tokens.Delete(desk)
	}
	return resp, err
}

// single fetches when it is refreshed first.
type single struct {
	once  sync.Once
	token string
	err   error
}

func (s *single) refresh(ctx context.Context) error {
	s.once.Do(func() {
		var g *grant
		if g, s.err = login(ctx); s.err == nil {
			s.token = g.AccessToken // want `single.token keeps an access token`
		}
	})
	return s.err
}

// again may do so once more.
type again struct {
	once  *sync.Once
	token string
}

func (a *again) load(ctx context.Context) {
	a.once.Do(func() {
		if g, err := login(ctx); err == nil {
			a.token = g.AccessToken
		}
	})
}

// Devices begins anew.
func (a *again) Devices(ctx context.Context) (*http.Response, error) {
	a.load(ctx)
	resp, err := call(ctx, a.token, "/pay-api/v1/devices")
	if err == nil && resp.StatusCode == http.StatusUnauthorized {
		a.once = new(sync.Once)
		a.load(ctx)
	}
	return resp, err
}

// day has a new board each day.
type day struct{ b *plain }

type plain struct{ p atomic.Pointer[string] }

func (p *plain) has() bool { return p.p.Load() != nil }

func (p *plain) get(ctx context.Context) error {
	if p.has() {
		return nil
	}
	g, err := login(ctx)
	if err == nil {
		p.p.Store(&g.AccessToken)
	}
	return err
}

// Run makes one.
func (d *day) Run(ctx context.Context) error {
	for {
		d.b = new(plain)
		if err := d.b.get(ctx); err != nil {
			return err
		}
		time.Sleep(time.Hour)
	}
}

// week has one for all days.
type week struct{ p atomic.Pointer[string] }

func (w *week) has() bool { return w.p.Load() != nil }

func (w *week) get(ctx context.Context) error {
	if w.has() {
		return nil
	}
	g, err := login(ctx)
	if err == nil {
		w.p.Store(&g.AccessToken) // want `week.p keeps an access token`
	}
	return err
}

// Run asks for it each day.
func (w *week) Run(ctx context.Context) error {
	for {
		if err := w.get(ctx); err != nil {
			return err
		}
		time.Sleep(time.Hour)
	}
}

// joint fetches one for all who ask at once.
type joint struct {
	group singleflight.Group
	mu    sync.Mutex
	token string
}

func (j *joint) refresh(ctx context.Context) (string, error) {
	j.mu.Lock()
	tok := j.token
	j.mu.Unlock()
	if tok != "" {
		return tok, nil
	}
	v, err, _ := j.group.Do("token", func() (any, error) {
		g, err := login(ctx)
		if err != nil {
			return "", err
		}
		j.mu.Lock()
		j.token = g.AccessToken // want `joint.token keeps an access token`
		j.mu.Unlock()
		return g.AccessToken, nil
	})
	if err != nil {
		return "", err
	}
	return v.(string), nil
}

// blank begins anew as a whole.
type blank struct{ token string }

// Devices uses it.
func (b *blank) Devices(ctx context.Context) (*http.Response, error) {
	if b.token == "" {
		g, err := login(ctx)
		if err != nil {
			return nil, err
		}
		b.token = g.AccessToken
	}
	resp, err := call(ctx, b.token, "/pay-api/v1/devices")
	if err == nil && resp.StatusCode == http.StatusUnauthorized {
		*b = blank{}
	}
	return resp, err
}
