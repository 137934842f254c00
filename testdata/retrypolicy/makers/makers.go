// Package makers makes one service in several ways, each with a client that repeats in its own way.
package makers

import (
	"context"
	"net/http"
	"os"
	"time"

	"github.com/go-resty/resty/v2"
	"github.com/hashicorp/go-retryablehttp"
)

var base = os.Getenv("AURORA_BASE_URL")

// Desk reads transactions.
type Desk struct{ rc *retryablehttp.Client }

// NewNight is for jobs.
func NewNight() *Desk {
	rc := retryablehttp.NewClient() // want `makes 10 attempts, more than 5`
	rc.RetryMax = 9
	return &Desk{rc: rc}
}

// NewDay is for the counter.
func NewDay() *Desk {
	rc := retryablehttp.NewClient()
	rc.RetryMax = 2
	return &Desk{rc: rc}
}

// NewOnce does not repeat.
func NewOnce() *Desk {
	rc := retryablehttp.NewClient()
	rc.RetryMax = 0
	return &Desk{rc: rc}
}

// Day reads one day.
func (d *Desk) Day(ctx context.Context) (int, error) {
	req, err := retryablehttp.NewRequestWithContext(ctx, http.MethodGet, base+"/v2/transactions", nil)
	if err != nil {
		return 0, err
	}
	resp, err := d.rc.Do(req)
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, resp.Body.Close()
}

// Shop asks for devices.
type Shop struct{ rest *resty.Client }

// NewCareful tries four times.
func NewCareful() *Shop {
	return &Shop{resty.New().SetBaseURL(base).SetRetryCount(3).SetRetryWaitTime(time.Second).SetRetryMaxWaitTime(9 * time.Second)}
}

// NewStubborn does so for longer.
func NewStubborn() *Shop {
	return &Shop{resty.New().SetBaseURL(base).SetRetryCount(12).SetRetryWaitTime(time.Second).SetRetryMaxWaitTime(9 * time.Second)} // want `makes 13 attempts, more than 5`
}

// Devices lists them.
func (s *Shop) Devices(ctx context.Context) error {
	_, err := s.rest.R().SetContext(ctx).Get("/pay-api/v1/devices")
	return err
}

// plain is what all bars have.
func plain() *resty.Client { return resty.New().SetBaseURL(base).SetTimeout(time.Minute) }

// Bar asks for devices too.
type Bar struct{ rest *resty.Client }

// NewBar tries four times.
func NewBar() *Bar { return &Bar{plain().SetRetryCount(3)} }

// NewEagerBar does so for longer.
func NewEagerBar() *Bar {
	return &Bar{plain().SetRetryCount(11)} // want `makes 12 attempts, more than 5`
}

// NewBlindBar repeats whatever is no success.
func NewBlindBar() *Bar {
	c := plain()
	c.SetRetryCount(2) // want `repeats what is answered with 400`
	c.AddRetryCondition(func(r *resty.Response, err error) bool { return err != nil || r.IsError() })
	return &Bar{c}
}

// Devices lists them.
func (b *Bar) Devices(ctx context.Context) error {
	_, err := b.rest.R().SetContext(ctx).Get("/pay-api/v1/devices")
	return err
}

// Pay pays.
func (b *Bar) Pay(ctx context.Context, key string) error {
	_, err := b.rest.R().SetContext(ctx).SetHeader("Idempotency-Key", key).SetBody(map[string]string{"amount": "1.00"}).Post("/v2/transactions")
	return err
}

func plainRetrying() *retryablehttp.Client {
	rc := retryablehttp.NewClient()
	rc.RetryMax = 2
	return rc
}

// NewLate is a desk that tries for longer than others.
func NewLate() *Desk {
	rc := plainRetrying()
	rc.RetryMax = 8 // want `makes 9 attempts, more than 5`
	return &Desk{rc: rc}
}
