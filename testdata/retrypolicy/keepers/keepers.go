// Package keepers asks for its token over a channel, of a goroutine that keeps it.
package keepers

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"os"
	"strings"
	"time"
)

type grant struct {
	text string
	err  error
}

// Keeper keeps the token.
type Keeper struct {
	asks chan chan grant
}

// Run gives it to those who ask.
func (k *Keeper) Run(ctx context.Context) {
	var have grant
	old := time.NewTimer(50 * time.Minute)
	for {
		select {
		case <-ctx.Done():
			return
		case <-old.C:
			have = grant{}
		case ask := <-k.asks:
			if have.text == "" {
				have = signIn(ctx)
				old.Reset(50 * time.Minute)
			}
			ask <- have
		}
	}
}

func signIn(ctx context.Context) (g grant) {
	form := url.Values{"grant_type": {"client_credentials"}, "client_secret": {os.Getenv("FLUTE_CLIENT_SECRET")}}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, "https://oauth.api.flute.com/oauth2/token", strings.NewReader(form.Encode()))
	if err != nil {
		return grant{err: err}
	}
	resp, err := hc.Do(req)
	if err != nil {
		return grant{err: err}
	}
	defer resp.Body.Close()
	var body struct {
		AccessToken string `json:"access_token"`
	}
	g.err = json.NewDecoder(resp.Body).Decode(&body)
	g.text = body.AccessToken
	return g
}

func (k *Keeper) token(ctx context.Context) (string, error) {
	back := make(chan grant, 1)
	select {
	case k.asks <- back:
	case <-ctx.Done():
		return "", ctx.Err()
	}
	g := <-back
	return g.text, g.err
}

var hc = &http.Client{Timeout: 20 * time.Second}

// Fault is an answer that is none.
type Fault struct {
	Status int
	Title  string `json:"title"`
}

func (f *Fault) Error() string { return fmt.Sprint(f.Status, f.Title) }

// Desk sells.
type Desk struct{ keeper *Keeper }

func (d *Desk) post(ctx context.Context, path, key string) error {
	token, err := d.keeper.token(ctx)
	if err != nil {
		return err
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, "https://api.flute.com"+path, http.NoBody)
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
	if resp.StatusCode >= http.StatusMultipleChoices {
		f := new(Fault)
		_ = json.NewDecoder(resp.Body).Decode(f)
		f.Status = resp.StatusCode
		return f
	}
	return nil
}

// Abort goes on by the clock until it has worked.
func (d *Desk) Abort(ctx context.Context, id, key string) error {
	beat := time.NewTicker(3 * time.Second)
	defer beat.Stop()
	for range beat.C {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		err := d.post(ctx, "/v2/transactions/"+id+"/reversal", key) // want `waits the same time before each attempt`
		if err == nil {
			break
		}
		if f, ok := errors.AsType[*Fault](err); ok && f.Status < 500 {
			return err
		}
	}
	return nil
}

// Sell tries three times, and not what was refused.
func (d *Desk) Sell(ctx context.Context, key string) (err error) {
	for n, wait := 0, time.Second; n < 3; n, wait = n+1, 2*wait {
		if err = d.post(ctx, "/v2/transactions", key); err == nil {
			return nil
		}
		if f, ok := errors.AsType[*Fault](err); ok && f.Status < 500 {
			return err
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(wait):
		}
	}
	return err
}

// Tip tries what was refused too.
func (d *Desk) Tip(ctx context.Context, id, key string) (err error) {
	var f *Fault
	for n, wait := 0, time.Second; n < 3; n, wait = n+1, 2*wait {
		err = d.post(ctx, "/v2/transactions/"+id+"/tip-adjustment", key) // want `repeats what is answered with 400`
		if err == nil || errors.As(err, &f) && f.Status == http.StatusForbidden {
			return err
		}
		time.Sleep(wait)
	}
	return err
}

// Work takes what comes, whether the one before has worked or not.
func (d *Desk) Work(ctx context.Context, sales <-chan string) {
	for key := range sales {
		if err := d.post(ctx, "/v2/transactions", key); err != nil {
			continue
		}
	}
}
