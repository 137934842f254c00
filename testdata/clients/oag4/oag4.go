// Package oag4 calls a client in the shape that older generators gave it: optional parameters
// are a struct of optional values, or a map.
package oag4

import (
	"context"
	"net/http"
	"time"

	"github.com/antihax/optional"
	"github.com/google/uuid"

	"github.com/auroravet/auroravet/testdata/clients/oag4/till"
)

// Clerk holds amounts.
type Clerk struct{ api *till.APIClient }

// NewClerk makes a client with a timeout.
func NewClerk() *Clerk {
	cfg := till.NewConfiguration()
	cfg.HTTPClient = &http.Client{Timeout: 20 * time.Second}
	return &Clerk{api: till.NewAPIClient(cfg)}
}

// NewTrainee takes what the generator gives.
func NewTrainee() *Clerk {
	return &Clerk{api: till.NewAPIClient(till.NewConfiguration())} // want `http.DefaultClient that sends POST https://api.flute.com/pay-api/v1/transactions/auth has no timeout`
}

func hold(method string) optional.Interface {
	return optional.NewInterface(till.Hold{Amount: 5, Method: method})
}

// Place has a key.
func (c *Clerk) Place(ctx context.Context, order, method string) error {
	_, err := c.api.HoldsApi.PlaceHold(ctx, &till.PlaceHoldOpts{
		IdempotencyKey: optional.NewString("order-" + order),
		Hold:           hold(method),
	})
	return err
}

// PlaceLater gets one.
func (c *Clerk) PlaceLater(ctx context.Context, order, method string) error {
	opts := &till.PlaceHoldOpts{Hold: hold(method)}
	opts.IdempotencyKey = optional.NewString("order-" + order)
	_, err := c.api.HoldsApi.PlaceHold(ctx, opts)
	return err
}

// PlaceBare has none.
func (c *Clerk) PlaceBare(ctx context.Context, method string) error {
	_, err := c.api.HoldsApi.PlaceHold(ctx, &till.PlaceHoldOpts{Hold: hold(method)}) // want `POST https://api.flute.com/pay-api/v1/transactions/auth leaves without an idempotency key;`
	return err
}

// PlaceNone has no options at all.
func (c *Clerk) PlaceNone(ctx context.Context) error {
	_, err := c.api.HoldsApi.PlaceHold(ctx, nil) // want `POST https://api.flute.com/pay-api/v1/transactions/auth leaves without an idempotency key;`
	return err
}

// PlaceUnset says that it has none.
func (c *Clerk) PlaceUnset(ctx context.Context, method string) error {
	_, err := c.api.HoldsApi.PlaceHold(ctx, &till.PlaceHoldOpts{IdempotencyKey: optional.EmptyString(), Hold: hold(method)}) // want `POST https://api.flute.com/pay-api/v1/transactions/auth leaves without an idempotency key;`
	return err
}

// PlaceBlank has an empty one.
func (c *Clerk) PlaceBlank(ctx context.Context, method string) error {
	_, err := c.api.HoldsApi.PlaceHold(ctx, &till.PlaceHoldOpts{IdempotencyKey: optional.NewString(""), Hold: hold(method)}) // want `POST https://api.flute.com/pay-api/v1/transactions/auth leaves with an empty idempotency key`
	return err
}

// PlaceMaybe has one where there is an order.
func (c *Clerk) PlaceMaybe(ctx context.Context, order, method string) error {
	opts := &till.PlaceHoldOpts{Hold: hold(method)}
	if order != "" {
		opts.IdempotencyKey = optional.NewString("order-" + order)
	}
	_, err := c.api.HoldsApi.PlaceHold(ctx, opts) // want `POST https://api.flute.com/pay-api/v1/transactions/auth leaves without an idempotency key on some path`
	return err
}

// PlaceGiven passes on what it is given.
func (c *Clerk) PlaceGiven(ctx context.Context, opts *till.PlaceHoldOpts) error {
	_, err := c.api.HoldsApi.PlaceHold(ctx, opts)
	return err
}

// PlaceAgain has another one for each attempt.
func (c *Clerk) PlaceAgain(ctx context.Context, method string) error {
	var err error
	for range 3 {
		opts := &till.PlaceHoldOpts{IdempotencyKey: optional.NewString(uuid.NewString()), Hold: hold(method)}
		if _, err = c.api.HoldsApi.PlaceHold(ctx, opts); err == nil { // want `POST https://api.flute.com/pay-api/v1/transactions/auth gets another idempotency key for each attempt`
			break
		}
	}
	return err
}

// Drop has a key in its map.
func (c *Clerk) Drop(ctx context.Context, ticket, id string) error {
	_, err := c.api.HoldsApi.DropHold(ctx, id, map[string]interface{}{"idempotencyKey": "drop-" + ticket})
	return err
}

// DropBare has none there.
func (c *Clerk) DropBare(ctx context.Context, id string) error {
	_, err := c.api.HoldsApi.DropHold(ctx, id, map[string]interface{}{}) // want `DELETE https://api.flute.com/v2/customers/… leaves without an idempotency key;`
	return err
}

// DropNone has no map.
func (c *Clerk) DropNone(ctx context.Context, id string) error {
	_, err := c.api.HoldsApi.DropHold(ctx, id, nil) // want `DELETE https://api.flute.com/v2/customers/… leaves without an idempotency key;`
	return err
}

// Move has a key.
func (c *Clerk) Move(ctx context.Context, ticket, id string) error {
	_, err := c.api.HoldsApi.MoveHold(ctx, id, "move-"+ticket)
	return err
}

// MoveBlank has an empty one.
func (c *Clerk) MoveBlank(ctx context.Context, id string) error {
	_, err := c.api.HoldsApi.MoveHold(ctx, id, "") // want `PUT https://api.flute.com/v2/customers/… leaves with an empty idempotency key`
	return err
}
