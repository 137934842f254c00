// Package layers has transports for the services that others make.
package layers

import (
	"context"
	"net/http"
	"time"

	"github.com/auroravet/auroravet/testdata/retrypolicy/layers/wire"
	"github.com/failsafe-go/failsafe-go/failsafehttp"
)

// Desk calls the API.
type Desk struct {
	hc *http.Client
}

// NewDesk takes the layers of who makes it.
func NewDesk(name string, layers ...wire.Layer) (*Desk, error) {
	return &Desk{hc: &http.Client{Timeout: 20 * time.Second, Transport: wire.Around(http.DefaultTransport, layers...)}}, nil
}

// Device reads a device.
func (d *Desk) Device(ctx context.Context, id string) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, "https://api.flute.com/v2/devices/"+id, nil)
	if err != nil {
		return err
	}
	resp, err := d.hc.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Dogged repeats refusals.
func Dogged(next http.RoundTripper) http.RoundTripper {
	return wire.Func(func(r *http.Request) (resp *http.Response, err error) {
		for n := range 3 {
			if resp, err = next.RoundTrip(r); err == nil && resp.StatusCode < 300 { // want `repeats what is answered with 400`
				break
			}
			time.Sleep(time.Second << n)
		}
		return resp, err
	})
}

// Careful repeats what may pass.
func Careful(next http.RoundTripper) http.RoundTripper {
	return wire.Func(func(r *http.Request) (resp *http.Response, err error) {
		for n := range 3 {
			if resp, err = next.RoundTrip(r); err == nil && resp.StatusCode < 500 {
				break
			}
			time.Sleep(time.Second << n)
		}
		return resp, err
	})
}

type steady struct {
	next  http.RoundTripper
	times int
}

// RoundTrip waits the same time.
func (s *steady) RoundTrip(r *http.Request) (*http.Response, error) {
	for n := 0; ; n++ {
		resp, err := s.next.RoundTrip(r) // want `waits the same time before each attempt`
		if n == s.times || err == nil && resp.StatusCode < 500 {
			return resp, err
		}
		time.Sleep(time.Second)
	}
}

// Steady has a number.
func Steady(times int) wire.Layer {
	return func(next http.RoundTripper) http.RoundTripper { return &steady{next, times} }
}

type growing struct {
	next  http.RoundTripper
	times int
}

// RoundTrip waits longer each time.
func (g *growing) RoundTrip(r *http.Request) (*http.Response, error) {
	for n := 0; ; n++ {
		resp, err := g.next.RoundTrip(r)
		if n == g.times || err == nil && resp.StatusCode < 500 {
			return resp, err
		}
		time.Sleep(time.Second << n)
	}
}

// Growing has a number, which is not known.
func Growing(times int) wire.Layer {
	return func(next http.RoundTripper) http.RoundTripper { return &growing{next, times} }
}

// patient tells a library too many attempts.
func patient(next http.RoundTripper) http.RoundTripper {
	policy := failsafehttp.NewRetryPolicyBuilder().WithBackoff(time.Second, 8*time.Second).WithMaxRetries(8).Build()
	return failsafehttp.NewRoundTripper(next, policy) // want `makes 9 attempts`
}

// Through sends through it.
func Through(ctx context.Context) error {
	hc := &http.Client{Timeout: 20 * time.Second, Transport: patient(http.DefaultTransport)}
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, "https://api.flute.com/v2/devices/1", nil)
	if err != nil {
		return err
	}
	resp, err := hc.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
