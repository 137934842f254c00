// Package clocked has tokens that a scheduler renews, and some that nothing does.
package clocked

import (
	"context"
	"net/http"
	"os"
	"sync"
	"time"

	"github.com/patrickmn/go-cache"
	"github.com/robfig/cron/v3"

	"github.com/auroravet/auroravet/testdata/tokenrefresh/session/auth"
)

func get(ctx context.Context, token string) (*http.Response, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, os.Getenv("AURORA_BASE_URL")+"/pay-api/v1/devices", nil)
	if err != nil {
		return nil, err
	}
	req.Header.Set("Authorization", "Bearer "+token)
	return http.DefaultClient.Do(req)
}

// Hall is renewed by the clock.
type Hall struct {
	mu   sync.Mutex
	pass string
}

// Start puts the renewal on the clock.
func (h *Hall) Start(c *cron.Cron, spec string) error {
	_, err := c.AddFunc(spec, func() {
		if a, err := auth.Fetch(context.Background()); err == nil {
			h.mu.Lock()
			h.pass = a.Access
			h.mu.Unlock()
		}
	})
	return err
}

// Yard is renewed by a method that the clock calls.
type Yard struct{ pass string }

func (y *Yard) load() {
	if a, err := auth.Fetch(context.Background()); err == nil {
		y.pass = a.Access
	}
}

// NewYard starts the clock.
func NewYard() (*Yard, error) {
	y := &Yard{}
	y.load()
	c := cron.New()
	if _, err := c.AddFunc("@every 10m", y.load); err != nil {
		return nil, err
	}
	c.Start()
	return y, nil
}

// Devices uses it.
func (y *Yard) Devices(ctx context.Context) (*http.Response, error) { return get(ctx, y.pass) }

// Shed has a clock for something else.
type Shed struct {
	pass string
	seen int
}

// NewShed signs in once.
func NewShed(ctx context.Context) (*Shed, error) {
	a, err := auth.Fetch(ctx)
	if err != nil {
		return nil, err
	}
	return &Shed{pass: a.Access}, nil // want `Shed.pass keeps an access token`
}

// Count counts by the clock.
func (s *Shed) Count(c *cron.Cron) error {
	_, err := c.AddFunc("@hourly", func() { s.seen++ })
	return err
}

var drawer = cache.New(time.Hour, time.Hour)

// Long is kept until the program ends.
func Long(ctx context.Context) (string, error) {
	if v, ok := drawer.Get("long"); ok {
		return v.(string), nil
	}
	a, err := auth.Fetch(ctx)
	if err != nil {
		return "", err
	}
	drawer.Set("long", a.Access, cache.NoExpiration) // want `drawer keeps an access token`
	return a.Access, nil
}

// Short is kept for as long as it lives, under another key of the same cache.
func Short(ctx context.Context) (string, error) {
	if v, ok := drawer.Get("short"); ok {
		return v.(string), nil
	}
	a, err := auth.Fetch(ctx)
	if err != nil {
		return "", err
	}
	drawer.Set("short", a.Access, time.Duration(a.Expires)*time.Second)
	return a.Access, nil
}

var shelf = cache.New(time.Hour, time.Hour)

// Both puts one token there in two ways: what is forgotten for one is for both.
func Both(ctx context.Context, id string) (string, error) {
	if v, ok := shelf.Get(id); ok {
		return v.(string), nil
	}
	a, err := auth.Fetch(ctx)
	if err != nil {
		return "", err
	}
	shelf.Set(id, a.Access, cache.NoExpiration)
	time.AfterFunc(time.Duration(a.Expires)*time.Second, func() { shelf.Delete(id) })
	return a.Access, nil
}

// StampOnce signs all with one token.
func StampOnce(ctx context.Context) (func(*http.Request), error) {
	a, err := auth.Fetch(ctx)
	if err != nil {
		return nil, err
	}
	value := "Bearer " + a.Access
	return func(r *http.Request) { r.Header.Set("Authorization", value) }, nil // want `clocked.StampOnce sends an access token that is fetched once with every request`
}

// Edit is what a request is changed by.
type Edit func(*http.Request)

// Bearer is asked for each request.
func Bearer(ctx context.Context) (Edit, error) {
	a, err := auth.Fetch(ctx)
	if err != nil {
		return nil, err
	}
	return func(r *http.Request) { r.Header.Set("Authorization", "Bearer "+a.Access) }, nil
}

// List has headers for all its requests.
type List struct{ header http.Header }

// NewList signs in once.
func NewList(ctx context.Context) (*List, error) {
	a, err := auth.Fetch(ctx)
	if err != nil {
		return nil, err
	}
	return &List{header: http.Header{"Accept": {"application/json"}, "Authorization": {"Bearer " + a.Access}}}, nil // want `List.header keeps an access token`
}

// Read reads the list.
func (l *List) Read(ctx context.Context) (*http.Response, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, os.Getenv("AURORA_BASE_URL")+"/pay-api/v1/merchants", nil)
	if err != nil {
		return nil, err
	}
	req.Header = l.header.Clone()
	return http.DefaultClient.Do(req)
}

// Once has headers for one request.
func Once(ctx context.Context) (*http.Response, error) {
	a, err := auth.Fetch(ctx)
	if err != nil {
		return nil, err
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, os.Getenv("AURORA_BASE_URL")+"/pay-api/v1/merchants", nil)
	if err != nil {
		return nil, err
	}
	req.Header = http.Header{"Authorization": {"Bearer " + a.Access}}
	return http.DefaultClient.Do(req)
}
