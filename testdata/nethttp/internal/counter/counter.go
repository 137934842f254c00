// Package counter uses a till and has never heard of settings.
package counter

import (
	"context"

	"github.com/auroravet/auroravet/testdata/nethttp/internal/till"
)

// Counter serves customers.
type Counter struct{ till *till.Till }

// Return pays a customer back.
func (c *Counter) Return(ctx context.Context, id string) error {
	return c.till.Do(ctx, "POST", "/v2/transactions/"+id+"/reversal", "", "{}") // want `POST ./v2/transactions/./reversal leaves without an idempotency key; a repeated request is taken for a new one`
}

// Take takes the money of a sale.
func (c *Counter) Take(ctx context.Context, id, key string) error {
	return c.till.Do(ctx, "POST", "/v2/transactions/"+id+"/capture", "capture-"+key, "{}")
}

// Look reads a sale.
func (c *Counter) Look(ctx context.Context, id string) error {
	return c.till.Do(ctx, "GET", "/v2/transactions/"+id, "", "")
}
