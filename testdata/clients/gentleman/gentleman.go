// Package gentleman calls the API by gentleman.
package gentleman

import (
	"time"

	"gopkg.in/h2non/gentleman.v2"
	"gopkg.in/h2non/gentleman.v2/context"
	"gopkg.in/h2non/gentleman.v2/plugins/headers"
	"gopkg.in/h2non/gentleman.v2/plugins/timeout"
)

func api() *gentleman.Client {
	return gentleman.New().URL("https://api.flute.com").Use(timeout.Request(9 * time.Second))
}

type link map[string]string

// Bare has no key.
func Bare() error {
	_, err := api().Post().Path("/v2/payment-links").JSON(link{"amount": "3"}).Send() // want `POST https://api.flute.com/v2/payment-links leaves without an idempotency key`
	return err
}

// Keyed has one.
func Keyed(order string) error {
	_, err := api().Post().AddPath("/v2/payment-links").SetHeader("Idempotency-Key", "l-"+order).JSON(link{"amount": "3"}).Send()
	return err
}

// Steps sets it later.
func Steps(id string) error {
	req := api().Request()
	req.Method("PUT").Path("/v2/payment-links/" + id)
	req.Use(headers.Set("Idempotency-Key", "l-"+id))
	_, err := req.Do()
	return err
}

// NoSteps does not.
func NoSteps(id string) error {
	req := api().Request() // want `PUT https://api.flute.com/v2/payment-links/… leaves without an idempotency key`
	req.Method("PUT").Path("/v2/payment-links/" + id)
	_, err := req.Do()
	return err
}

// Constant has the same for all.
func Constant() error {
	_, err := api().Use(headers.Set("Idempotency-Key", "links")).Post().Path("/v2/payment-links").Send() // want `POST https://api.flute.com/v2/payment-links has the same idempotency key for every request`
	return err
}

// Middleware may set one.
func Middleware(key func(*context.Context, context.Handler)) error {
	_, err := api().UseRequest(key).Post().Path("/v2/payment-links").Send()
	return err
}

// Endless has no timeout.
func Endless() error {
	_, err := gentleman.New().URL("https://api.flute.com").Get().Path("/v2/terminals").Send() // want `gentleman.Client that sends GET https://api.flute.com/v2/terminals has no timeout`
	return err
}

// Bounded has one.
func Bounded() error {
	_, err := gentleman.New().URL("https://api.flute.com").Use(timeout.All(timeout.Timeouts{})).Get().Path("/v2/terminals").Send()
	return err
}

// BoundedRequest has one for this request.
func BoundedRequest() error {
	_, err := gentleman.New().URL("https://api.flute.com").Get().Path("/v2/terminals").Use(timeout.Request(time.Second)).Send()
	return err
}

// Elsewhere is not the API.
func Elsewhere() error {
	_, err := gentleman.New().URL("https://mail.example.com").Post().Path("/send").Send()
	return err
}
