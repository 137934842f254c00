package readme

import (
	"context"
	"time"

	"github.com/google/uuid"
	"github.com/imroc/req/v3"
)

// Global sends by the default client.
func Global() {
	req.MustPost("https://api.flute.com/v2/customers") // want `POST https://api.flute.com/v2/customers leaves without an idempotency key`
}

// GlobalBody begins a request of it.
func GlobalBody(name string) error {
	_, err := req.SetBodyJsonMarshal(map[string]string{"name": name}).Post("https://api.flute.com/v2/customers") // want `POST https://api.flute.com/v2/customers leaves without an idempotency key`
	return err
}

// GlobalHeader begins one with its key.
func GlobalHeader(key string) error {
	_, err := req.SetHeader("Idempotency-Key", key).Post("https://api.flute.com/v2/customers")
	return err
}

// Chain ends in Do.
func Chain(ctx context.Context, name string) error {
	var out struct{ ID string }
	c := req.C().SetTimeout(5 * time.Second).SetUserAgent("shop").SetBaseURL("https://api.flute.com")
	return c.Post("/v2/customers").SetBody(map[string]string{"name": name}).SetHeader("Idempotency-Key", name).Do(ctx).Into(&out)
}

// ChainBare has no key.
func ChainBare(ctx context.Context, name string) error {
	var out struct{ ID string }
	c := req.C().SetTimeout(5 * time.Second).SetUserAgent("shop").SetBaseURL("https://api.flute.com")
	return c.Post("/v2/customers").SetBody(map[string]string{"name": name}).Do(ctx).Into(&out) // want `POST https://api.flute.com/v2/customers leaves without an idempotency key`
}

// Hooked renews the key when it tries again.
func Hooked() error {
	c := req.C().SetCommonRetryCount(2).SetCommonRetryHook(func(resp *req.Response, _ error) {
		resp.Request.SetHeader("Idempotency-Key", uuid.NewString())
	})
	_, err := c.R().SetHeader("Idempotency-Key", uuid.NewString()).Post("https://api.flute.com/v2/customers") // want `POST https://api.flute.com/v2/customers gets another idempotency key for each attempt`
	return err
}

// Common has one key for all requests.
func Common() error {
	c := req.C().SetCommonHeaders(map[string]string{"Idempotency-Key": "shop"})
	_, err := c.R().Post("https://api.flute.com/v2/customers") // want `POST https://api.flute.com/v2/customers has the same idempotency key for every request`
	return err
}

// Endless takes the default timeout away.
func Endless() error {
	_, err := req.C().SetTimeout(0).R().Get("https://api.flute.com/v2/customers") // want `the req.Client that sends GET https://api.flute.com/v2/customers has a timeout of zero`
	return err
}
