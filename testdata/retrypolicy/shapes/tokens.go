package shapes

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"os"
	"strings"
	"sync"
	"time"
)

// bearer gives a token.
type bearer interface {
	Bearer(ctx context.Context) (string, error)
}

// lasting keeps one for a while.
type lasting struct {
	mu    sync.Mutex
	text  string
	until time.Time
}

func (l *lasting) Bearer(ctx context.Context) (string, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if time.Now().Before(l.until) {
		return l.text, nil
	}
	p, err := grant(ctx)
	if err != nil {
		return "", err
	}
	l.text, l.until = p.Access, time.Now().Add(time.Minute)
	return l.text, nil
}

// direct asks each time.
type direct struct{}

func (direct) Bearer(ctx context.Context) (string, error) {
	p, err := grant(ctx)
	if err != nil {
		return "", err
	}
	return p.Access, nil
}

func grant(ctx context.Context) (*pass, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, os.Getenv("AURORA_OAUTH_BASE_URL")+"/oauth2/token", strings.NewReader("grant_type=client_credentials"))
	if err != nil {
		return nil, err
	}
	resp, err := hc.Do(req)
	if err != nil {
		return nil, fmt.Errorf("sign in: %w", err)
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("sign in: %s", resp.Status)
	}
	p := new(pass)
	return p, json.NewDecoder(resp.Body).Decode(p)
}

// Kiosk signs in before each call.
type Kiosk struct{ by bearer }

// Kiosks are of both kinds.
func Kiosks() []*Kiosk { return []*Kiosk{{new(lasting)}, {direct{}}} }

type fault struct{ status int }

func (f *fault) Error() string { return http.StatusText(f.status) }

// passes says whether the next moment may help; errors of the connection do pass.
func passes(err error) bool {
	if f := new(fault); errors.As(err, &f) {
		return f.status == http.StatusTooManyRequests || f.status >= 500
	}
	return err != nil
}

func (k *Kiosk) post(ctx context.Context, path, key string, out any) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, os.Getenv("FLUTE_BASE_URL")+path, http.NoBody)
	if err != nil {
		return err
	}
	token, err := k.by.Bearer(ctx)
	if err != nil {
		return err
	}
	req.Header.Set("Authorization", "Bearer "+token)
	req.Header.Set("Idempotency-Key", key)
	resp, err := hc.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode >= 300 {
		return &fault{resp.StatusCode}
	}
	return json.NewDecoder(resp.Body).Decode(out)
}

// Open goes on for ever.
func (k *Kiosk) Open(ctx context.Context, key string) error {
	for wait := time.Second; ; wait = min(2*wait, time.Minute) {
		err := k.post(ctx, "/v2/transactions", key, &payment{}) // want `the retry of POST ./v2/transactions has no end`
		if !passes(err) {
			return err
		}
		time.Sleep(wait)
	}
}

// Close does not.
func (k *Kiosk) Close(ctx context.Context, key string) error {
	wait := time.Second
	for n := 1; ; n++ {
		err := k.post(ctx, "/v2/transactions", key, &payment{})
		if !passes(err) || n == 4 {
			return err
		}
		time.Sleep(wait)
		wait = min(2*wait, time.Minute)
	}
}

// Charge takes a decline for something that passes.
func (k *Kiosk) Charge(ctx context.Context, key string) error {
	for _, pause := range []time.Duration{0, time.Second, 4 * time.Second} {
		time.Sleep(pause)
		var p payment
		if err := k.post(ctx, "/v2/transactions", key, &p); err != nil { // want `the retry of POST ./v2/transactions repeats a declined payment`
			return err
		}
		if p.Status != "Declined" {
			return nil
		}
	}
	return errGivenUp
}

// Stubborn repeats whatever is refused.
func (k *Kiosk) Stubborn(ctx context.Context, key string) (err error) {
	for n := range 4 {
		if err = k.post(ctx, "/v2/transactions", key, &payment{}); err == nil { // want `repeats what is answered with 400`
			return nil
		}
		time.Sleep(time.Second << n)
	}
	return err
}

// Wait signs in until that works, and sends once.
func (k *Kiosk) Wait(ctx context.Context, key string) error {
	for {
		if _, err := grant(ctx); err == nil { // want `POST .*/oauth2/token has no end` `POST .*/oauth2/token waits the same time` `POST .*/oauth2/token repeats what is answered with 400`
			break
		}
		time.Sleep(time.Minute)
	}
	return k.post(ctx, "/v2/transactions", key, &payment{})
}

// Renew repeats once when the token is not accepted.
func (k *Kiosk) Renew(ctx context.Context, key string) error {
	for n := 0; ; n++ {
		err := k.post(ctx, "/v2/transactions", key, &payment{})
		if f := new(fault); n > 0 || !errors.As(err, &f) || f.status != http.StatusUnauthorized {
			return err
		}
	}
}

// counter signs in on its own.
type counter struct{ passes lasting }

func (c *counter) post(ctx context.Context, path, key string) (*http.Response, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, os.Getenv("FLUTE_BASE_URL")+path, http.NoBody)
	if err != nil {
		return nil, err
	}
	token, err := c.passes.Bearer(ctx)
	if err != nil {
		return nil, err
	}
	req.Header.Set("Authorization", "Bearer "+token)
	req.Header.Set("Idempotency-Key", key)
	return hc.Do(req)
}

// Book takes a token that is refused for one more error of its call, and repeats what may pass.
func (c *counter) Book(ctx context.Context, key string) error {
	for n := 0; ; n++ {
		resp, err := c.post(ctx, "/v2/transactions", key)
		if err == nil {
			resp.Body.Close()
			if resp.StatusCode < 500 {
				return nil
			}
			err = errUnavailable
		}
		if n == 3 {
			return err
		}
		time.Sleep(time.Second << n)
	}
}

// Rebook repeats what the API has refused.
func (c *counter) Rebook(ctx context.Context, key string) error {
	for n := range 4 {
		resp, err := c.post(ctx, "/v2/transactions", key) // want `the retry of POST ./v2/transactions repeats what is answered with 400`
		if err == nil {
			resp.Body.Close()
			if resp.StatusCode < 300 {
				return nil
			}
		}
		time.Sleep(time.Second << n)
	}
	return errGivenUp
}

// Ready signs in again and again, for a call that is made once.
func (c *counter) Ready(ctx context.Context, key string) error {
	for n := range 4 {
		p, err := grant(ctx) // want `the retry of POST .*/oauth2/token repeats what is answered with 400`
		if err != nil {
			time.Sleep(time.Second << n)
			continue
		}
		req, err := http.NewRequestWithContext(ctx, http.MethodPost, os.Getenv("FLUTE_BASE_URL")+"/v2/transactions", http.NoBody)
		if err != nil {
			return err
		}
		req.Header.Set("Authorization", "Bearer "+p.Access)
		req.Header.Set("Idempotency-Key", key)
		resp, err := hc.Do(req)
		if err != nil {
			return err
		}
		return resp.Body.Close()
	}
	return errGivenUp
}
