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
