// Package shopfront ships orders and takes their money.
package shopfront

import (
	"context"
	"net/http"
	"time"

	"github.com/auroravet/auroravet/testdata/nethttp/arise"
)

// Warehouse ships.
type Warehouse struct {
	pay *arise.Client
}

// Order is what ships.
type Order struct {
	Number string
	HoldID string
	Total  string
}

// NewWarehouse returns a warehouse.
func NewWarehouse() (*Warehouse, error) {
	// clienttimeout: fine, bounded client handed to the SDK
	c, err := arise.NewClient(&http.Client{Timeout: 30 * time.Second})
	if err != nil {
		return nil, err
	}
	return &Warehouse{pay: c}, nil
}

// NewKiosk returns the warehouse behind the kiosk.
func NewKiosk() (*Warehouse, error) {
	// clienttimeout: a fault, asks the constructor for its own client
	c, err := arise.NewClient(nil)
	if err != nil {
		return nil, err
	}
	return &Warehouse{pay: c}, nil
}

// Shipped takes the money of a whole order.
func (w *Warehouse) Shipped(ctx context.Context, o Order) error {
	// idempotencykey: fine, option with the order's number
	_, err := w.pay.Transactions.Capture(ctx, o.HoldID, o.Total, arise.IdempotencyKey("ship-"+o.Number))
	return err
}

// PartShipped takes part of the money.
func (w *Warehouse) PartShipped(ctx context.Context, o Order, amount string) error {
	// idempotencykey: a fault, wrapper with key option, not given
	_, err := w.pay.Transactions.Capture(ctx, o.HoldID, amount) // want `POST ./pay-api/v1/transactions/capture leaves without an idempotency key; a repeated request is taken for a new one \(idempotencykey\)`
	return err
}

// Gift takes the money of a gift order.
func (w *Warehouse) Gift(ctx context.Context, o Order) error {
	// idempotencykey: a fault, key option given an empty constant
	_, err := w.pay.Transactions.Capture(ctx, o.HoldID, o.Total, arise.Language("en-US"), arise.IdempotencyKey("")) // want `POST ./pay-api/v1/transactions/capture leaves with an empty idempotency key; a repeated request is taken for a new one \(idempotencykey\)`
	return err
}
