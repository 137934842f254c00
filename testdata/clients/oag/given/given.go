// Package given is handed a generated client of which it makes two.
package given

import (
	"context"
	"net/http"
	"time"

	"github.com/auroravet/auroravet/testdata/clients/oag/pay"
)

// Shop makes a client with a token.
func Shop(token string) *pay.APIClient {
	cfg := pay.NewConfiguration()
	cfg.HTTPClient = &http.Client{Timeout: 20 * time.Second}
	cfg.AddDefaultHeader("Authorization", "Bearer "+token)
	return pay.NewAPIClient(cfg)
}

// Stall makes one without.
func Stall() *pay.APIClient {
	cfg := pay.NewConfiguration()
	cfg.HTTPClient = &http.Client{Timeout: 10 * time.Second}
	return pay.NewAPIClient(cfg)
}

// Drop has no key with any of them.
func Drop(ctx context.Context, c *pay.APIClient, id string) error {
	_, err := c.CustomersAPI.DropCustomer(ctx, id).Execute() // want `DELETE .*/v2/customers/… leaves without an idempotency key`
	return err
}

// Dropped throws the request with the key away.
func Dropped(ctx context.Context, c *pay.APIClient, ticket, id string) error {
	r := c.CustomersAPI.DropCustomer(ctx, id)
	r.IdempotencyKey("drop-" + ticket)
	_, err := r.Execute() // want `DELETE .*/v2/customers/… leaves without an idempotency key`
	return err
}

// DropFor keeps it.
func DropFor(ctx context.Context, c *pay.APIClient, ticket, id string) error {
	r := c.CustomersAPI.DropCustomer(ctx, id)
	r = r.IdempotencyKey("drop-" + ticket)
	_, err := r.Execute()
	return err
}
