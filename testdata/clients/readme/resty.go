// Package readme uses libraries the ways that their own pages show.
package readme

import (
	"context"
	"net/http"
	"os"
	"time"

	"github.com/go-resty/resty/v2"
	"github.com/google/uuid"
	resty3 "resty.dev/v3"
)

// Values sets a header by a list of values.
func Values(id string) error {
	c := resty.New().SetTimeout(time.Second).SetRetryCount(3).SetBaseURL("https://api.flute.com")
	_, err := c.R().SetHeaderMultiValues(map[string][]string{"Idempotency-Key": {"void-" + id}}).SetPathParam("id", id).Post("/v2/transactions/{id}/void")
	return err
}

// ValuesBare sets another one.
func ValuesBare(id string) error {
	c := resty.New().SetTimeout(time.Second).SetRetryCount(3).SetBaseURL("https://api.flute.com")
	_, err := c.R().SetHeaderMultiValues(map[string][]string{"Accept": {"text/plain", "application/json"}}).SetPathParams(map[string]string{"id": id}).Post("/v2/transactions/{id}/void") // want `POST https://api.flute.com/v2/transactions/{id}/void leaves without an idempotency key`
	return err
}

// Field sets headers on the request's field.
func Field(id string) error {
	r := resty.New().SetTimeout(time.Second).R()
	r.Header.Set("Idempotency-Key", id)
	r.Method, r.URL = resty.MethodPost, "https://api.flute.com/v2/customers"
	_, err := r.Send()
	return err
}

// FieldBare sets none.
func FieldBare() error {
	r := resty.New().SetTimeout(time.Second).R() // want `POST https://api.flute.com/v2/customers leaves without an idempotency key`
	r.Method, r.URL = resty.MethodPost, "https://api.flute.com/v2/customers"
	_, err := r.Send()
	return err
}

// Execute gives the method; the client keys all of its requests below the retries.
func Execute(method string) error {
	c := resty.New().SetTimeout(time.Second).SetRetryCount(2)
	c.OnBeforeRequest(func(_ *resty.Client, r *resty.Request) error {
		if r.Method != http.MethodGet {
			r.SetHeader("Idempotency-Key", uuid.NewString())
		}
		return nil
	})
	_, err := c.R().Execute(http.MethodPut, "https://api.flute.com/v2/customers/7") // want `PUT https://api.flute.com/v2/customers/7 gets another idempotency key for each attempt`
	return err
}

// ExecuteOnce does so without retries.
func ExecuteOnce() error {
	c := resty.New().SetTimeout(time.Second)
	c.OnBeforeRequest(func(_ *resty.Client, r *resty.Request) error {
		r.SetHeader("Idempotency-Key", uuid.NewString())
		return nil
	})
	_, err := c.R().Execute(http.MethodPut, "https://api.flute.com/v2/customers/7")
	return err
}

// OnlyContext has a deadline on its context and no timeout.
func OnlyContext() error {
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	_, err := resty.New().R().SetContext(ctx).Get("https://api.flute.com/v2/customers")
	return err
}

// NoContext has neither.
func NoContext() error {
	_, err := resty.New().R().SetContext(context.Background()).Get("https://api.flute.com/v2/customers") // want `the resty.Client that sends GET https://api.flute.com/v2/customers has no timeout`
	return err
}

// Tuned has a transport with limits of its own, which do not end a body that never ends.
func Tuned() error {
	c := resty.New()
	c.SetTransport(&http.Transport{MaxIdleConns: 10})
	c.SetTimeout(5 * time.Second)
	_, err := c.R().Get("https://api.flute.com/v2/customers")
	return err
}

// Wrapped has the timeout of the client inside.
func Wrapped() error {
	_, err := resty.NewWithClient(&http.Client{Timeout: time.Second}).R().Get("https://api.flute.com/v2/customers")
	return err
}

// Balanced has its base from a load balancer.
func Balanced() error {
	lb, err := resty3.NewRoundRobin("https://api.flute.com", "https://api2.flute.com")
	if err != nil {
		return err
	}
	c := resty3.New().SetLoadBalancer(lb).SetTimeout(time.Second)
	defer c.Close()
	_, err = c.R().SetBody(map[string]string{"name": "x"}).Post("/v2/customers") // want `POST https://api.flute.com/v2/customers leaves without an idempotency key`
	return err
}

// Broken has a circuit breaker and no timeout.
func Broken() error {
	c := resty3.New().SetCircuitBreaker(resty3.NewCircuitBreakerCount(3, 1, time.Second)) // want `the resty.Client that sends GET …/v2/customers has no timeout`
	defer c.Close()
	_, err := c.R().Get(os.Getenv("AURORA_URL") + "/v2/customers")
	return err
}

// Middle keys in a middleware of version 3, which runs for each attempt.
func Middle() error {
	c := resty3.New().SetTimeout(time.Second).SetRetryCount(3).SetRetryAllowNonIdempotent(true).
		AddRequestMiddleware(func(_ *resty3.Client, r *resty3.Request) error {
			r.SetHeader("Idempotency-Key", uuid.NewString())
			return nil
		})
	_, err := c.R().Post("https://api.flute.com/v2/customers") // want `POST https://api.flute.com/v2/customers gets another idempotency key for each attempt`
	return err
}

// MiddleSafe repeats no POST.
func MiddleSafe() error {
	c := resty3.New().SetTimeout(time.Second).SetRetryCount(3).
		AddRequestMiddleware(func(_ *resty3.Client, r *resty3.Request) error {
			r.SetHeader("Idempotency-Key", uuid.NewString())
			return nil
		})
	_, err := c.R().Post("https://api.flute.com/v2/customers")
	return err
}
