// Package marked tells a library by the error whether to try again, and gives it options from several places.
package marked

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"os"
	"time"

	retry4 "github.com/avast/retry-go/v4"
	"github.com/hashicorp/go-retryablehttp"
	sethvargo "github.com/sethvargo/go-retry"
)

// Failure is an answer that is no success.
type Failure struct{ Status int }

func (f *Failure) Error() string { return fmt.Sprintf("status %d", f.Status) }

func passing(err error) bool {
	if f, ok := errors.AsType[*Failure](err); ok {
		return f.Status >= 500 || f.Status == http.StatusTooManyRequests
	}
	return err != nil && !errors.Is(err, context.Canceled)
}

func mark(err error) error {
	if passing(err) {
		return sethvargo.RetryableError(err)
	}
	return err
}

var hc = &http.Client{Timeout: 20 * time.Second}

func read(ctx context.Context, path string) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, os.Getenv("ARISE_BASE_URL")+path, nil)
	if err != nil {
		return err
	}
	resp, err := hc.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode >= 300 {
		return &Failure{resp.StatusCode}
	}
	return nil
}

// Steady waits the same time.
func Steady(ctx context.Context) error {
	b := sethvargo.WithMaxRetries(3, sethvargo.NewConstant(2*time.Second)) // want `waits the same time`
	return sethvargo.Do(ctx, b, func(ctx context.Context) error {
		return mark(read(ctx, "/pay-api/v1/devices"))
	})
}

// Direct marks what may be no error.
func Direct(ctx context.Context) error {
	b := sethvargo.WithMaxRetries(3, sethvargo.NewConstant(2*time.Second)) // want `waits the same time`
	return sethvargo.Do(ctx, b, func(ctx context.Context) error {          // want `repeats what is answered with 400`
		return sethvargo.RetryableError(read(ctx, "/pay-api/v1/devices"))
	})
}

// Growing is right.
func Growing(ctx context.Context) error {
	b := sethvargo.WithMaxRetries(3, sethvargo.NewExponential(300*time.Millisecond))
	return sethvargo.Do(ctx, b, func(ctx context.Context) error { return mark(read(ctx, "/pay-api/v1/devices")) })
}

var gentle = []retry4.Option{
	retry4.Attempts(4),
	retry4.Delay(250 * time.Millisecond),
	retry4.DelayType(retry4.BackOffDelay),
	retry4.RetryIf(passing),
}

// Usual takes the options of the package.
func Usual(ctx context.Context) error {
	return retry4.Do(func() error { return read(ctx, "/pay-api/v1/merchants") }, append(gentle, retry4.Context(ctx))...)
}

// Overridden says otherwise.
func Overridden(ctx context.Context) error {
	return retry4.Do(func() error { return read(ctx, "/pay-api/v1/merchants") }, // want `waits the same time`
		append(gentle, retry4.DelayType(retry4.FixedDelay), retry4.Context(ctx))...)
}

func newClient(opts ...func(*retryablehttp.Client)) *retryablehttp.Client {
	c := retryablehttp.NewClient()
	c.RetryMax = 3
	c.HTTPClient.Timeout = 20 * time.Second
	for _, o := range opts {
		o(c)
	}
	return c
}

func second(c *retryablehttp.Client) {
	c.Backoff = func(_, _ time.Duration, _ int, _ *http.Response) time.Duration { return time.Second } // want `waits the same time`
}

func export(ctx context.Context, c *retryablehttp.Client) (*http.Response, error) {
	req, err := retryablehttp.NewRequestWithContext(ctx, http.MethodGet, os.Getenv("ARISE_BASE_URL")+"/pay-api/v1/transactions", nil)
	if err != nil {
		return nil, err
	}
	return c.Do(req)
}

// Plain is right.
func Plain(ctx context.Context) (*http.Response, error) { return export(ctx, newClient()) }

// Paced has an option.
func Paced(ctx context.Context) (*http.Response, error) { return export(ctx, newClient(second)) }

// Picky decides by itself.
func Picky(ctx context.Context) (*http.Response, error) {
	c := newClient()
	c.CheckRetry = func(ctx context.Context, resp *http.Response, err error) (bool, error) { // want `repeats what is answered with 400`
		return ctx.Err() == nil && (err != nil || resp.StatusCode >= http.StatusBadRequest), nil
	}
	return export(ctx, c)
}
