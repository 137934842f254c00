// Package oauth sends with clients that fetch tokens.
package oauth

import (
	"context"
	"net/http"
	"os"
	"time"

	"github.com/google/uuid"
	"golang.org/x/net/context/ctxhttp"
	"golang.org/x/oauth2"
	"golang.org/x/oauth2/clientcredentials"
)

func grant() *clientcredentials.Config {
	return &clientcredentials.Config{ClientID: os.Getenv("ARISE_CLIENT_ID"), ClientSecret: os.Getenv("ARISE_CLIENT_SECRET"), TokenURL: os.Getenv("ARISE_OAUTH_URL")}
}

func get(hc *http.Client) error {
	resp, err := hc.Get(os.Getenv("ARISE_BASE_URL") + "/v2/terminals")
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Bare has no timeout.
func Bare() error {
	return get(grant().Client(context.Background())) // want `the http.Client that sends GET …/v2/terminals has no timeout`
}

// Static has none either.
func Static(token string) error {
	src := oauth2.StaticTokenSource(&oauth2.Token{AccessToken: token})
	return get(oauth2.NewClient(context.Background(), src)) // want `the http.Client that sends GET …/v2/terminals has no timeout`
}

// Set sets one on the client.
func Set() error {
	hc := grant().Client(context.Background())
	hc.Timeout = 10 * time.Second
	return get(hc)
}

func bounded(hc *http.Client) *http.Client {
	if hc.Timeout == 0 {
		hc.Timeout = 10 * time.Second
	}
	return hc
}

// Bounded has one unless the client in its context has.
func Bounded(ctx context.Context) error {
	return get(bounded(oauth2.NewClient(ctx, grant().TokenSource(ctx))))
}

// Carried has a bounded client in its context.
func Carried(ctx context.Context) error {
	ctx = context.WithValue(ctx, oauth2.HTTPClient, &http.Client{Timeout: 10 * time.Second})
	return get(oauth2.NewClient(ctx, grant().TokenSource(ctx)))
}

// CarriedBare has another one.
func CarriedBare(ctx context.Context) error {
	ctx = context.WithValue(ctx, oauth2.HTTPClient, &http.Client{})
	return get(oauth2.NewClient(ctx, grant().TokenSource(ctx))) // want `the http.Client that sends GET …/v2/terminals has no timeout`
}

// Transported has the transport in a client of its own.
func Transported(ctx context.Context) error {
	return get(&http.Client{Timeout: time.Second, Transport: &oauth2.Transport{Source: grant().TokenSource(ctx)}})
}

type stamp struct{ next http.RoundTripper }

func (s *stamp) RoundTrip(r *http.Request) (*http.Response, error) {
	r = r.Clone(r.Context())
	r.Header.Set("Idempotency-Key", uuid.NewString())
	return s.next.RoundTrip(r)
}

// Under keys below the tokens.
func Under(ctx context.Context) error {
	hc := &http.Client{Timeout: time.Minute, Transport: &oauth2.Transport{Source: grant().TokenSource(ctx), Base: &stamp{http.DefaultTransport}}}
	resp, err := hc.Post(os.Getenv("ARISE_BASE_URL")+"/v2/customers", "application/json", nil)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Plain has a token, but no key.
func Plain(ctx context.Context) error {
	hc := &http.Client{Timeout: time.Minute, Transport: &oauth2.Transport{Source: grant().TokenSource(ctx)}}
	resp, err := hc.Post(os.Getenv("ARISE_BASE_URL")+"/v2/customers", "application/json", nil) // want `POST …/v2/customers leaves without an idempotency key`
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Context sends by the older package.
func Context(ctx context.Context) error {
	resp, err := ctxhttp.Post(ctx, &http.Client{Timeout: time.Second}, "https://api.flute.com/v2/customers", "application/json", nil) // want `POST https://api.flute.com/v2/customers leaves without an idempotency key`
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
