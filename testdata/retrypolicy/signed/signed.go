// Package signed sends through transports of its own around one that signs, which is the library's.
package signed

import (
	"context"
	"net/http"
	"strings"
	"time"

	"golang.org/x/oauth2"
	"golang.org/x/oauth2/clientcredentials"
)

// patient sends again whatever was not taken.
type patient struct {
	inner http.RoundTripper
	most  int
}

func (p patient) RoundTrip(r *http.Request) (*http.Response, error) {
	pause := 100 * time.Millisecond
	for n := 1; ; n++ {
		out := r.Clone(r.Context())
		if r.GetBody != nil {
			body, err := r.GetBody()
			if err != nil {
				return nil, err
			}
			out.Body = body
		}
		resp, err := p.inner.RoundTrip(out) // want `the retry of POST .*/v2/transactions repeats what is answered with 400`
		if err == nil && resp.StatusCode < http.StatusBadRequest || n == p.most {
			return resp, err
		}
		if resp != nil {
			resp.Body.Close()
		}
		time.Sleep(pause)
		pause *= 2
	}
}

// sparing sends again what may work later.
type sparing struct{ inner http.RoundTripper }

func (s sparing) RoundTrip(r *http.Request) (*http.Response, error) {
	resp, err := s.inner.RoundTrip(r)
	for n := 0; n < 3 && (err != nil || resp.StatusCode == http.StatusServiceUnavailable); n++ {
		time.Sleep(time.Second << n)
		out := r.Clone(r.Context())
		if out.Body, err = r.GetBody(); err != nil {
			return nil, err
		}
		resp, err = s.inner.RoundTrip(out)
	}
	return resp, err
}

func signs(ctx context.Context, secret string, base http.RoundTripper) http.RoundTripper {
	cfg := clientcredentials.Config{ClientID: "books", ClientSecret: secret, TokenURL: "https://oauth.api.flute.com/oauth2/token"}
	return &oauth2.Transport{Source: cfg.TokenSource(ctx), Base: base}
}

// Books sends what is sold.
type Books struct{ eager, calm *http.Client }

// Open makes books.
func Open(ctx context.Context, secret string) *Books {
	return &Books{
		eager: &http.Client{Timeout: time.Minute, Transport: patient{signs(ctx, secret, nil), 3}},
		calm:  &http.Client{Timeout: time.Minute, Transport: signs(ctx, secret, sparing{http.DefaultTransport})},
	}
}

// Sell takes a payment.
func (b *Books) Sell(ctx context.Context, key, body string) error {
	return send(ctx, b.eager, "https://api.flute.com/v2/transactions", key, body)
}

// Refund gives one back.
func (b *Books) Refund(ctx context.Context, id, key, body string) error {
	return send(ctx, b.calm, "https://api.flute.com/v2/transactions/"+id+"/reversal", key, body)
}

func send(ctx context.Context, hc *http.Client, url, key, body string) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, url, strings.NewReader(body))
	if err != nil {
		return err
	}
	req.Header.Set("Idempotency-Key", key)
	resp, err := hc.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
