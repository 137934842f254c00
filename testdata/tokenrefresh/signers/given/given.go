// Package given has makers of functions that sign requests with the token of the moment they were made.
package given

import (
	"context"
	"net/http"
	"os"

	"github.com/auroravet/auroravet/testdata/tokenrefresh/session/auth"
	"github.com/auroravet/auroravet/testdata/tokenrefresh/signers/api"
)

// NewEditor has one token for all requests.
func NewEditor(ctx context.Context) (api.Editor, error) {
	a, err := auth.Fetch(ctx)
	if err != nil {
		return nil, err
	}
	return func(_ context.Context, r *http.Request) error { // want `api.Editor sends an access token that is fetched once with every request`
		r.Header.Set("Authorization", "Bearer "+a.Access)
		return nil
	}, nil
}

type tripper func(*http.Request) (*http.Response, error)

func (t tripper) RoundTrip(r *http.Request) (*http.Response, error) { return t(r) }

// NewTripper does so as a transport.
func NewTripper(ctx context.Context) (http.RoundTripper, error) {
	a, err := auth.Fetch(ctx)
	if err != nil {
		return nil, err
	}
	token := a.Access
	return tripper(func(r *http.Request) (*http.Response, error) { // want `given.tripper sends an access token that is fetched once with every request`
		r = r.Clone(r.Context())
		r.Header.Set("Authorization", "Bearer "+token)
		return http.DefaultTransport.RoundTrip(r)
	}), nil
}

// Fresh asks for each request.
func Fresh() api.Editor {
	return func(ctx context.Context, r *http.Request) error {
		a, err := auth.Fetch(ctx)
		if err != nil {
			return err
		}
		r.Header.Set("Authorization", "Bearer "+a.Access)
		return nil
	}
}

// ForCall is asked for anew by those who call.
func ForCall(ctx context.Context) (api.Editor, error) {
	a, err := auth.Fetch(ctx)
	if err != nil {
		return nil, err
	}
	return func(_ context.Context, r *http.Request) error {
		r.Header.Set("Authorization", "Bearer "+a.Access)
		return nil
	}, nil
}

// Edit may be what other packages ask for before each request.
func Edit(ctx context.Context) (api.Editor, error) {
	a, err := auth.Fetch(ctx)
	if err != nil {
		return nil, err
	}
	return func(_ context.Context, r *http.Request) error {
		r.Header.Set("Authorization", "Bearer "+a.Access)
		return nil
	}, nil
}

// WithBearer is an option, which a call may be given.
func WithBearer(ctx context.Context) (func(*http.Request), error) {
	a, err := auth.Fetch(ctx)
	if err != nil {
		return nil, err
	}
	return func(r *http.Request) { r.Header.Set("Authorization", "Bearer "+a.Access) }, nil
}

// Signer is called by what it gives, as makers are.
func Signer(ctx context.Context) (func(*http.Request), error) {
	a, err := auth.Fetch(ctx)
	if err != nil {
		return nil, err
	}
	return func(r *http.Request) { r.Header.Set("Authorization", "Bearer "+a.Access) }, nil // want `Signer sends an access token that is fetched once`
}

// Devices asks for it.
func Devices(ctx context.Context) error {
	sign, err := ForCall(ctx)
	if err != nil {
		return err
	}
	resp, err := api.New(os.Getenv("AURORA_BASE_URL")).Devices(ctx, sign)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Name has nothing to do with requests.
func Name(ctx context.Context) (func() string, error) {
	a, err := auth.Fetch(ctx)
	if err != nil {
		return nil, err
	}
	return func() string { return a.Access[:4] }, nil
}
