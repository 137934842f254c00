// Package senders has clients that try again by themselves.
package senders

import (
	"context"
	"net/http"
	"os"
	"time"

	"github.com/go-resty/resty/v2"
	"github.com/gojek/heimdall/v7"
	"github.com/gojek/heimdall/v7/httpclient"
	"github.com/hashicorp/go-retryablehttp"
	"github.com/imroc/req/v3"
)

var base = os.Getenv("AURORA_BASE_URL")

// Resty tries four times in all.
func Resty(key string) error {
	c := resty.New().SetBaseURL(base).SetTimeout(30 * time.Second).SetRetryCount(3)
	_, err := c.R().SetHeader("Idempotency-Key", key).Post("/v2/transactions")
	return err
}

// RestyMany tries too often.
func RestyMany(key string) error {
	c := resty.New().SetBaseURL(base).SetTimeout(30 * time.Second) // want `the retry of POST ./v2/transactions makes 9 attempts, more than 5`
	c.SetRetryCount(8)
	_, err := c.R().SetHeader("Idempotency-Key", key).Post("/v2/transactions")
	return err
}

// RestyRefused repeats all that is no success.
func RestyRefused(key string) error {
	c := resty.New().SetBaseURL(base).SetTimeout(30 * time.Second).SetRetryCount(3) // want `repeats what is answered with 400`
	c.AddRetryCondition(func(r *resty.Response, err error) bool { return err != nil || r.IsError() })
	_, err := c.R().SetHeader("Idempotency-Key", key).Post("/v2/transactions")
	return err
}

// RestyBusy repeats what may work the next time.
func RestyBusy(key string) error {
	c := resty.New().SetBaseURL(base).SetTimeout(30 * time.Second).SetRetryCount(3)
	c.AddRetryCondition(func(r *resty.Response, err error) bool {
		return err != nil || r.StatusCode() == http.StatusTooManyRequests || r.StatusCode() >= 500
	})
	_, err := c.R().SetHeader("Idempotency-Key", key).Post("/v2/transactions")
	return err
}

// Retryable has the library's own five attempts.
func Retryable(ctx context.Context, key string) error {
	return sendBy(ctx, retryablehttp.NewClient(), key)
}

// RetryableMany has eleven.
func RetryableMany(ctx context.Context, key string) error {
	c := retryablehttp.NewClient() // want `makes 11 attempts, more than 5`
	c.RetryMax = 10
	return sendBy(ctx, c, key)
}

// RetryableSame has the same shortest and longest wait.
func RetryableSame(ctx context.Context, key string) error {
	c := retryablehttp.NewClient() // want `waits the same time before each attempt`
	c.RetryWaitMin, c.RetryWaitMax = time.Second, time.Second
	return sendBy(ctx, c, key)
}

// RetryableRefused repeats what is refused.
func RetryableRefused(ctx context.Context, key string) error {
	c := retryablehttp.NewClient() // want `repeats what is answered with 400`
	c.CheckRetry = func(_ context.Context, resp *http.Response, err error) (bool, error) {
		return err != nil || resp.StatusCode >= 400, nil
	}
	return sendBy(ctx, c, key)
}

func sendBy(ctx context.Context, c *retryablehttp.Client, key string) error {
	c.HTTPClient.Timeout = 30 * time.Second
	r, err := retryablehttp.NewRequestWithContext(ctx, http.MethodPost, base+"/v2/customers", nil)
	if err != nil {
		return err
	}
	r.Header.Set("Idempotency-Key", key)
	resp, err := c.Do(r)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Heimdall waits longer each time.
func Heimdall(key string) error {
	c := httpclient.NewClient(httpclient.WithRetryCount(3), httpclient.WithRetrier(heimdall.NewRetrier(heimdall.NewExponentialBackoff(time.Second, 9*time.Second, 2, time.Millisecond))))
	return dropBy(c, key)
}

// HeimdallDense has no retrier, and no wait.
func HeimdallDense(key string) error {
	return dropBy(httpclient.NewClient(httpclient.WithRetryCount(3)), key) // want `the retry of DELETE ./v2/customers/1 does not wait between attempts`
}

func dropBy(c *httpclient.Client, key string) error {
	resp, err := c.Delete(base+"/v2/customers/1", http.Header{"Idempotency-Key": {key}})
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Req waits longer each time.
func Req(key string) error {
	c := req.C().SetBaseURL(base).SetCommonRetryCount(3).SetCommonRetryBackoffInterval(time.Second, 10*time.Second)
	_, err := c.R().SetHeader("Idempotency-Key", key).Put("/v2/customers/1")
	return err
}

// ReqFixed waits a tenth of a second, always.
func ReqFixed(key string) error {
	c := req.C().SetBaseURL(base).SetCommonRetryCount(3) // want `the retry of PUT ./v2/customers/1 waits the same time before each attempt`
	_, err := c.R().SetHeader("Idempotency-Key", key).Put("/v2/customers/1")
	return err
}

// ReqEndless never gives up.
func ReqEndless(key string) error {
	c := req.C().SetBaseURL(base).SetCommonRetryCount(-1).SetCommonRetryBackoffInterval(time.Second, 10*time.Second) // want `has no end`
	_, err := c.R().SetHeader("Idempotency-Key", key).Put("/v2/customers/1")
	return err
}

// RetryableAlike has a backoff of its own, which is always the same.
func RetryableAlike(ctx context.Context, key string) error {
	c := retryablehttp.NewClient() // want `waits the same time before each attempt`
	c.Backoff = func(_, _ time.Duration, _ int, _ *http.Response) time.Duration { return 2 * time.Second }
	return sendBy(ctx, c, key)
}

// RetryableLinear has one that grows, and takes what may pass.
func RetryableLinear(ctx context.Context, key string) error {
	c := retryablehttp.NewClient()
	c.Backoff = func(least, _ time.Duration, n int, _ *http.Response) time.Duration { return least * time.Duration(n+1) }
	c.CheckRetry = func(ctx context.Context, resp *http.Response, err error) (bool, error) {
		if ctx.Err() != nil {
			return false, ctx.Err()
		}
		return err != nil || resp.StatusCode == http.StatusTooManyRequests || resp.StatusCode >= 500, nil
	}
	return sendBy(ctx, c, key)
}

// RetryableUnless asks whether the context has ended, and takes every other answer than 200.
func RetryableUnless(ctx context.Context, key string) error {
	c := retryablehttp.NewClient() // want `repeats what is answered with 400`
	c.CheckRetry = func(ctx context.Context, resp *http.Response, err error) (bool, error) {
		if ctx.Err() != nil {
			return false, ctx.Err()
		}
		return err != nil || resp.StatusCode != http.StatusOK, nil
	}
	return sendBy(ctx, c, key)
}
