// Package usecase has what the shop does with payments.
package usecase

import (
	"context"
	"fmt"
	"time"

	"github.com/auroravet/auroravet/testdata/services/internal/core/ports"
)

// RefundOrder gives the money of an order back.
type RefundOrder struct {
	Gateway ports.PaymentGateway
}

// RefundInput is the input of RefundOrder.
type RefundInput struct {
	Order, Transaction string
	Amount             ports.Money
}

// Execute runs the use case.
func (u *RefundOrder) Execute(ctx context.Context, in RefundInput) error {
	// idempotencykey: fine, command carries order and amount
	return u.Gateway.Refund(ctx, ports.RefundCommand{
		Transaction: in.Transaction,
		Amount:      in.Amount,
		Once:        fmt.Sprintf("refund:%s:%d", in.Order, in.Amount.Cents),
	})
}

// Goodwill gives something back for the trouble.
type Goodwill struct{ gateway ports.PaymentGateway }

// NewGoodwill returns the use case.
func NewGoodwill(g ports.PaymentGateway) *Goodwill { return &Goodwill{gateway: g} }

// Execute runs the use case.
func (u *Goodwill) Execute(ctx context.Context, transaction string, cents int64) error {
	// idempotencykey: a fault, command over the port without its key
	return u.gateway.Refund(ctx, ports.RefundCommand{Transaction: transaction, Amount: ports.Money{Cents: cents}}) // want `return leaves without an idempotency key`
}

// Ship takes the money when the parcel leaves.
type Ship struct {
	gateway ports.PaymentGateway
	ids     ports.IDs
}

// NewShip returns the use case.
func NewShip(g ports.PaymentGateway, ids ports.IDs) *Ship { return &Ship{gateway: g, ids: ids} }

// Execute runs the use case.
func (u *Ship) Execute(ctx context.Context, transaction string, amount ports.Money) error {
	// idempotencykey: fine, fresh id before the attempts
	once := u.ids.NewID()
	var err error
	for n := range 3 {
		if err = u.gateway.Capture(ctx, transaction, amount, once); err == nil {
			break
		}
		time.Sleep(time.Second << n)
	}
	return err
}

// ShipPart takes a part of the money.
func (u *Ship) ShipPart(ctx context.Context, transaction string, amount ports.Money) error {
	var err error
	for n := range 3 {
		if err = u.gateway.Capture(ctx, transaction, amount, u.ids.NewID()); err == nil { // want `capture gets another idempotency key for each attempt`
			break
		}
		time.Sleep(time.Second << n)
	}
	return err
}

const sample = "sample"

// ShipSample takes the money of a sample.
func (u *Ship) ShipSample(ctx context.Context, transaction string) error {
	return u.gateway.Capture(ctx, transaction, ports.Money{Cents: 100}, sample) // want `capture has the same idempotency key for every request`
}
