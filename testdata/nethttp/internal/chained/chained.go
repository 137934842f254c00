// Package chained has a maker that another maker gives its client to; callers of the first one decide.
package chained

import (
	"context"
	"net/http"
	"time"
)

const tokens = "https://oauth.flute.com/oauth2/token"

type options struct {
	limit time.Duration
	agent string
}

type option func(*options)

func within(d time.Duration) option { return func(o *options) { o.limit = d } }
func as(agent string) option        { return func(o *options) { o.agent = agent } }

// Desk has two ways to the API, by one client.
type Desk struct {
	hc *http.Client
	in *signer
}

type signer struct{ hc *http.Client }

func signing(hc *http.Client) *signer { return &signer{hc} }

func (s *signer) Grant(ctx context.Context) error { return get(ctx, s.hc, tokens) }

func newDesk(opts ...option) *Desk {
	var o options
	for _, opt := range opts {
		opt(&o)
	}
	hc := &http.Client{}
	if o.limit > 0 {
		hc.Timeout = o.limit
	}
	return &Desk{hc: hc, in: signing(hc)}
}

// Open bounds its client.
func Open(agent string) *Desk {
	opts := []option{within(30 * time.Second)}
	if agent != "" {
		opts = append(opts, as(agent))
	}
	return newDesk(opts...)
}

// Booth has a way of its own.
type Booth struct{ in *teller }

type teller struct{ hc *http.Client }

func telling(hc *http.Client) *teller { return &teller{hc} }

func (t *teller) Grant(ctx context.Context) error { return get(ctx, t.hc, tokens) }

func newBooth(limit time.Duration) *Booth {
	return &Booth{in: telling(&http.Client{Timeout: limit})} // want `has a timeout of zero`
}

// OpenBooth does not bound it.
func OpenBooth() *Booth { return newBooth(0) }

func get(ctx context.Context, hc *http.Client, url string) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		return err
	}
	resp, err := hc.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
