// Package given is handed a generated client that others make.
package given

import (
	"context"

	"github.com/auroravet/auroravet/testdata/clients/oag/pay"
)

// Drop has no key: the default headers of a client are the same for all requests.
func Drop(ctx context.Context, c *pay.APIClient, id string) error {
	_, err := c.CustomersAPI.DropCustomer(ctx, id).Execute() // want `DELETE .*/v2/customers/… leaves without an idempotency key`
	return err
}

// DropFor has one.
func DropFor(ctx context.Context, c *pay.APIClient, ticket, id string) error {
	_, err := c.CustomersAPI.DropCustomer(ctx, id).IdempotencyKey("drop-" + ticket).Execute()
	return err
}

// DropLost throws the request with the key away.
func DropLost(ctx context.Context, c *pay.APIClient, ticket, id string) error {
	r := c.CustomersAPI.DropCustomer(ctx, id)
	r.IdempotencyKey("drop-" + ticket)
	_, err := r.Execute() // want `DELETE .*/v2/customers/… leaves without an idempotency key`
	return err
}
