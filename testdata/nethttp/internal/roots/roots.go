// Package roots has services that differ in the address under which they create.
package roots

import (
	"bytes"
	"context"
	"encoding/json"
	"net/http"
	"time"
)

type service struct {
	hc   *http.Client
	root string
}

func (s service) create(ctx context.Context, in any) error {
	raw, err := json.Marshal(in)
	if err != nil {
		return err
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, s.root, bytes.NewReader(raw))
	if err != nil {
		return err
	}
	resp, err := s.hc.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Services are the services.
type Services struct {
	Customers *Customers
	Links     *Links
}

// New makes them.
func New() *Services {
	hc := &http.Client{Timeout: 5 * time.Second}
	return &Services{
		Customers: &Customers{service{hc, "https://api.flute.com/v2/customers"}},
		Links:     &Links{service{hc, "https://api.flute.com/v2/payment-links"}},
	}
}

// Customers have no reference.
type Customers struct{ service }

// Customer is a customer.
type Customer struct {
	Name string `json:"name"`
}

// Add adds a customer.
func (c *Customers) Add(ctx context.Context, name string) error {
	return c.create(ctx, Customer{Name: name}) // want `POST .*/v2/customers leaves without an idempotency key`
}

// Links have a reference.
type Links struct{ service }

// Link is a payment link.
type Link struct {
	Amount      int    `json:"amount"`
	ReferenceID string `json:"referenceId"`
}

// Add adds a link of an order.
func (l *Links) Add(ctx context.Context, order string, amount int) error {
	return l.create(ctx, Link{Amount: amount, ReferenceID: "link-" + order})
}
