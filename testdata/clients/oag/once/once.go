// Package once makes a client for one call beside the one that it is handed.
package once

import (
	"context"
	"net/http"
	"time"

	"github.com/auroravet/auroravet/testdata/clients/oag/pay"
)

// Once gives the client of one call the key of the call.
func Once(ctx context.Context, ticket, id string) error {
	cfg := pay.NewConfiguration()
	cfg.HTTPClient = &http.Client{Timeout: 20 * time.Second}
	cfg.AddDefaultHeader("Idempotency-Key", "drop-"+ticket)
	return Drop(ctx, pay.NewAPIClient(cfg), id)
}

// Drop may be handed one that has it.
func Drop(ctx context.Context, c *pay.APIClient, id string) error {
	_, err := c.CustomersAPI.DropCustomer(ctx, id).Execute()
	return err
}
