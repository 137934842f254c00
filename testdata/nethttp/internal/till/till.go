// Package till takes payments at an address that package settings has read.
package till

import (
	"bytes"
	"context"
	"encoding/json"
	"net/http"
	"strings"
	"time"

	"github.com/auroravet/auroravet/testdata/nethttp/internal/settings"
)

// Till sends requests to one address.
type Till struct {
	root string
	hc   *http.Client
}

func bounded() *http.Client { return &http.Client{Timeout: 20 * time.Second} }

// New returns the till that takes payments.
func New(s *settings.Settings) *Till { return &Till{strings.TrimRight(s.APIURL, "/"), bounded()} }

// Sell takes a payment.
func Sell(ctx context.Context, s *settings.Settings, sum int) error {
	return post(ctx, s.APIURL+"/v2/transactions", sum) // want `POST ./v2/transactions leaves without an idempotency key; a repeated request is taken for a new one`
}

// Enter books a payment, which is another service's business.
func Enter(ctx context.Context, s *settings.Settings, sum int) error {
	return post(ctx, s.LedgerURL+"/v2/transactions", sum)
}

// Notify sends a link by the address in a struct inside the settings.
func Notify(ctx context.Context, s *settings.Settings, sum int) error {
	return post(ctx, s.Push.URL.JoinPath("v2", "payment-links").String(), sum) // want `POST ./v2/payment-links leaves without an idempotency key; a repeated request is taken for a new one`
}

// File sends a paper to the accountants.
func File(ctx context.Context, s *settings.Settings, sum int) error {
	return post(ctx, s.Books.URL.JoinPath("v2", "payment-links").String(), sum)
}

// Any calls one of two services: which, the type does not say.
func Any(ctx context.Context, e settings.Either, sum int) error {
	return post(ctx, e.Root+"/v2/transactions", sum)
}

// Hold uses settings that a method fills.
func Hold(ctx context.Context, f *settings.Filled, sum int) error {
	return post(ctx, f.Root+"/v2/transactions", sum) // want `POST ./v2/transactions leaves without an idempotency key; a repeated request is taken for a new one`
}

// Keep books by settings that a method fills.
func Keep(ctx context.Context, f *settings.Filled, sum int) error {
	return post(ctx, f.Other+"/v2/transactions", sum)
}

// Night uses the variable that settings declares.
func Night(ctx context.Context, sum int) error {
	return post(ctx, settings.Base+"/v2/transactions", sum) // want `POST ./v2/transactions leaves without an idempotency key; a repeated request is taken for a new one`
}

// Shelve uses the other variable.
func Shelve(ctx context.Context, sum int) error {
	return post(ctx, settings.Depot+"/v2/transactions", sum)
}

// Parsed uses a field whose tag names the setting.
func Parsed(ctx context.Context, p settings.Parsed, sum int) error {
	return post(ctx, p.Root+"/v2/transactions", sum) // want `POST ./v2/transactions leaves without an idempotency key; a repeated request is taken for a new one`
}

// Paper uses a field whose tag names another setting.
func Paper(ctx context.Context, p settings.Parsed, sum int) error {
	return post(ctx, p.Other+"/v2/transactions", sum)
}

// Do sends a request; who calls it gives method and path.
func (t *Till) Do(ctx context.Context, method, path, key, body string) error {
	req, err := http.NewRequestWithContext(ctx, method, t.root+path, strings.NewReader(body))
	if err != nil {
		return err
	}
	if key != "" {
		req.Header.Set("Idempotency-Key", key)
	}
	resp, err := t.hc.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func post(ctx context.Context, url string, sum int) error {
	body, err := json.Marshal(map[string]int{"amount": sum})
	if err != nil {
		return err
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, url, bytes.NewReader(body))
	if err != nil {
		return err
	}
	resp, err := bounded().Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
