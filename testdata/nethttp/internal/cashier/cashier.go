// Package cashier works the till.
package cashier

import (
	"context"

	"github.com/auroravet/auroravet/testdata/nethttp/internal/assemble"
	"github.com/auroravet/auroravet/testdata/nethttp/internal/dispatch"
	"github.com/auroravet/auroravet/testdata/nethttp/internal/stamp"
)

const agent = "till/3"

// Payout pays out.
func Payout(ctx context.Context, run, method, amount string) error {
	// idempotencykey: fine, made, stamped and sent in three packages
	r, err := assemble.Credit(ctx, method, amount)
	if err != nil {
		return err
	}
	return dispatch.Send(stamp.Agent(stamp.Idem(r, run), agent))
}

// Capture takes the money of a hold.
func Capture(ctx context.Context, id, amount string) error {
	// idempotencykey: a fault, only the agent is stamped
	r, err := assemble.Capture(ctx, id, amount) // want `POST ./v2/transactions/./capture leaves without an idempotency key; a repeated request is taken for a new one \(idempotencykey\)`
	if err != nil {
		return err
	}
	return dispatch.Send(stamp.Agent(r, agent))
}

// Tip adjusts the tip of a ticket.
func Tip(ctx context.Context, ticket, id, tip string) error {
	// idempotencykey: fine, ticket and tip are the key
	r, err := assemble.Tip(ctx, id, tip)
	if err != nil {
		return err
	}
	stamp.All(r, agent, ticket+"/"+tip)
	return dispatch.Send(r)
}

// LateTip adjusts a tip after closing.
func LateTip(ctx context.Context, id, tip string) error {
	// idempotencykey: a fault, stamped with an empty key
	r, err := assemble.Tip(ctx, id, tip) // want `POST ./v2/transactions/./tip-adjustment leaves without an idempotency key; a repeated request is taken for a new one \(idempotencykey\)`
	if err != nil {
		return err
	}
	stamp.All(r, agent, "")
	return dispatch.Send(r)
}

// Text sends a receipt.
func Text(ctx context.Context, id, phone string) error {
	r, err := assemble.Receipt(ctx, id, phone)
	if err != nil {
		return err
	}
	return dispatch.Send(r)
}
