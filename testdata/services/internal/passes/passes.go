// Package passes logs in before it calls.
package passes

import (
	"context"
	"net/http"
	"os"
	"time"

	"golang.org/x/oauth2"
	"golang.org/x/oauth2/clientcredentials"
)

func grants() clientcredentials.Config {
	return clientcredentials.Config{
		ClientID:     os.Getenv("FLUTE_CLIENT_ID"),
		ClientSecret: os.Getenv("FLUTE_CLIENT_SECRET"),
		TokenURL:     os.Getenv("FLUTE_OAUTH_URL") + "/oauth2/token",
	}
}

func get(hc *http.Client, path string) error {
	resp, err := hc.Get(os.Getenv("FLUTE_API_URL") + path)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Guide reads with a client that login returns.
type Guide struct{ hc *http.Client }

// NewGuide returns a guide.
func NewGuide(tenant string) *Guide {
	// clienttimeout: a fault, context of a helper carries the tenant, no client
	cfg := grants()
	return &Guide{hc: cfg.Client(forTenant(tenant))} // want `the http\.Client that sends GET ./v2/payment-links has no timeout; a silent server holds the caller for ever \(clienttimeout\)`
}

type tenantKey struct{}

func forTenant(tenant string) context.Context {
	return context.WithValue(context.Background(), tenantKey{}, tenant)
}

// Links lists the links.
func (g *Guide) Links() error { return get(g.hc, "/v2/payment-links") }

// NewLimited returns a guide.
func NewLimited(ctx context.Context) *Guide {
	// clienttimeout: fine, limit set on the client of the grants
	cfg := grants()
	g := &Guide{hc: cfg.Client(ctx)}
	g.hc.Timeout = 10 * time.Second
	return g
}

func withClient(ctx context.Context, hc *http.Client) context.Context {
	return context.WithValue(ctx, oauth2.HTTPClient, hc)
}

// Keys lists the API keys.
func Keys(ctx context.Context) error {
	// clienttimeout: fine, helper puts a limited client into the context
	src := oauth2.ReuseTokenSource(nil, source{})
	ctx = withClient(ctx, &http.Client{Timeout: 7 * time.Second})
	return get(oauth2.NewClient(ctx, src), "/v2/api-keys")
}

// Hooks lists the callbacks.
func Hooks(ctx context.Context) error {
	// clienttimeout: a fault, helper puts an empty client into the context
	src := oauth2.ReuseTokenSource(nil, source{})
	ctx = withClient(ctx, &http.Client{})
	return get(oauth2.NewClient(ctx, src), "/v2/webhooks/endpoints") // want `the http\.Client that sends GET ./v2/webhooks/endpoints has no timeout; a silent server holds the caller for ever \(clienttimeout\)`
}

type source struct{}

// Token logs in.
func (source) Token() (*oauth2.Token, error) {
	cfg := grants()
	ctx, stop := context.WithTimeout(context.Background(), 10*time.Second)
	defer stop()
	return cfg.Token(ctx)
}
