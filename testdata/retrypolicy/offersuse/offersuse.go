// Package offersuse gives the options.
package offersuse

import (
	"context"
	"net/http"

	"github.com/auroravet/auroravet/testdata/retrypolicy/offers"
)

// Night gives one that its package reports.
func Night(ctx context.Context, base string) (*http.Response, error) {
	return offers.New(base, offers.ForNight()).Read(ctx, "1")
}

// Day gives another.
func Day(ctx context.Context, base string) (*http.Response, error) {
	return offers.New(base, offers.ForDay()).Read(ctx, "1")
}
