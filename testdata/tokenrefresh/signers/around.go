package signers

import (
	"context"
	"log"
	"net/http"

	"github.com/auroravet/auroravet/testdata/tokenrefresh/session/auth"
	"github.com/auroravet/auroravet/testdata/tokenrefresh/signers/api"
)

type transport func(*http.Request) (*http.Response, error)

func (t transport) RoundTrip(r *http.Request) (*http.Response, error) { return t(r) }

// Stamping puts a layer around a transport that gives each request the same token.
func Stamping(ctx context.Context) (func(http.RoundTripper) http.RoundTripper, error) {
	a, err := auth.Fetch(ctx)
	if err != nil {
		return nil, err
	}
	return func(next http.RoundTripper) http.RoundTripper { // want `signers.Stamping sends an access token that is fetched once with every request`
		return transport(func(r *http.Request) (*http.Response, error) {
			r = r.Clone(r.Context())
			set(r, a.Access)
			return next.RoundTrip(r)
		})
	}, nil
}

// StampingAnew gets another one when the API refuses the first.
func StampingAnew(ctx context.Context) (func(http.RoundTripper) http.RoundTripper, error) {
	a, err := auth.Fetch(ctx)
	if err != nil {
		return nil, err
	}
	return func(next http.RoundTripper) http.RoundTripper {
		return transport(func(r *http.Request) (*http.Response, error) {
			r = r.Clone(r.Context())
			set(r, a.Access)
			resp, err := next.RoundTrip(r)
			if err == nil && resp.StatusCode == http.StatusUnauthorized {
				if b, err := auth.Fetch(r.Context()); err == nil {
					a = b
				}
			}
			return resp, err
		})
	}, nil
}

// layer is put around the transport of one request.
func layer(ctx context.Context) (func(http.RoundTripper) http.RoundTripper, error) {
	a, err := auth.Fetch(ctx)
	if err != nil {
		return nil, err
	}
	return func(next http.RoundTripper) http.RoundTripper {
		return transport(func(r *http.Request) (*http.Response, error) {
			set(r, a.Access)
			return next.RoundTrip(r)
		})
	}, nil
}

// Send sends one.
func Send(ctx context.Context, r *http.Request) (*http.Response, error) {
	l, err := layer(ctx)
	if err != nil {
		return nil, err
	}
	return l(http.DefaultTransport).RoundTrip(r)
}

// WithAccount ends the program when it cannot sign in: it is called when that starts.
func WithAccount(ctx context.Context) api.Editor {
	a, err := auth.Fetch(ctx)
	if err != nil {
		log.Fatalf("sign in: %v", err)
	}
	return func(_ context.Context, r *http.Request) error { // want `api.Editor sends an access token that is fetched once with every request`
		set(r, a.Access)
		return nil
	}
}

// WithPass may be called for one request.
func WithPass(ctx context.Context) api.Editor {
	a, err := auth.Fetch(ctx)
	return func(_ context.Context, r *http.Request) error {
		set(r, a.Access)
		return err
	}
}
