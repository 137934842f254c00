package shapes

import (
	"context"
	"errors"
	"net/http"
	"os"
	"time"
)

// patient is a transport that repeats what fails, and waits longer each time.
type patient struct{ next http.RoundTripper }

func (t patient) RoundTrip(req *http.Request) (resp *http.Response, err error) {
	wait := 100 * time.Millisecond
	for range 3 {
		resp, err = t.next.RoundTrip(req)
		if err == nil && resp.StatusCode < http.StatusInternalServerError {
			return resp, nil
		}
		time.Sleep(wait)
		wait *= 2
	}
	return resp, err
}

// Shop calls by any client, that with the transport too.
type Shop struct{ hc *http.Client }

// NewShop makes one.
func NewShop() *Shop {
	return &Shop{&http.Client{Timeout: time.Minute, Transport: patient{http.DefaultTransport}}}
}

var errShop = errors.New("no answer")

func (s *Shop) read(ctx context.Context, path string) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, os.Getenv("FLUTE_BASE_URL")+path, nil)
	if err != nil {
		return err
	}
	resp, err := s.hc.Do(req)
	if err != nil {
		return errShop
	}
	resp.Body.Close()
	if resp.StatusCode >= http.StatusInternalServerError {
		return errShop
	}
	return nil
}

// Fixed waits as long before each of its attempts, of which each is three.
func (s *Shop) Fixed(ctx context.Context) (err error) {
	for range 3 {
		if err = s.read(ctx, "/v2/terminals"); !errors.Is(err, errShop) { // want `waits the same time before each attempt`
			return err
		}
		time.Sleep(time.Second)
	}
	return err
}

// Longer waits longer.
func (s *Shop) Longer(ctx context.Context) (err error) {
	wait := time.Second
	for range 3 {
		if err = s.read(ctx, "/v2/terminals"); !errors.Is(err, errShop) {
			return err
		}
		time.Sleep(wait)
		wait *= 2
	}
	return err
}

// Inner only waits inside.
func (s *Shop) Inner(ctx context.Context) (err error) {
	for range 3 {
		if err = s.read(ctx, "/v2/terminals"); !errors.Is(err, errShop) {
			return err
		}
	}
	return err
}

func (s *Shop) authorized(ctx context.Context, token string) (bool, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, os.Getenv("FLUTE_BASE_URL")+"/v2/settings", nil)
	if err != nil {
		return false, err
	}
	req.Header.Set("Authorization", "Bearer "+token)
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return false, err
	}
	resp.Body.Close()
	return resp.StatusCode != http.StatusUnauthorized, nil
}

// Tokens asks for a token four times.
func (s *Shop) Tokens(ctx context.Context, fresh func() string) error {
	for i := range 4 {
		ok, err := s.authorized(ctx, fresh()) // want `the retry of GET ./v2/settings repeats what is answered with 401`
		if ok || err != nil {
			return err
		}
		time.Sleep(time.Second << i)
	}
	return errShop
}

// Twice asks for one once more.
func (s *Shop) Twice(ctx context.Context, fresh func() string) error {
	for range 2 {
		ok, err := s.authorized(ctx, fresh())
		if ok || err != nil {
			return err
		}
	}
	return errShop
}
