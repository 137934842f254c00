// Package oag calls a client in the shape that openapi-generator gives it.
package oag

import (
	"context"
	"net/http"
	"time"

	"github.com/google/uuid"

	"github.com/auroravet/auroravet/testdata/clients/oag/pay"
)

// Desk takes payments.
type Desk struct{ api *pay.APIClient }

// NewDesk makes a client with a timeout.
func NewDesk() *Desk {
	cfg := pay.NewConfiguration()
	cfg.HTTPClient = &http.Client{Timeout: 20 * time.Second}
	cfg.AddDefaultHeader("X-Desk", "1")
	return &Desk{pay.NewAPIClient(cfg)}
}

// Sale has no reference.
func (d *Desk) Sale(ctx context.Context, method string) error {
	_, _, err := d.api.PaymentsAPI.TakeSale(ctx).Sale(*pay.NewSale(5, method)).Execute() // want `POST https://api.flute.com/pay-api/v1/transactions/sale leaves without an idempotency key`
	return err
}

// SaleFor has one.
func (d *Desk) SaleFor(ctx context.Context, order, method string) error {
	s := pay.NewSale(5, method)
	s.SetReferenceId("order-" + order)
	_, _, err := d.api.PaymentsAPI.TakeSale(ctx).Sale(*s).Execute()
	return err
}

// Drop has no key.
func (d *Desk) Drop(ctx context.Context, id string) error {
	_, err := d.api.CustomersAPI.DropCustomer(ctx, id).Execute() // want `DELETE https://api.flute.com/v2/customers/… leaves without an idempotency key`
	return err
}

// DropFor has one.
func (d *Desk) DropFor(ctx context.Context, ticket, id string) error {
	_, err := d.api.CustomersAPI.DropCustomer(ctx, id).IdempotencyKey("drop-" + ticket).Execute()
	return err
}

// DropBlank has an empty one.
func (d *Desk) DropBlank(ctx context.Context, id string) error {
	_, err := d.api.CustomersAPI.DropCustomer(ctx, id).IdempotencyKey("").Execute() // want `DELETE https://api.flute.com/v2/customers/… leaves with an empty idempotency key`
	return err
}

// DropAgain has another one for each attempt.
func (d *Desk) DropAgain(ctx context.Context, id string) error {
	var err error
	for range 3 {
		if _, err = d.api.CustomersAPI.DropCustomer(ctx, id).IdempotencyKey(uuid.NewString()).Execute(); err == nil { // want `DELETE https://api.flute.com/v2/customers/… gets another idempotency key for each attempt`
			break
		}
	}
	return err
}

// Fixed has one default header for all requests.
func Fixed(ctx context.Context, id string) error {
	cfg := pay.NewConfiguration()
	cfg.HTTPClient = &http.Client{Timeout: 20 * time.Second}
	cfg.AddDefaultHeader("Idempotency-Key", "desk")
	_, err := pay.NewAPIClient(cfg).CustomersAPI.DropCustomer(ctx, id).Execute() // want `DELETE https://api.flute.com/v2/customers/… has the same idempotency key for every request`
	return err
}

// Endless has the default client.
func Endless(ctx context.Context, id string) error {
	_, _, err := pay.NewAPIClient(pay.NewConfiguration()).PaymentsAPI.ReadTransaction(ctx, id).Execute() // want `http.DefaultClient that sends GET https://api.flute.com/pay-api/v1/transactions/… has no timeout`
	return err
}
