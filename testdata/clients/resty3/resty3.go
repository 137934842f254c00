// Package resty3 calls the API by resty v3.
package resty3

import (
	"context"
	"os"
	"time"

	"github.com/google/uuid"
	"resty.dev/v3"
)

// Desk takes payments.
type Desk struct{ rc *resty.Client }

// NewDesk has a timeout.
func NewDesk() *Desk {
	return &Desk{resty.New().SetBaseURL(os.Getenv("ARISE_BASE_URL")).SetTimeout(20 * time.Second)}
}

// Bare has no key.
func (d *Desk) Bare(ctx context.Context, body any) error {
	_, err := d.rc.R().SetContext(ctx).SetBody(body).SetQueryParam("dry", "0").Post("/pay-api/v1/transactions/void") // want `POST …/pay-api/v1/transactions/void leaves without an idempotency key`
	return err
}

// Keyed has one.
func (d *Desk) Keyed(ctx context.Context, ticket string) error {
	_, err := d.rc.R().SetContext(ctx).SetHeader("X-Idempotency-Key", ticket+"-void").Post("/pay-api/v1/transactions/void")
	return err
}

// Blank has an empty one.
func (d *Desk) Blank() error {
	_, err := d.rc.R().SetHeader("Idempotency-Key", "").Post("/pay-api/v1/transactions/void") // want `POST …/pay-api/v1/transactions/void leaves with an empty idempotency key`
	return err
}

// Built names method and path apart from the sending.
func (d *Desk) Built(id string) error {
	_, err := d.rc.R().SetMethod(resty.MethodPut).SetURL("/sub-api/v1/subscriptions/" + id + "/terminate").Send() // want `PUT …/sub-api/v1/subscriptions/…/terminate leaves without an idempotency key`
	return err
}

// Stamped makes a key for each request: a POST is sent once only.
func Stamped() error {
	rc := resty.New().SetBaseURL("https://api.flute.com").SetTimeout(time.Minute).SetRetryCount(3)
	rc.AddRequestMiddleware(stamp)
	_, err := rc.R().Post("/v2/customers")
	return err
}

// StampedPut makes one for each attempt: a PUT is sent again.
func StampedPut(id string) error {
	rc := resty.New().SetBaseURL("https://api.flute.com").SetTimeout(time.Minute).SetRetryCount(3)
	rc.AddRequestMiddleware(stamp)
	_, err := rc.R().Put("/v2/customers/" + id) // want `PUT https://api.flute.com/v2/customers/… gets another idempotency key for each attempt`
	return err
}

// StampedAll makes one for each attempt, since POST may be repeated too.
func StampedAll() error {
	rc := resty.New().SetBaseURL("https://api.flute.com").SetTimeout(time.Minute).SetRetryCount(3).SetRetryAllowNonIdempotent(true)
	rc.AddRequestMiddleware(stamp)
	_, err := rc.R().Post("/v2/customers") // want `POST https://api.flute.com/v2/customers gets another idempotency key for each attempt`
	return err
}

func stamp(_ *resty.Client, r *resty.Request) error {
	r.SetHeader("Idempotency-Key", uuid.NewString())
	return nil
}

// Endless has no timeout.
func Endless() error {
	rc := resty.New() // want `the resty.Client that sends GET https://api.flute.com/v2/terminals has no timeout`
	defer rc.Close()
	_, err := rc.R().Get("https://api.flute.com/v2/terminals")
	return err
}

// OneBounded gives one request a timeout.
func OneBounded() error {
	rc := resty.New()
	defer rc.Close()
	_, err := rc.R().SetTimeout(5 * time.Second).Get("https://api.flute.com/v2/terminals")
	return err
}
