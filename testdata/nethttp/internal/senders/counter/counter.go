// Package counter gives a plain client.
package counter

import (
	"context"
	"net/http"
	"time"

	"github.com/auroravet/auroravet/testdata/nethttp/internal/senders"
)

// Return is reported where the request is made, in the other package.
func Return(ctx context.Context, id string) error {
	return senders.New(&http.Client{Timeout: time.Minute}).Refund(ctx, id)
}
