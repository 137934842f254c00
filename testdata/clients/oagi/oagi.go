// Package oagi calls a client in the shape that openapi-generator gives it when each service
// has an interface.
package oagi

import (
	"context"
	"net/http"
	"time"

	"github.com/google/uuid"

	"github.com/auroravet/auroravet/testdata/clients/oagi/wire"
)

// Counter takes payments.
type Counter struct{ api *wire.APIClient }

// NewCounter makes a client with a timeout.
func NewCounter() *Counter {
	cfg := wire.NewConfiguration()
	cfg.HTTPClient = &http.Client{Timeout: 20 * time.Second}
	return &Counter{api: wire.NewAPIClient(cfg)}
}

// NewStall makes a client without one.
func NewStall() *Counter {
	cfg := wire.NewConfiguration()
	cfg.HTTPClient = &http.Client{} // want `http.Client that sends POST https://api.flute.com/pay-api/v1/transactions/sale has no timeout`
	return &Counter{api: wire.NewAPIClient(cfg)}
}

// NewBooth takes what the generator gives.
func NewBooth() *Counter {
	return &Counter{api: wire.NewAPIClient(wire.NewConfiguration())} // want `http.DefaultClient that sends POST https://api.flute.com/pay-api/v1/transactions/sale has no timeout`
}

// Sale has no reference.
func (c *Counter) Sale(ctx context.Context, method string) error {
	_, _, err := c.api.PaymentsAPI.TakeSale(ctx).Sale(*wire.NewSale(5, method)).Execute() // want `POST https://api.flute.com/pay-api/v1/transactions/sale leaves without an idempotency key;`
	return err
}

// SaleFor has one.
func (c *Counter) SaleFor(ctx context.Context, order, method string) error {
	s := wire.NewSale(5, method)
	s.SetReferenceId("order-" + order)
	_, _, err := c.api.PaymentsAPI.TakeSale(ctx).Sale(*s).Execute()
	return err
}

// SaleAsked asks whether it has one.
func (c *Counter) SaleAsked(ctx context.Context, method string) error {
	s := wire.NewSale(5, method)
	if s.HasReferenceId() {
		return nil
	}
	_, _, err := c.api.PaymentsAPI.TakeSale(ctx).Sale(*s).Execute() // want `POST https://api.flute.com/pay-api/v1/transactions/sale leaves without an idempotency key;`
	return err
}

// SaleFilled gives it one where it has none.
func (c *Counter) SaleFilled(ctx context.Context, order, method string) error {
	s := wire.NewSale(5, method)
	if !s.HasReferenceId() {
		s.SetReferenceId("order-" + order)
	}
	_, _, err := c.api.PaymentsAPI.TakeSale(ctx).Sale(*s).Execute()
	return err
}

// SaleAgain has another one for each attempt.
func (c *Counter) SaleAgain(ctx context.Context, method string) error {
	var err error
	for range 3 {
		s := wire.NewSale(5, method)
		s.SetReferenceId(uuid.NewString())
		if _, _, err = c.api.PaymentsAPI.TakeSale(ctx).Sale(*s).Execute(); err == nil { // want `POST .* gets another idempotency key for each attempt`
			break
		}
	}
	return err
}

// SaleNullable makes the model by hand.
func (c *Counter) SaleNullable(ctx context.Context, order, method string) error {
	s := wire.Sale{Amount: 2, PaymentMethodId: method, ReferenceId: *wire.NewNullableString(wire.PtrString("order-" + order))}
	_, _, err := c.api.PaymentsAPI.TakeSale(ctx).Sale(s).Execute()
	return err
}

// Drop has no key.
func (c *Counter) Drop(ctx context.Context, id string) error {
	_, err := c.api.CustomersAPI.DropCustomer(ctx, id).Execute() // want `DELETE .* leaves without an idempotency key;`
	return err
}

// DropFor has one.
func (c *Counter) DropFor(ctx context.Context, ticket, id string) error {
	_, err := c.api.CustomersAPI.DropCustomer(ctx, id).IdempotencyKey("drop-" + ticket).Execute()
	return err
}

// DropMaybe has one where there is a ticket.
func (c *Counter) DropMaybe(ctx context.Context, ticket, id string) error {
	call := c.api.CustomersAPI.DropCustomer(ctx, id)
	if ticket != "" {
		call = call.IdempotencyKey("drop-" + ticket)
	}
	_, err := call.Execute() // want `DELETE .* leaves without an idempotency key on some path`
	return err
}

// DropUnless has none where there is no ticket.
func (c *Counter) DropUnless(ctx context.Context, ticket, id string) error {
	call := c.api.CustomersAPI.DropCustomer(ctx, id).IdempotencyKey("drop-" + ticket)
	if ticket == "" {
		call = c.api.CustomersAPI.DropCustomer(ctx, id)
	}
	_, err := call.Execute() // want `DELETE .* leaves without an idempotency key on some path`
	return err
}

// DropEither has one on both ways.
func (c *Counter) DropEither(ctx context.Context, ticket, id string) error {
	call := c.api.CustomersAPI.DropCustomer(ctx, id)
	if ticket != "" {
		call = call.IdempotencyKey("drop-" + ticket)
	} else {
		call = call.IdempotencyKey("drop-customer-" + id)
	}
	_, err := call.Execute()
	return err
}

// DropAgain has another one for each attempt.
func (c *Counter) DropAgain(ctx context.Context, id string) error {
	var err error
	for range 3 {
		if _, err = c.api.CustomersAPI.DropCustomer(ctx, id).IdempotencyKey(uuid.NewString()).Execute(); err == nil { // want `DELETE .* gets another idempotency key for each attempt`
			break
		}
	}
	return err
}

// DropOnce repeats one request.
func (c *Counter) DropOnce(ctx context.Context, id string) error {
	call := c.api.CustomersAPI.DropCustomer(ctx, id).IdempotencyKey(uuid.NewString())
	var err error
	for range 3 {
		if _, err = call.Execute(); err == nil {
			break
		}
	}
	return err
}

// Read changes nothing.
func (c *Counter) Read(ctx context.Context, id string) error {
	_, _, err := c.api.PaymentsAPI.ReadTransaction(ctx, id).Execute()
	return err
}

// Seller is handed a service.
type Seller struct{ payments wire.PaymentsAPI }

// NewSeller takes it out of a client.
func NewSeller(c *wire.APIClient) *Seller { return &Seller{payments: c.PaymentsAPI} }

// Sell has no reference.
func (s *Seller) Sell(ctx context.Context, method string) error {
	_, _, err := s.payments.TakeSale(ctx).Sale(*wire.NewSale(5, method)).Execute() // want `POST https://api.flute.com/pay-api/v1/transactions/sale leaves without an idempotency key;`
	return err
}

// SellFor has one.
func (s *Seller) SellFor(ctx context.Context, order, method string) error {
	sale := wire.NewSale(5, method)
	sale.SetReferenceId("order-" + order)
	_, _, err := s.payments.TakeSale(ctx).Sale(*sale).Execute()
	return err
}

// Drop is handed the service itself.
func Drop(ctx context.Context, customers wire.CustomersAPI, id string) error {
	_, err := customers.DropCustomer(ctx, id).Execute() // want `DELETE .* leaves without an idempotency key;`
	return err
}

// DropExecuted sends a request by the service.
func DropExecuted(ctx context.Context, customers wire.CustomersAPI, id string) error {
	_, err := customers.DropCustomerExecute(customers.DropCustomer(ctx, id)) // want `DELETE .* leaves without an idempotency key;`
	return err
}

// DropKeyed does with a key.
func DropKeyed(ctx context.Context, customers wire.CustomersAPI, ticket, id string) error {
	_, err := customers.DropCustomerExecute(customers.DropCustomer(ctx, id).IdempotencyKey("drop-" + ticket))
	return err
}
