package renewed

import (
	"context"
	"net/http"
	"sync/atomic"
	"time"
)

// whole keeps all that was answered, and never asks how long it lasts.
type whole struct{ g *grant }

func newWhole(ctx context.Context) (*whole, error) {
	g, err := login(ctx)
	if err != nil {
		return nil, err
	}
	return &whole{g: g}, nil // want `whole.g keeps an access token`
}

// Devices uses it.
func (w *whole) Devices(ctx context.Context) (*http.Response, error) {
	return call(ctx, w.g.AccessToken, "/pay-api/v1/devices")
}

type answer struct {
	AccessToken string `json:"access_token"`
	ExpiresIn   int    `json:"expires_in"`
	came        time.Time
}

func (a *answer) good() bool { return a.left() > time.Minute }

func (a *answer) left() time.Duration {
	return time.Until(a.came.Add(time.Duration(a.ExpiresIn) * time.Second))
}

func fetch(ctx context.Context) (*answer, error) {
	g, err := login(ctx)
	if err != nil {
		return nil, err
	}
	return &answer{AccessToken: g.AccessToken, ExpiresIn: g.ExpiresIn, came: time.Now()}, nil
}

// asking asks it whether it is good.
type asking struct{ cur *answer }

func (a *asking) token(ctx context.Context) (string, error) {
	if a.cur == nil || !a.cur.good() {
		next, err := fetch(ctx)
		if err != nil {
			return "", err
		}
		a.cur = next
	}
	return a.cur.AccessToken, nil
}

// Devices uses it.
func (a *asking) Devices(ctx context.Context) (*http.Response, error) {
	tok, err := a.token(ctx)
	if err != nil {
		return nil, err
	}
	return call(ctx, tok, "/pay-api/v1/devices")
}

// swapped does so with what many use.
type swapped struct{ cur atomic.Pointer[answer] }

func (s *swapped) token(ctx context.Context) (string, error) {
	if a := s.cur.Load(); a != nil && a.good() {
		return a.AccessToken, nil
	}
	next, err := fetch(ctx)
	if err != nil {
		return "", err
	}
	s.cur.Store(next)
	return next.AccessToken, nil
}

// Devices uses it.
func (s *swapped) Devices(ctx context.Context) (*http.Response, error) {
	tok, err := s.token(ctx)
	if err != nil {
		return nil, err
	}
	return call(ctx, tok, "/pay-api/v1/devices")
}

// shown lets others ask.
type shown struct{ cur *answer }

// NewShown signs in.
func NewShown(ctx context.Context) (*shown, error) {
	a, err := fetch(ctx)
	return &shown{a}, err
}

// Answer is for those who want to know how long it lasts.
func (s *shown) Answer() *answer { return s.cur }

// SignIn replaces it.
func (s *shown) SignIn(ctx context.Context) (err error) {
	s.cur, err = fetch(ctx)
	return err
}
