// Package lent makes clients for those who call its functions: what they make, they give to these.
package lent

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"net/url"
	"os"
	"strings"
	"time"

	"github.com/cenkalti/backoff/v5"
	"github.com/go-resty/resty/v2"
	"github.com/hashicorp/go-retryablehttp"
)

// Sender sends a request.
type Sender interface {
	Do(*http.Request) (*http.Response, error)
}

// Ledger reads settlements.
type Ledger struct {
	sender Sender
	bearer func(context.Context) (string, error)
}

// NewLedger takes a sender, from those below or of one's own.
func NewLedger(s Sender) *Ledger { return &Ledger{sender: s, bearer: signIn} }

func signIn(ctx context.Context) (string, error) {
	form := url.Values{"grant_type": {"client_credentials"}, "client_id": {os.Getenv("AURORA_CLIENT_ID")}, "client_secret": {os.Getenv("AURORA_CLIENT_SECRET")}}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, os.Getenv("AURORA_OAUTH_URL")+"/oauth2/token", strings.NewReader(form.Encode()))
	if err != nil {
		return "", err
	}
	resp, err := (&http.Client{Timeout: 10 * time.Second}).Do(req)
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	var m map[string]any
	if err := json.NewDecoder(resp.Body).Decode(&m); err != nil {
		return "", err
	}
	tok, _ := m["access_token"].(string)
	if tok == "" {
		return "", errors.New("no token")
	}
	return tok, nil
}

// Batches reads those of a day.
func (l *Ledger) Batches(ctx context.Context, day string) (*http.Response, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, os.Getenv("AURORA_BASE_URL")+"/pay-api/v1/settlements/batches?day="+day, nil)
	if err != nil {
		return nil, err
	}
	tok, err := l.bearer(ctx)
	if err != nil {
		return nil, err
	}
	req.Header.Set("Authorization", "Bearer "+tok)
	return l.sender.Do(req)
}

// Outage goes on until the API is back, whatever the caller wants.
func (l *Ledger) Outage(ctx context.Context, day string) (*http.Response, error) {
	return backoff.Retry(context.WithoutCancel(ctx), func() (*http.Response, error) { // want `has no end`
		resp, err := l.Batches(ctx, day)
		if err == nil && resp.StatusCode >= 500 {
			return nil, errors.New("unavailable")
		}
		return resp, err
	}, backoff.WithMaxElapsedTime(0))
}

// Twenty tries twenty times.
func Twenty() Sender {
	rc := retryablehttp.NewClient()
	rc.RetryMax = 20
	rc.HTTPClient.Timeout = 30 * time.Second
	return rc.StandardClient() // want `makes 21 attempts`
}

// Thrice is as the guide wants it.
func Thrice() Sender {
	rc := retryablehttp.NewClient()
	rc.RetryMax = 3
	rc.HTTPClient.Timeout = 30 * time.Second
	return rc.StandardClient()
}

// NewDesk makes the client of the refund desk.
func NewDesk() *resty.Client {
	return resty.New(). // want `repeats what is answered with 4`
				SetBaseURL(os.Getenv("AURORA_BASE_URL")).
				SetTimeout(15 * time.Second).
				SetRetryCount(2).
				AddRetryCondition(func(r *resty.Response, err error) bool { return err != nil || r.IsError() })
}

// NewBell makes the client of the bell at the door: what it repeats is no matter of the API.
func NewBell() *resty.Client {
	return resty.New().
		SetBaseURL(os.Getenv("BELL_URL")).
		SetTimeout(time.Second).
		SetRetryCount(60).
		AddRetryCondition(func(r *resty.Response, err error) bool { return err != nil || r.IsError() })
}

// GiveBack takes the client of the desk.
func GiveBack(ctx context.Context, rc *resty.Client, tx, key string) error {
	_, err := rc.R().SetContext(ctx).SetHeader("Idempotency-Key", key).SetBody(map[string]string{"transactionId": tx}).Post("/pay-api/v1/transactions/return")
	return err
}

// Ring takes that of the bell.
func Ring(rc *resty.Client) error {
	_, err := rc.R().Post("/ring")
	return err
}

// Patient repeats by hand.
func Patient() http.RoundTripper { return patient{http.DefaultTransport} }

type patient struct{ next http.RoundTripper }

func (p patient) RoundTrip(r *http.Request) (*http.Response, error) {
	for {
		resp, err := p.next.RoundTrip(r) // want `has no end` `does not wait`
		if err == nil && resp.StatusCode < 500 {
			return resp, nil
		}
	}
}

// Devices sends by a transport of the caller.
func Devices(ctx context.Context, rt http.RoundTripper) (*http.Response, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, os.Getenv("AURORA_BASE_URL")+"/pay-api/v1/devices", nil)
	if err != nil {
		return nil, err
	}
	return (&http.Client{Timeout: time.Minute, Transport: rt}).Do(req)
}

var pauses = []time.Duration{1, 2, 4, 8, 16, 32, 64}

// Steps waits for each of a list of the package's.
func (l *Ledger) Steps(ctx context.Context, day string) (resp *http.Response, err error) {
	for _, p := range pauses {
		resp, err = l.Batches(ctx, day) // want `makes 7 attempts`
		if err == nil && resp.StatusCode < 500 {
			return resp, nil
		}
		time.Sleep(p * time.Second)
	}
	return resp, err
}
