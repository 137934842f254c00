// Package rounds goes on for as long as the program runs.
package rounds

import (
	"context"
	"errors"
	"log"
	"net/http"
	"os"
	"sync/atomic"
	"time"

	"github.com/auroravet/auroravet/testdata/tokenrefresh/session/auth"
)

var hc = &http.Client{Timeout: time.Minute}

func devices(ctx context.Context, token string) (*http.Response, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, os.Getenv("AURORA_BASE_URL")+"/pay-api/v1/devices", nil)
	if err != nil {
		return nil, err
	}
	req.Header.Set("Authorization", "Bearer "+token)
	return hc.Do(req)
}

// Hourly has one token for all hours.
func Hourly(ctx context.Context) error {
	a, err := auth.Fetch(ctx) // want `rounds.Hourly fetches an access token once for a loop that goes on`
	if err != nil {
		return err
	}
	tick := time.NewTicker(time.Hour)
	defer tick.Stop()
	for {
		select {
		case <-tick.C:
		case <-ctx.Done():
			return ctx.Err()
		}
		if resp, err := devices(ctx, a.Access); err == nil {
			resp.Body.Close()
		}
	}
}

// Sleepy waits in another way.
func Sleepy(ctx context.Context) {
	bearer, err := auth.Bearer(ctx) // want `rounds.Sleepy fetches an access token once for a loop that goes on`
	if err != nil {
		log.Fatal(err)
	}
	for ctx.Err() == nil {
		req, err := http.NewRequestWithContext(ctx, http.MethodGet, os.Getenv("AURORA_BASE_URL")+"/pay-api/v1/devices", nil)
		if err != nil {
			return
		}
		req.Header.Set("Authorization", bearer)
		if resp, err := hc.Do(req); err != nil {
			log.Print(err)
		} else {
			resp.Body.Close()
		}
		time.Sleep(10 * time.Minute)
	}
}

// Background starts what goes on.
func Background(ctx context.Context) error {
	a, err := auth.Fetch(ctx) // want `rounds.Background fetches an access token once for a loop that goes on`
	if err != nil {
		return err
	}
	go func() {
		for range time.Tick(time.Hour) {
			if resp, err := devices(ctx, a.Access); err == nil {
				resp.Body.Close()
			}
		}
	}()
	return nil
}

// EachHour has one for each.
func EachHour(ctx context.Context) error {
	tick := time.NewTicker(time.Hour)
	defer tick.Stop()
	for {
		select {
		case <-tick.C:
		case <-ctx.Done():
			return nil
		}
		a, err := auth.Fetch(ctx)
		if err != nil {
			continue
		}
		if resp, err := devices(ctx, a.Access); err == nil {
			resp.Body.Close()
		}
	}
}

// Again takes another one before the first ends.
func Again(ctx context.Context) error {
	a, err := auth.Fetch(ctx)
	if err != nil {
		return err
	}
	end := time.Now().Add(time.Duration(a.Expires) * time.Second)
	for {
		time.Sleep(time.Minute)
		if time.Now().After(end) {
			if a, err = auth.Fetch(ctx); err != nil {
				return err
			}
			end = time.Now().Add(time.Duration(a.Expires) * time.Second)
		}
		if resp, err := devices(ctx, a.Access); err == nil {
			resp.Body.Close()
		}
	}
}

var current atomic.Pointer[string]

// Beside goes on with what another loop renews.
func Beside(ctx context.Context) error {
	first, err := auth.Fetch(ctx)
	if err != nil {
		return err
	}
	current.Store(&first.Access)
	go func() {
		for range time.Tick(50 * time.Minute) {
			a, err := auth.Fetch(ctx)
			if err != nil {
				os.Exit(1)
			}
			current.Store(&a.Access)
		}
	}()
	for range time.Tick(time.Minute) {
		if resp, err := devices(ctx, *current.Load()); err == nil {
			resp.Body.Close()
		}
	}
	return nil
}

// Refused takes another one when the API wants it.
func Refused(ctx context.Context) error {
	a, err := auth.Fetch(ctx)
	if err != nil {
		return err
	}
	for range time.Tick(time.Minute) {
		resp, err := devices(ctx, a.Access)
		if err != nil {
			continue
		}
		resp.Body.Close()
		if resp.StatusCode == http.StatusUnauthorized {
			if b, err := auth.Fetch(ctx); err == nil {
				a = b
			}
		}
	}
	return nil
}

// Poll ends with an answer.
func Poll(ctx context.Context) error {
	a, err := auth.Fetch(ctx)
	if err != nil {
		return err
	}
	for {
		resp, err := devices(ctx, a.Access)
		if err == nil {
			resp.Body.Close()
			if resp.StatusCode == http.StatusOK {
				return nil
			}
		}
		time.Sleep(2 * time.Second)
	}
}

// Failing ends when a call fails: who calls it begins anew.
func Failing(ctx context.Context) error {
	a, err := auth.Fetch(ctx)
	if err != nil {
		return err
	}
	for {
		resp, err := devices(ctx, a.Access)
		if err != nil {
			return err
		}
		resp.Body.Close()
		if resp.StatusCode >= 400 {
			return errors.New(resp.Status)
		}
		time.Sleep(time.Minute)
	}
}

// Short ends after some minutes.
func Short(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, 5*time.Minute)
	defer cancel()
	a, err := auth.Fetch(ctx)
	if err != nil {
		return err
	}
	tick := time.NewTicker(time.Minute)
	defer tick.Stop()
	for {
		select {
		case <-tick.C:
		case <-ctx.Done():
			return nil
		}
		if resp, err := devices(ctx, a.Access); err == nil {
			resp.Body.Close()
		}
	}
}

// Timed ends by a timer.
func Timed(ctx context.Context) error {
	a, err := auth.Fetch(ctx)
	if err != nil {
		return err
	}
	end := time.After(5 * time.Minute)
	tick := time.NewTicker(time.Minute)
	defer tick.Stop()
	for {
		select {
		case <-tick.C:
		case <-end:
			return nil
		}
		if resp, err := devices(ctx, a.Access); err == nil {
			resp.Body.Close()
		}
	}
}

// Thrice ends by its count.
func Thrice(ctx context.Context) error {
	a, err := auth.Fetch(ctx)
	if err != nil {
		return err
	}
	for range 3 {
		if resp, err := devices(ctx, a.Access); err == nil {
			resp.Body.Close()
		}
		time.Sleep(time.Second)
	}
	return nil
}

// Each goes over what there is.
func Each(ctx context.Context, ids []string) error {
	a, err := auth.Fetch(ctx)
	if err != nil {
		return err
	}
	for range ids {
		if resp, err := devices(ctx, a.Access); err == nil {
			resp.Body.Close()
		}
		time.Sleep(time.Second)
	}
	return nil
}

// Desk keeps what it signs in with.
type Desk struct{ token string }

// NewDesk signs in.
func NewDesk(ctx context.Context) (*Desk, error) {
	a, err := auth.Fetch(ctx)
	if err != nil {
		return nil, err
	}
	return &Desk{a.Access}, nil // want `Desk.token keeps an access token`
}

// Watch goes on with the desk's token, which is said of the desk.
func Watch(ctx context.Context) error {
	d, err := NewDesk(ctx)
	if err != nil {
		return err
	}
	for ctx.Err() == nil {
		time.Sleep(time.Hour)
		if resp, err := devices(ctx, d.token); err == nil {
			resp.Body.Close()
		}
	}
	return nil
}
