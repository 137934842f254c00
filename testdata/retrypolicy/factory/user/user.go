// Package user sends by clients that another package makes.
package user

import (
	"context"

	"github.com/auroravet/auroravet/testdata/retrypolicy/factory"
)

// Paid is reported where the client is made.
func Paid(ctx context.Context) error {
	_, err := factory.Twelve().R().SetContext(ctx).Get("/transactions")
	return err
}

// Often says how often.
func Often(ctx context.Context) error {
	_, err := factory.Told(22).R().SetContext(ctx).Get("/transactions") // want `makes 23 attempts`
	return err
}

// Changed says more.
func Changed(ctx context.Context) error {
	c := factory.Twice()
	c.SetRetryCount(30) // want `makes 31 attempts`
	_, err := c.R().SetContext(ctx).Get("/transactions")
	return err
}
