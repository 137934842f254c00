// Package blanks fills in the blanks of paths.
package blanks

import (
	"context"
	"net/http"
	"strings"
	"time"
)

var client = &http.Client{Timeout: 5 * time.Second}

func fill(path string, pairs ...string) string {
	return "https://api.flute.com" + strings.NewReplacer(pairs...).Replace(path)
}

func post(ctx context.Context, url, key string) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, url, nil)
	if err != nil {
		return err
	}
	if key != "" {
		req.Header.Set("Idempotency-Key", key)
	}
	resp, err := client.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Cancel cancels a sale.
func Cancel(ctx context.Context, id string) error {
	return post(ctx, fill("/v2/pos/transactions/{id}/cancel", "{id}", id), "") // want `POST .*/v2/pos/transactions/…/cancel leaves without an idempotency key`
}

// CancelOnce cancels a sale under its name.
func CancelOnce(ctx context.Context, id string) error {
	return post(ctx, fill("/v2/pos/transactions/{id}/cancel", "{id}", id), "cancel-"+id)
}

// Print prints a receipt: nothing changes.
func Print(ctx context.Context, id string) error {
	return post(ctx, fill("/v2/pos/transactions/{id}/print-receipt", "{id}", id), "")
}

// Any fills in what it is given: the path is not known.
func Any(ctx context.Context, path string, pairs ...string) error {
	return post(ctx, fill(path, pairs...), "")
}
