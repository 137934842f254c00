package senders

import (
	"context"
	"net/http"
	"strconv"
	"time"

	"github.com/go-resty/resty/v2"
	resty3 "resty.dev/v3"
)

// RestyErrors repeats every answer of 400 and more, by the library's own condition.
func RestyErrors(key string) error {
	c := resty.New().SetBaseURL(base).SetTimeout(30 * time.Second).SetRetryCount(2).AddRetryAfterErrorCondition() // want `repeats what is answered with 400`
	_, err := c.R().SetHeader("Idempotency-Key", key).Post("/v2/transactions")
	return err
}

// RestySteady says itself how long to wait, and says the same each time.
func RestySteady(key string) error {
	c := resty.New().SetBaseURL(base).SetTimeout(30 * time.Second).SetRetryCount(3) // want `waits the same time before each attempt`
	c.SetRetryMaxWaitTime(10 * time.Second).SetRetryAfter(func(*resty.Client, *resty.Response) (time.Duration, error) { return 5 * time.Second, nil })
	_, err := c.R().SetHeader("Idempotency-Key", key).Post("/v2/transactions")
	return err
}

// RestyTold waits as the answer says, or as the library does.
func RestyTold(key string) error {
	c := resty.New().SetBaseURL(base).SetTimeout(30 * time.Second).SetRetryCount(3)
	c.SetRetryAfter(func(_ *resty.Client, r *resty.Response) (time.Duration, error) {
		n, err := strconv.Atoi(r.Header().Get("Retry-After"))
		if err != nil {
			return 0, nil
		}
		return time.Duration(n) * time.Second, nil
	})
	_, err := c.R().SetHeader("Idempotency-Key", key).Post("/v2/transactions")
	return err
}

// RestyGrowing counts itself.
func RestyGrowing(key string) error {
	c := resty.New().SetBaseURL(base).SetTimeout(30 * time.Second).SetRetryCount(3)
	c.SetRetryAfter(func(_ *resty.Client, r *resty.Response) (time.Duration, error) {
		return time.Second << r.Request.Attempt, nil
	})
	_, err := c.R().SetHeader("Idempotency-Key", key).Post("/v2/transactions")
	return err
}

// Constant always waits as long.
func Constant() error {
	c := resty3.New().SetBaseURL(base).SetTimeout(30 * time.Second).SetRetryCount(3) // want `waits the same time before each attempt`
	c.SetRetryDelayStrategy(resty3.RetryConstantDelayStrategy(time.Second))
	_, err := c.R().Get("/v2/devices")
	return err
}

// OwnConstant does so by a function.
func OwnConstant() error {
	c := resty3.New().SetBaseURL(base).SetTimeout(30 * time.Second).SetRetryCount(3) // want `waits the same time before each attempt`
	_, err := c.R().SetRetryDelayStrategy(func(*resty3.Response, error) (time.Duration, error) { return time.Second, nil }).Get("/v2/devices")
	return err
}

// OwnGrowing waits longer each time.
func OwnGrowing() error {
	c := resty3.New().SetBaseURL(base).SetTimeout(30 * time.Second).SetRetryCount(3)
	c.SetRetryDelayStrategy(func(r *resty3.Response, _ error) (time.Duration, error) {
		return time.Duration(r.Request.Attempt) * time.Second, nil
	})
	_, err := c.R().Get("/v2/devices")
	return err
}

// Insisting repeats what is refused, for one request.
func Insisting(ctx context.Context, c *resty3.Client, key string) error {
	_, err := c.R().SetContext(ctx).SetHeader("Idempotency-Key", key).
		SetRetryCount(2).SetRetryAllowNonIdempotent(true).
		AddRetryConditions(func(r *resty3.Response, err error) bool { return err != nil || r.IsStatusFailure() }).
		Put(base + "/v2/customers/7") // want `the retry of PUT ./v2/customers/7 repeats what is answered with 400`
	return err
}

// Patient repeats what may pass, for all requests.
func Patient(key string) error {
	c := resty3.New().SetBaseURL(base).SetTimeout(30 * time.Second).SetRetryCount(2).
		AddRetryConditions(func(r *resty3.Response, err error) bool {
			return err != nil || r.StatusCode() == http.StatusTooManyRequests || r.StatusCode() >= 500
		})
	_, err := c.R().SetHeader("Idempotency-Key", key).Put("/v2/customers/7")
	return err
}
