// Package signin gets tokens.
package signin

import (
	"context"
	"net/http"
	"net/url"
	"os"
	"time"

	"golang.org/x/oauth2"
	"golang.org/x/oauth2/clientcredentials"
)

func config() *clientcredentials.Config {
	return &clientcredentials.Config{
		ClientID:     os.Getenv("FLUTE_CLIENT_ID"),
		ClientSecret: os.Getenv("FLUTE_CLIENT_SECRET"),
		TokenURL:     "https://oauth.api.flute.com/oauth2/token",
	}
}

// Quick asks for a token.
func Quick(id, secret string) (*http.Response, error) {
	// clienttimeout: a fault, empty client posts to the token endpoint
	// idempotencykey: fine, token endpoint takes no key
	hc := http.Client{} // want `the http\.Client that sends POST https://oauth\.api\.flute\.com/oauth2/token has no timeout; a silent server holds the caller for ever \(clienttimeout\)`
	return hc.PostForm("https://oauth.api.flute.com/oauth2/token", url.Values{
		"grant_type": {"client_credentials"}, "client_id": {id}, "client_secret": {secret},
	})
}

// Patient asks for a token with a limit.
func Patient(id, secret string) (*http.Response, error) {
	// clienttimeout: fine, limit in the literal
	hc := http.Client{Timeout: 10 * time.Second}
	return hc.PostForm("https://oauth.api.flute.com/oauth2/token", url.Values{
		"grant_type": {"client_credentials"}, "client_id": {id}, "client_secret": {secret},
	})
}

// Links lists the payment links.
func Links(ctx context.Context) (*http.Response, error) {
	// clienttimeout: a fault that is not found, the context of the caller may hold a client
	return config().Client(ctx).Get("https://api.flute.com/v2/payment-links") // want `the http\.Client that sends GET https://api\.flute\.com/v2/payment-links has no timeout; a silent server holds the caller for ever \(clienttimeout\)`
}

// Terminals lists the terminals.
func Terminals(ctx context.Context) (*http.Response, error) {
	// clienttimeout: fine, the oauth client gets its own limit
	hc := config().Client(ctx)
	hc.Timeout = 20 * time.Second
	return hc.Get("https://api.flute.com/v2/terminals")
}

// Customers lists the customers.
func Customers(ctx context.Context) (*http.Response, error) {
	// clienttimeout: a fault, oauth2.Transport in a client without limit
	hc := &http.Client{Transport: &oauth2.Transport{Source: config().TokenSource(ctx)}} // want `the http\.Client that sends GET https://api\.flute\.com/v2/customers has no timeout; a silent server holds the caller for ever \(clienttimeout\)`
	return hc.Get("https://api.flute.com/v2/customers")
}

// Methods lists the payment methods.
func Methods(ctx context.Context) (*http.Response, error) {
	// clienttimeout: fine, oauth2.Transport beside a limit
	hc := &http.Client{Transport: &oauth2.Transport{Source: config().TokenSource(ctx)}, Timeout: 20 * time.Second}
	return hc.Get("https://api.flute.com/v2/payment-methods")
}

// Other lists repositories of another provider.
func Other(ctx context.Context, src oauth2.TokenSource) (*http.Response, error) {
	// clienttimeout: fine, other host through oauth2
	return oauth2.NewClient(ctx, src).Get("https://api.github.com/user/repos")
}
