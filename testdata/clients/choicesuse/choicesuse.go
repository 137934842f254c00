// Package choicesuse makes desks with choices.
package choicesuse

import (
	"context"
	"net/http"

	"github.com/auroravet/auroravet/testdata/clients/choices"
)

// Carried reads by a desk that its package reports.
func Carried(ctx context.Context, base string, by http.RoundTripper) (*http.Response, error) {
	return choices.NewDesk(base, choices.Carried(by)).Read(ctx, "1")
}

// Plain does so too.
func Plain(ctx context.Context, base string) (*http.Response, error) {
	return choices.NewDesk(base, choices.Plain()).Read(ctx, "1")
}

// Slow waits for some time.
func Slow(ctx context.Context, base string) (*http.Response, error) {
	return choices.NewDesk(base, choices.Slow()).Read(ctx, "1")
}
