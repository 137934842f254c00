// Package signers has functions that sign requests, and clients that are given such.
package signers

import (
	"context"
	"net/http"
	"os"
	"sync"
	"time"

	"github.com/oapi-codegen/oapi-codegen/v2/pkg/securityprovider"

	"github.com/auroravet/auroravet/testdata/tokenrefresh/session/auth"
	"github.com/auroravet/auroravet/testdata/tokenrefresh/signers/api"
)

func set(r *http.Request, token string) { r.Header.Set("Authorization", "Bearer "+token) }

// Signer fetches a token when it is used first.
func Signer() api.Editor {
	var token string
	return func(ctx context.Context, r *http.Request) error {
		if token == "" {
			a, err := auth.Fetch(ctx)
			if err != nil {
				return err
			}
			token = a.Access // want `token keeps an access token that is fetched once`
		}
		set(r, token)
		return nil
	}
}

// Once does so with the library's help.
func Once() func(*http.Request) error {
	var (
		once sync.Once
		a    auth.Answer
		err  error
	)
	return func(r *http.Request) error {
		once.Do(func() { a, err = auth.Fetch(r.Context()) }) // want `a keeps an access token that is fetched once`
		set(r, a.Access)
		return err
	}
}

// PerDesk has a token for each desk.
func PerDesk() func(r *http.Request, desk string) error {
	tokens := map[string]string{}
	return func(r *http.Request, desk string) error {
		if tokens[desk] == "" {
			a, err := auth.Fetch(r.Context())
			if err != nil {
				return err
			}
			tokens[desk] = a.Access // want `tokens keeps an access token that is fetched once`
		}
		set(r, tokens[desk])
		return nil
	}
}

// Timed knows when the token came.
func Timed() api.Editor {
	var (
		token string
		last  time.Time
	)
	return func(ctx context.Context, r *http.Request) error {
		if token == "" || time.Since(last) > 4*time.Minute {
			a, err := auth.Fetch(ctx)
			if err != nil {
				return err
			}
			token, last = a.Access, time.Now()
		}
		set(r, token)
		return nil
	}
}

// Lasting asks the answer.
func Lasting() api.Editor {
	var (
		mu  sync.Mutex
		cur auth.Answer
		at  time.Time
	)
	return func(ctx context.Context, r *http.Request) error {
		mu.Lock()
		defer mu.Unlock()
		if at.Add(time.Duration(cur.Expires-30) * time.Second).Before(time.Now()) {
			a, err := auth.Fetch(ctx)
			if err != nil {
				return err
			}
			cur, at = a, time.Now()
		}
		set(r, cur.Access)
		return nil
	}
}

// Dropped forgets the token after a while.
func Dropped() api.Editor {
	var token string
	return func(ctx context.Context, r *http.Request) error {
		if token == "" {
			a, err := auth.Fetch(ctx)
			if err != nil {
				return err
			}
			token = a.Access
			time.AfterFunc(4*time.Minute, func() { token = "" })
		}
		set(r, token)
		return nil
	}
}

// Load uses a literal that nobody has when it is done.
func Load(ctx context.Context) error {
	var token string
	login := func() error {
		a, err := auth.Fetch(ctx)
		token = a.Access
		return err
	}
	if err := login(); err != nil {
		return err
	}
	_, err := api.New(os.Getenv("AURORA_BASE_URL")).Devices(ctx, func(_ context.Context, r *http.Request) error {
		set(r, token)
		return nil
	})
	return err
}

// NewEdited has its client put one token on all requests.
func NewEdited(ctx context.Context) (*api.Client, error) {
	a, err := auth.Fetch(ctx)
	if err != nil {
		return nil, err
	}
	return api.New(os.Getenv("AURORA_BASE_URL"), api.WithEditor(func(_ context.Context, r *http.Request) error { // want `api.Client sends an access token that is fetched once with every request`
		set(r, a.Access)
		return nil
	})), nil
}

// NewEach fetches one for each.
func NewEach() *api.Client {
	return api.New(os.Getenv("AURORA_BASE_URL"), api.WithEditor(func(ctx context.Context, r *http.Request) error {
		a, err := auth.Fetch(ctx)
		set(r, a.Access)
		return err
	}))
}

type stamp struct{ bearer string }

func (s *stamp) edit(_ context.Context, r *http.Request) error {
	set(r, s.bearer)
	return nil
}

// NewStamped has a method do so.
func NewStamped(ctx context.Context) (*api.Client, error) {
	a, err := auth.Fetch(ctx)
	if err != nil {
		return nil, err
	}
	s := &stamp{bearer: a.Access} // want `stamp.bearer keeps an access token that is fetched once`
	return api.New(os.Getenv("AURORA_BASE_URL"), api.WithEditor(s.edit)), nil
}

// NewProvided has the method of a library.
func NewProvided(ctx context.Context) (*api.Client, error) {
	a, err := auth.Fetch(ctx)
	if err != nil {
		return nil, err
	}
	p, err := securityprovider.NewSecurityProviderBearerToken(a.Access) // want `securityprovider.SecurityProviderBearerToken sends an access token that is fetched once with every request`
	if err != nil {
		return nil, err
	}
	return api.New(os.Getenv("AURORA_BASE_URL"), api.WithEditor(p.Intercept)), nil
}

// Provided makes a client for one call.
func Provided(ctx context.Context) (*http.Response, error) {
	a, err := auth.Fetch(ctx)
	if err != nil {
		return nil, err
	}
	p, err := securityprovider.NewSecurityProviderBearerToken(a.Access)
	if err != nil {
		return nil, err
	}
	return api.New(os.Getenv("AURORA_BASE_URL")).Devices(ctx, p.Intercept)
}

// Desk takes its token from a function.
type Desk struct {
	token func(context.Context) (string, error)
}

// Option sets up a desk.
type Option func(*Desk)

func by(f func(context.Context) (string, error)) Option { return func(d *Desk) { d.token = f } }

// Fixed signs in once and gives the same token to all calls.
func Fixed(ctx context.Context) (Option, error) {
	a, err := auth.Fetch(ctx)
	if err != nil {
		return nil, err
	}
	return by(func(context.Context) (string, error) { return a.Access, nil }), nil // want `sends an access token that is fetched once`
}

// Each signs in for each call.
func Each() Option {
	return by(func(ctx context.Context) (string, error) {
		a, err := auth.Fetch(ctx)
		return a.Access, err
	})
}
