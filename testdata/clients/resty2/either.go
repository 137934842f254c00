package resty2

import (
	"net/http"
	"time"

	"github.com/go-resty/resty/v2"
)

// EitherBounded gives the one of two clients a timeout that it is.
func EitherBounded(trace bool) error {
	var c *resty.Client
	if trace {
		c = resty.New().EnableTrace()
	} else {
		c = resty.NewWithClient(&http.Client{Transport: http.DefaultTransport})
	}
	c.SetTimeout(5 * time.Second)
	_, err := c.R().Get("https://api.flute.com/v2/webhooks/event-types")
	return err
}

// EitherLoose gives it a user agent only.
func EitherLoose(trace bool) error {
	c := resty.NewWithClient(&http.Client{Timeout: 5 * time.Second})
	if trace {
		c = resty.New() // want `resty.Client that sends GET https://api.flute.com/v2/webhooks/event-types has no timeout`
	}
	c.SetHeader("User-Agent", "shop")
	_, err := c.R().Get("https://api.flute.com/v2/webhooks/event-types")
	return err
}

// EitherReferred has its reference whichever client sends it.
func EitherReferred(trace bool, c, d *resty.Client, order string) error {
	r := c.R()
	if trace {
		r = d.R().EnableTrace()
	}
	r.SetBody(map[string]any{"referenceId": order, "amount": 3})
	_, err := r.Post("https://api.flute.com/v2/transactions")
	return err
}

// EitherUnreferred has none whichever client sends it.
func EitherUnreferred(trace bool, c, d *resty.Client) error {
	r := c.R()
	if trace {
		r = d.R().EnableTrace()
	}
	r.SetBody(map[string]any{"amount": 3})
	_, err := r.Post("https://api.flute.com/v2/transactions") // want `POST https://api.flute.com/v2/transactions leaves without an idempotency key`
	return err
}

// Emptied takes the timeout of the client inside away.
func Emptied() error {
	c := resty.New().SetTimeout(5 * time.Second) // want `the resty.Client that sends GET https://api.flute.com/v2/webhooks/event-types has a timeout of zero`
	hc := c.GetClient()
	hc.Timeout = 0
	_, err := c.R().Get("https://api.flute.com/v2/webhooks/event-types")
	return err
}

// Filled gives the client inside one.
func Filled() error {
	c := resty.New()
	c.GetClient().Timeout = 5 * time.Second
	_, err := c.R().Get("https://api.flute.com/v2/webhooks/event-types")
	return err
}
