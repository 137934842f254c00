// Package req calls the API by imroc/req.
package req

import (
	"context"
	"net/http"
	"os"
	"time"

	"github.com/google/uuid"
	"github.com/imroc/req/v3"
)

// Hotel embeds the client.
type Hotel struct {
	*req.Client
	name string
}

// NewHotel has req's own timeout of two minutes.
func NewHotel(name string) *Hotel {
	return &Hotel{Client: req.C().SetBaseURL(os.Getenv("FLUTE_BASE_URL")).SetCommonHeader("X-Hotel", name), name: name}
}

// Bare has no key.
func (h *Hotel) Bare(ctx context.Context) error {
	_, err := h.R().SetContext(ctx).SetBody(map[string]any{"amount": 3}).Post("/pay-api/v1/transactions/return") // want `POST …/pay-api/v1/transactions/return leaves without an idempotency key`
	return err
}

// Keyed has one.
func (h *Hotel) Keyed(ctx context.Context, stay string) error {
	_, err := h.R().SetContext(ctx).SetHeader("Idempotency-Key", h.name+stay).Post("/pay-api/v1/transactions/return")
	return err
}

// Verb begins with the method and ends with Do.
func (h *Hotel) Verb(ctx context.Context, id string) error {
	return h.Put("/v2/customers/{id}").SetPathParam("id", id).SetBodyJsonString("{}").Do(ctx).Err // want `PUT …/v2/customers/\{id\} leaves without an idempotency key`
}

// VerbKeyed has a map of headers.
func (h *Hotel) VerbKeyed(ctx context.Context, id, change string) error {
	return h.Put("/v2/customers/" + id).SetHeaders(map[string]string{"Idempotency-Key": change}).Do(ctx).Err
}

// Text has the reference in a text.
func (h *Hotel) Text(order string) error {
	_, err := h.R().SetBodyJsonString(`{"amount":1,"referenceId":"` + order + `"}`).Post("/pay-api/v1/transactions/sale")
	return err
}

// Send names the method.
func (h *Hotel) Send(id string) error {
	_, err := h.R().Send(http.MethodDelete, "/v2/customers/"+id) // want `DELETE …/v2/customers/… leaves without an idempotency key`
	return err
}

// Package goes through the functions of the package.
func Package() error {
	_, err := req.R().SetBody("{}").Post("https://api.flute.com/v2/customers") // want `POST https://api.flute.com/v2/customers leaves without an idempotency key`
	return err
}

// Must panics.
func Must() {
	req.MustPost("https://api.flute.com/v2/customers") // want `POST https://api.flute.com/v2/customers leaves without an idempotency key`
}

// Hooked makes keys below the retries.
func Hooked() error {
	c := req.C().SetCommonRetryCount(2).OnBeforeRequest(func(_ *req.Client, r *req.Request) error {
		r.SetHeader("Idempotency-Key", uuid.NewString())
		return nil
	})
	_, err := c.R().Post("https://api.flute.com/v2/customers") // want `POST https://api.flute.com/v2/customers gets another idempotency key for each attempt`
	return err
}

// Wrapped does so in a round trip of req.
func Wrapped() error {
	c := req.C().SetCommonRetryCount(2)
	c.WrapRoundTripFunc(func(rt req.RoundTripper) req.RoundTripFunc {
		return func(r *req.Request) (*req.Response, error) {
			r.SetHeader("Idempotency-Key", uuid.NewString())
			return rt.RoundTrip(r)
		}
	})
	_, err := c.R().Post("https://api.flute.com/v2/customers") // want `POST https://api.flute.com/v2/customers gets another idempotency key for each attempt`
	return err
}

// WrappedOnce repeats nothing.
func WrappedOnce() error {
	c := req.C().WrapRoundTripFunc(func(rt req.RoundTripper) req.RoundTripFunc {
		return func(r *req.Request) (*req.Response, error) {
			r.SetHeader("Idempotency-Key", uuid.NewString())
			return rt.RoundTrip(r)
		}
	})
	_, err := c.R().Post("https://api.flute.com/v2/customers")
	return err
}

// Own retries are those of one request.
func Own(order string) error {
	r := req.C().R().SetRetryCount(3).SetHeader("Idempotency-Key", "o-"+order)
	r.AddRetryHook(func(resp *req.Response, _ error) {
		resp.Request.SetHeader("Idempotency-Key", uuid.NewString())
	})
	_, err := r.Post("https://api.flute.com/v2/customers") // want `POST https://api.flute.com/v2/customers gets another idempotency key for each attempt`
	return err
}

// Zero takes the timeout off.
func Zero() error {
	c := req.C().SetTimeout(0) // want `the req.Client that sends GET https://api.flute.com/v2/terminals has a timeout of zero`
	_, err := c.R().Get("https://api.flute.com/v2/terminals")
	return err
}

// Inner takes it off inside.
func Inner() error {
	c := req.C().SetTimeout(time.Second)
	_, err := c.R().Get("https://api.flute.com/v2/terminals")
	return err
}
