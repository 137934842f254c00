// Package ports has what the core wants from outside.
package ports

import (
	"context"
	"time"
)

// Money is an amount in cents.
type Money struct {
	Cents    int64
	Currency string
}

// RefundCommand asks for a refund. Once names the operation.
type RefundCommand struct {
	Transaction string
	Amount      Money
	Once        string
}

// PaymentGateway moves money.
type PaymentGateway interface {
	Refund(ctx context.Context, cmd RefundCommand) error
	Capture(ctx context.Context, transaction string, amount Money, once string) error
	CloseDay(ctx context.Context, day time.Time) error
	Find(ctx context.Context, transaction string) (string, error)
}

// Contacts keeps people.
type Contacts interface {
	Add(ctx context.Context, name string) error
}

// IDs makes identifiers.
type IDs interface{ NewID() string }
