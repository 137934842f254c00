// Package offers has options that say how often a service tries again.
package offers

import (
	"context"
	"fmt"
	"net/http"
	"time"
)

// Desk reads settlements.
type Desk struct {
	base  string
	hc    *http.Client
	tries int
	wait  time.Duration
	grow  time.Duration
}

// Option changes a desk.
type Option func(*Desk)

// New makes one.
func New(base string, opts ...Option) *Desk {
	d := &Desk{base, &http.Client{Timeout: 20 * time.Second}, 3, time.Second, 2}
	for _, o := range opts {
		o(d)
	}
	return d
}

// Read reads a settlement.
func (d *Desk) Read(ctx context.Context, id string) (*http.Response, error) {
	wait := d.wait
	for i := 0; i < d.tries; i++ {
		req, err := http.NewRequestWithContext(ctx, http.MethodGet, d.base+"/pay-api/v1/settlements/"+id, nil)
		if err != nil {
			return nil, err
		}
		resp, err := d.hc.Do(req)
		if err == nil && resp.StatusCode < 500 {
			return resp, nil
		}
		if err == nil {
			resp.Body.Close()
		}
		time.Sleep(wait)
		wait *= d.grow
	}
	return nil, fmt.Errorf("settlement %s: no answer", id)
}

// ForNight has all night.
func ForNight() Option {
	return func(d *Desk) { d.tries = 40 } // want `the retry of GET .* makes 40 attempts`
}

// ForDay does not.
func ForDay() Option { return func(d *Desk) { d.tries = 2 } }

// Times leaves it to the caller.
func Times(n int) Option { return func(d *Desk) { d.tries = n } }
