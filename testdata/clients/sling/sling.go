// Package sling calls the API by sling.
package sling

import (
	"net/http"
	"os"
	"time"

	"github.com/dghubble/sling"
	"github.com/google/uuid"
)

var hc = &http.Client{Timeout: 9 * time.Second}

func api() *sling.Sling {
	return sling.New().Client(hc).Base(os.Getenv("AURORA_BASE_URL")).Set("Accept", "application/json")
}

type link struct {
	Amount      float64 `json:"amount"`
	ReferenceID string  `json:"referenceId,omitempty"`
}

// Bare has no key.
func Bare() error {
	_, err := api().Post("/v2/payment-links").BodyJSON(link{Amount: 3}).ReceiveSuccess(nil) // want `POST …/v2/payment-links leaves without an idempotency key`
	return err
}

// Keyed has one.
func Keyed(l link, order string) error {
	_, err := api().Post("/v2/payment-links").Set("Idempotency-Key", order+"-link").BodyJSON(l).ReceiveSuccess(nil)
	return err
}

// Added adds one.
func Added(l link, order string) error {
	_, err := api().Add("X-Idempotency-Key", "l"+order).Put("/v2/payment-links/"+order).BodyJSON(l).Receive(nil, nil)
	return err
}

// Reference has one in the body.
func Reference(order string) error {
	_, err := api().Post("/v2/transactions").BodyJSON(&link{Amount: 5, ReferenceID: "r-" + order}).ReceiveSuccess(nil)
	return err
}

// NoReference leaves it out.
func NoReference() error {
	_, err := api().Post("/v2/transactions").BodyJSON(&link{Amount: 5}).ReceiveSuccess(nil) // want `POST …/v2/transactions leaves without an idempotency key`
	return err
}

// Relative goes to a path from the base.
func Relative(id string) error {
	_, err := sling.New().Client(hc).Base("https://api.flute.com/v2/").Path("customers/").Delete(id).ReceiveSuccess(nil) // want `DELETE https://api.flute.com/v2/customers/… leaves without an idempotency key`
	return err
}

// Made builds a request of net/http.
func Made(id string) error {
	r, err := api().Delete("/v2/customers/" + id).Request()
	if err != nil {
		return err
	}
	r.Header.Set("Idempotency-Key", "d-"+id)
	resp, err := hc.Do(r)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Service begins every request from one base.
type Service struct{ base *sling.Sling }

// NewService has a constant key for all.
func NewService() *Service {
	return &Service{sling.New().Client(hc).Base("https://api.flute.com").Set("Idempotency-Key", "service")}
}

// Constant is one of its requests.
func (s *Service) Constant() error {
	_, err := s.base.New().Post("/v2/customers").ReceiveSuccess(nil) // want `POST https://api.flute.com/v2/customers has the same idempotency key for every request`
	return err
}

// Over sets another one.
func (s *Service) Over(id string) error {
	_, err := s.base.New().Post("/v2/customers").Set("Idempotency-Key", "c-"+id).ReceiveSuccess(nil)
	return err
}

// Repeat makes keys in its loop.
func (s *Service) Repeat() error {
	var err error
	for i := 0; i < 3; i++ {
		_, err = s.base.New().Post("/v2/customers").Set("Idempotency-Key", uuid.NewString()).ReceiveSuccess(nil) // want `POST https://api.flute.com/v2/customers gets another idempotency key for each attempt`
		if err == nil {
			return nil
		}
	}
	return err
}

// Endless goes through the default client.
func Endless() error {
	_, err := sling.New().Get("https://api.flute.com/v2/terminals").ReceiveSuccess(nil) // want `http.DefaultClient that sends GET https://api.flute.com/v2/terminals has no timeout`
	return err
}
