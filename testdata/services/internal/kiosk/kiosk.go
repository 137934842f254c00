// Package kiosk uses resty.
package kiosk

import (
	"context"
	"fmt"
	"net/http"
	"os"
	"time"

	"github.com/go-resty/resty/v2"
	"github.com/google/uuid"
)

// Kiosk sells at the door.
type Kiosk struct{ rc *resty.Client }

// New returns a kiosk.
func New() *Kiosk {
	// clienttimeout: fine, limit in the chain
	return &Kiosk{rc: resty.New().SetBaseURL(os.Getenv("AURORA_BASE_URL")).SetTimeout(20 * time.Second).SetRetryCount(3)}
}

func (k *Kiosk) r(ctx context.Context) *resty.Request {
	return k.rc.R().SetContext(ctx).SetHeader("Accept", "application/json")
}

func (k *Kiosk) named(ctx context.Context, name string) *resty.Request {
	return k.r(ctx).SetHeader("Idempotency-Key", name)
}

func ok(resp *resty.Response, err error) error {
	if err == nil && resp.IsError() {
		err = fmt.Errorf("kiosk: %s", resp.Status())
	}
	return err
}

// Capture takes money.
func (k *Kiosk) Capture(ctx context.Context, id string) error {
	// idempotencykey: a fault, request from a helper that sets no key
	return ok(k.r(ctx).SetBody(map[string]string{"transactionId": id}).Post("/pay-api/v1/transactions/capture")) // want `POST ./pay-api/v1/transactions/capture leaves without an idempotency key; a repeated request is taken for a new one \(idempotencykey\)`
}

// Void gives a hold back.
func (k *Kiosk) Void(ctx context.Context, order, id string) error {
	// idempotencykey: fine, request from a helper that sets the key
	return ok(k.named(ctx, "void-"+order).SetBody(map[string]string{"transactionId": id}).Post("/pay-api/v1/transactions/void"))
}

// Execute does what it is told.
func (k *Kiosk) Execute(ctx context.Context, id string) error {
	// idempotencykey: a fault, Execute with the method as an argument
	return ok(k.r(ctx).SetPathParam("id", id).Execute(resty.MethodDelete, "/pay-api/v1/customers/{id}")) // want `DELETE ./pay-api/v1/customers/\{id\} leaves without an idempotency key; a repeated request is taken for a new one \(idempotencykey\)`
}

// Send sends a request that is filled field by field.
func (k *Kiosk) Send(ctx context.Context, id string) error {
	// idempotencykey: a fault, method and address are fields, Send sends
	req := k.r(ctx) // want `PUT ./sub-api/v1/subscriptions/./terminate leaves without an idempotency key; a repeated request is taken for a new one \(idempotencykey\)`
	req.Method = http.MethodPut
	req.URL = "/sub-api/v1/subscriptions/" + id + "/terminate"
	return ok(req.Send())
}

// Header writes into the header map.
func (k *Kiosk) Header(ctx context.Context, id string) error {
	// idempotencykey: fine, header map of the request is written to
	req := k.r(ctx)
	req.Header.Set("X-Idempotency-Key", "drop-"+id)
	return ok(req.Delete("/pay-api/v1/customers/" + id))
}

// Many writes several headers.
func (k *Kiosk) Many(ctx context.Context, id string) error {
	// idempotencykey: fine, map of headers has the key
	head := map[string]string{"X-Team": "door"}
	head["idempotency-key"] = uuid.NewString()
	return ok(k.r(ctx).SetHeaders(head).Put("/sub-api/v1/subscriptions/" + id + "/terminate"))
}

type sale struct {
	Method    string `json:"paymentMethodId"`
	Reference string `json:"referenceId,omitempty"`
}

// Sale charges.
func (k *Kiosk) Sale(ctx context.Context, order, method string) error {
	// idempotencykey: fine, referenceId in the body
	return ok(k.r(ctx).SetBody(sale{Method: method, Reference: order}).Post("/pay-api/v1/transactions/sale"))
}

// SaleLoose charges.
func (k *Kiosk) SaleLoose(ctx context.Context, method string) error {
	// idempotencykey: a fault, referenceId left out of the body
	return ok(k.r(ctx).SetBody(&sale{Method: method}).Post("/pay-api/v1/transactions/sale")) // want `POST ./pay-api/v1/transactions/sale leaves without an idempotency key; a repeated request is taken for a new one \(idempotencykey\)`
}

// Hooked names its requests in a hook.
type Hooked struct{ rc *resty.Client }

// NewHooked returns a kiosk that names in a hook, below its repeats.
func NewHooked() *Hooked {
	// idempotencykey: a fault, hook runs again for each attempt
	// clienttimeout: fine, limit in a statement of its own
	rc := resty.New()
	rc.SetBaseURL("https://api.flute.com/v2")
	rc.SetTimeout(15 * time.Second)
	rc.SetRetryCount(2)
	rc.OnBeforeRequest(func(_ *resty.Client, r *resty.Request) error {
		r.SetHeader("Idempotency-Key", uuid.NewString())
		return nil
	})
	return &Hooked{rc: rc}
}

// Reverse gives money back.
func (h *Hooked) Reverse(ctx context.Context, id string) error {
	// idempotencykey: a fault, sent by the client of the hook
	return ok(h.rc.R().SetContext(ctx).Post("/transactions/" + id + "/reversal")) // want `POST https://api\.flute\.com/v2/transactions/./reversal gets another idempotency key for each attempt; a retry is taken for a new request \(idempotencykey\)`
}

// Calm names its requests in a hook once.
type Calm struct{ rc *resty.Client }

// NewCalm returns a kiosk that names what has no name.
func NewCalm(hc *http.Client) *Calm {
	rc := resty.NewWithClient(hc).SetBaseURL("https://api.flute.com/v2").SetRetryCount(2)
	rc.OnBeforeRequest(func(_ *resty.Client, r *resty.Request) error {
		// idempotencykey: fine, set only when the repeated request has none
		if r.Header.Get("Idempotency-Key") == "" {
			r.SetHeader("Idempotency-Key", uuid.NewString())
		}
		return nil
	})
	return &Calm{rc: rc}
}

// DefaultCalm returns a calm kiosk.
func DefaultCalm() *Calm {
	// clienttimeout: fine, limited client given to resty
	return NewCalm(&http.Client{Timeout: 25 * time.Second})
}

// Hold freezes a bank payment.
func (c *Calm) Hold(ctx context.Context, id string) error {
	// idempotencykey: fine, hook names the request once
	return ok(c.rc.R().SetContext(ctx).Post("/transactions/" + id + "/ach-hold"))
}

// Terminals lists the terminals, however long it takes.
func Terminals() error {
	// clienttimeout: a fault, resty's own client has no limit
	rc := resty.New().SetBaseURL(os.Getenv("FLUTE_BASE_URL")).SetRetryWaitTime(time.Second) // want `the resty\.Client that sends GET ./v2/terminals has no timeout; a silent server holds the caller for ever \(clienttimeout\)`
	return ok(rc.R().Get("/v2/terminals"))
}

// TerminalsSoon lists the terminals.
func TerminalsSoon() error {
	// clienttimeout: fine, limit through the client below
	rc := resty.New().SetBaseURL(os.Getenv("FLUTE_BASE_URL"))
	rc.GetClient().Timeout = 9 * time.Second
	return ok(rc.R().Get("/v2/terminals"))
}

// Weather asks another service.
func Weather() error {
	// clienttimeout: fine, another host
	return ok(resty.New().R().Get("https://api.weather.gov/points/39.7,-97.0"))
}
