// Package resty2 calls the API by resty v2.
package resty2

import (
	"context"
	"net/http"
	"os"
	"time"

	"github.com/go-resty/resty/v2"
	"github.com/google/uuid"
)

// Shop sells.
type Shop struct{ rc *resty.Client }

// NewShop has a timeout and retries.
func NewShop() *Shop {
	rc := resty.New().
		SetBaseURL(os.Getenv("AURORA_BASE_URL")).
		SetTimeout(15*time.Second).
		SetRetryCount(3).
		SetHeader("Accept", "application/json")
	return &Shop{rc: rc}
}

// Bare has no key.
func (s *Shop) Bare(ctx context.Context, amount float64) error {
	_, err := s.rc.R().
		SetContext(ctx).
		SetBody(map[string]any{"amount": amount}).
		Post("/pay-api/v1/transactions/sale") // want `POST …/pay-api/v1/transactions/sale leaves without an idempotency key`
	return err
}

// Reference has one in the body.
func (s *Shop) Reference(ctx context.Context, order string, amount float64) error {
	_, err := s.rc.R().SetContext(ctx).SetBody(map[string]any{"amount": amount, "referenceId": "o-" + order}).Post("/pay-api/v1/transactions/sale")
	return err
}

// NoReference has one where the endpoint takes none.
func (s *Shop) NoReference(order string) error {
	_, err := s.rc.R().SetBody(map[string]any{"referenceId": order}).Post("/pay-api/v1/transactions/void") // want `POST …/pay-api/v1/transactions/void leaves without an idempotency key`
	return err
}

// Headers gives a map of headers.
func (s *Shop) Headers(order string) error {
	_, err := s.rc.R().SetHeaders(map[string]string{"idempotency-key": order + "-void", "X-Shop": "1"}).Post("/pay-api/v1/transactions/void")
	return err
}

// OtherHeaders gives none of the key.
func (s *Shop) OtherHeaders(order string) error {
	_, err := s.rc.R().SetHeaders(map[string]string{"X-Order": order}).Put("/v2/customers/" + order) // want `PUT …/v2/customers/… leaves without an idempotency key`
	return err
}

// Sometimes sets the key on one way only.
func (s *Shop) Sometimes(id string, paid bool) error {
	r := s.rc.R()
	if paid {
		r.SetHeader("Idempotency-Key", "drop-"+id)
	}
	_, err := r.Delete("/v2/customers/" + id) // want `DELETE …/v2/customers/… leaves without an idempotency key on some path`
	return err
}

// Executes names the method in a call.
func (s *Shop) Executes(id string) error {
	_, err := s.rc.R().Execute(resty.MethodPatch, "/v2/payment-links/"+id) // want `PATCH …/v2/payment-links/… leaves without an idempotency key`
	return err
}

// Sends fills the request's fields in.
func (s *Shop) Sends(id string) error {
	r := s.rc.NewRequest()
	r.Method = http.MethodPost
	r.URL = "/pay-api/v1/transactions/ach/" + id + "/void"
	r.Header.Set("Idempotency-Key", "ach-"+id)
	_, err := r.Send()
	return err
}

// Fresh makes one key for all attempts of resty.
func (s *Shop) Fresh() error {
	_, err := s.rc.R().SetHeader("Idempotency-Key", uuid.NewString()).Post("/v2/customers")
	return err
}

// Loop makes one for each of its own attempts.
func (s *Shop) Loop() error {
	var err error
	for range 3 {
		if _, err = s.rc.R().SetHeader("Idempotency-Key", uuid.NewString()).Post("/v2/customers"); err == nil { // want `POST …/v2/customers gets another idempotency key for each attempt`
			break
		}
	}
	return err
}

// prepared is a request that a helper begins.
func (s *Shop) prepared(ctx context.Context) *resty.Request {
	return s.rc.R().SetContext(ctx).SetHeader("X-Shop", "1")
}

// Prepared adds a key to it.
func (s *Shop) Prepared(ctx context.Context, id string) error {
	_, err := s.prepared(ctx).SetHeader("Idempotency-Key", id).Post("/v2/customers")
	return err
}

// Unprepared adds none.
func (s *Shop) Unprepared(ctx context.Context) error {
	_, err := s.prepared(ctx).Post("/v2/customers") // want `POST …/v2/customers leaves without an idempotency key`
	return err
}

// Receipt is safe to repeat.
func (s *Shop) Receipt(id string) error {
	_, err := s.rc.R().SetPathParam("id", id).Post("/v2/transactions/{id}/send-receipt")
	return err
}

// hooked has a client that stamps every attempt.
func hooked() *resty.Client {
	rc := resty.New().SetBaseURL("https://api.flute.com").SetTimeout(10 * time.Second).SetRetryCount(2)
	rc.OnBeforeRequest(func(_ *resty.Client, r *resty.Request) error {
		r.SetHeader("Idempotency-Key", uuid.NewString())
		return nil
	})
	return rc
}

// Hooked sends by it.
func Hooked() error {
	_, err := hooked().R().Post("/v2/customers") // want `POST https://api.flute.com/v2/customers gets another idempotency key for each attempt`
	return err
}

// HookedOnce stamps the requests of a client that repeats none.
func HookedOnce() error {
	rc := resty.New().SetBaseURL("https://api.flute.com").SetTimeout(10 * time.Second)
	rc.OnBeforeRequest(stamp)
	_, err := rc.R().Post("/v2/customers")
	return err
}

func stamp(_ *resty.Client, r *resty.Request) error {
	r.SetHeader("Idempotency-Key", uuid.NewString())
	return nil
}

// HookedIfMissing keeps the key of the first attempt: resty's request lives through the retries.
func HookedIfMissing() error {
	rc := resty.New().SetBaseURL("https://api.flute.com").SetTimeout(10 * time.Second).SetRetryCount(2)
	rc.OnBeforeRequest(func(_ *resty.Client, r *resty.Request) error {
		if r.Header.Get("Idempotency-Key") == "" {
			r.SetHeader("Idempotency-Key", uuid.NewString())
		}
		return nil
	})
	_, err := rc.R().Post("/v2/customers")
	return err
}

// RawIfMissing loses it: the raw request is another one for each attempt.
func RawIfMissing() error {
	rc := resty.New().SetBaseURL("https://api.flute.com").SetTimeout(10 * time.Second).SetRetryCount(2)
	rc.SetPreRequestHook(func(_ *resty.Client, r *http.Request) error {
		if r.Header.Get("Idempotency-Key") == "" {
			r.Header.Set("Idempotency-Key", uuid.NewString())
		}
		return nil
	})
	_, err := rc.R().Post("/v2/customers") // want `POST https://api.flute.com/v2/customers gets another idempotency key for each attempt`
	return err
}

// Renewed gets a new key before each repeat.
func Renewed(order string) error {
	rc := resty.New().SetBaseURL("https://api.flute.com").SetTimeout(10 * time.Second).SetRetryCount(2)
	rc.AddRetryHook(func(resp *resty.Response, _ error) {
		resp.Request.SetHeader("Idempotency-Key", uuid.NewString())
	})
	_, err := rc.R().SetHeader("Idempotency-Key", "first-"+order).Post("/v2/customers") // want `POST https://api.flute.com/v2/customers gets another idempotency key for each attempt`
	return err
}

// Default has the same key for all requests of a client.
func Default() error {
	rc := resty.New().SetBaseURL("https://api.flute.com").SetTimeout(10*time.Second).SetHeader("Idempotency-Key", "shop")
	_, err := rc.R().Post("/v2/customers") // want `POST https://api.flute.com/v2/customers has the same idempotency key for every request`
	return err
}

type keyRT struct{ next http.RoundTripper }

func (k keyRT) RoundTrip(r *http.Request) (*http.Response, error) {
	c := r.Clone(r.Context())
	if c.Header.Get("Idempotency-Key") == "" {
		c.Header.Set("Idempotency-Key", uuid.NewString())
	}
	return k.next.RoundTrip(c)
}

// Below has a transport below the retries that makes keys.
func Below() error {
	rc := resty.New().SetBaseURL("https://api.flute.com").SetTimeout(10 * time.Second).SetRetryCount(2).SetTransport(keyRT{http.DefaultTransport})
	_, err := rc.R().Post("/v2/customers") // want `POST https://api.flute.com/v2/customers gets another idempotency key for each attempt`
	return err
}

// BelowOnce has one below a client that repeats nothing.
func BelowOnce() error {
	rc := resty.NewWithClient(&http.Client{Transport: keyRT{http.DefaultTransport}, Timeout: time.Minute}).SetBaseURL("https://api.flute.com")
	_, err := rc.R().Post("/v2/customers")
	return err
}

// Endless has no timeout.
func Endless() error {
	rc := resty.New().SetBaseURL("https://api.flute.com") // want `the resty.Client that sends GET https://api.flute.com/v2/terminals has no timeout`
	_, err := rc.R().Get("/v2/terminals")
	return err
}

// Nanoseconds forgets the unit.
func Nanoseconds() error {
	rc := resty.New().SetBaseURL("https://api.flute.com").SetTimeout(30) // want `has a timeout of nanoseconds`
	_, err := rc.R().Get("/v2/terminals")
	return err
}

// Bounded sets it on the client inside.
func Bounded() error {
	rc := resty.New().SetBaseURL("https://api.flute.com")
	rc.GetClient().Timeout = 20 * time.Second
	_, err := rc.R().Get("/v2/terminals")
	return err
}

// Inner gives a client without one.
func Inner() error {
	rc := resty.NewWithClient(&http.Client{}) // want `that sends GET https://api.flute.com/v2/terminals has no timeout`
	_, err := rc.R().Get("https://api.flute.com/v2/terminals")
	return err
}

// Soon gives the call a deadline.
func Soon(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	_, err := resty.New().R().SetContext(ctx).Get("https://api.flute.com/v2/terminals")
	return err
}

// Elsewhere calls somebody else.
func Elsewhere() error {
	_, err := resty.New().SetBaseURL("https://api.example.com").R().Post("/v2/customers")
	return err
}
