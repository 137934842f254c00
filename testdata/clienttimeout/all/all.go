// Package all is read with -clienttimeout.all: every request counts, wherever it goes.
package all

import (
	"context"
	"net/http"
	"time"

	"github.com/go-resty/resty/v2"
)

func rates() (*http.Response, error) {
	return http.Get("https://rates.example.com/latest") // want `the http.DefaultClient that sends GET https://rates.example.com/latest has no timeout`
}

// mail has a wrapper around its client, which knows neither method nor address.
type mail struct {
	hc   *http.Client
	base string
}

func newMail(base string) *mail {
	return &mail{hc: &http.Client{}, base: base} // want `the http.Client that sends GET … has no timeout`
}

func (m *mail) get(ctx context.Context, path string) (*http.Response, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, m.base+path, nil)
	if err != nil {
		return nil, err
	}
	return m.hc.Do(req)
}

var plain = new(http.Client) // want `the http.Client that sends requests has no timeout`

func forward(req *http.Request) (*http.Response, error) { return plain.Do(req) }

func weather() (*resty.Response, error) {
	return resty.New().R().Get("https://weather.example.com/today") // want `the resty.Client that sends GET https://weather.example.com/today has no timeout`
}

// What follows is bounded, by the client or by the context, or given by a caller.

var bounded = &http.Client{Timeout: 5 * time.Second}

func stock() (*http.Response, error) { return bounded.Get("https://stock.example.com/items") }

func taxes(ctx context.Context) (*http.Response, error) {
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, "https://taxes.example.com/rates", nil)
	if err != nil {
		return nil, err
	}
	return http.DefaultClient.Do(req)
}

func given(hc *http.Client) (*http.Response, error) { return hc.Get("https://geo.example.com/") }
