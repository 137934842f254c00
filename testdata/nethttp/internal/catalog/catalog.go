// Package catalog drives the API from a table of operations.
package catalog

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"strings"
	"time"
)

// Op names an operation.
type Op string

const (
	OpHold    Op = "hold"
	OpRelease Op = "release"
	OpTip     Op = "tip"
	OpReceipt Op = "receipt"
	OpTx      Op = "tx"
)

type spec struct{ method, path string }

// idempotencykey: a fault, rows fix method and path
var table = map[Op]spec{
	OpHold:    {http.MethodPost, "/v2/transactions/{id}/ach-hold"},
	OpRelease: {http.MethodPost, "/v2/transactions/{id}/ach-release"},
	OpTip:     {http.MethodPost, "/v2/transactions/{id}/tip-adjustment"},
	OpReceipt: {http.MethodPost, "/v2/transactions/{id}/share-receipt"},
	OpTx:      {http.MethodGet, "/v2/transactions/{id}"},
}

// Runner runs operations.
type Runner struct {
	auroraURL string
	client    *http.Client
}

// NewRunner returns a runner with the limits of the house.
func NewRunner() *Runner {
	return &Runner{auroraURL: os.Getenv("AURORA_BASE_URL"), client: limited(15)}
}

func limited(seconds int) *http.Client {
	// clienttimeout: fine, seconds times the unit
	return &http.Client{Timeout: time.Duration(seconds) * time.Second}
}

// Exec runs one operation on a transaction.
func (r *Runner) Exec(ctx context.Context, op Op, id string, in any) error {
	// idempotencykey: a fault where the caller picks a mutating row, no key anywhere
	s, ok := table[op]
	if !ok {
		return fmt.Errorf("catalog: no operation %q", op)
	}
	b, err := json.Marshal(in)
	if err != nil {
		return err
	}
	req, err := http.NewRequestWithContext(ctx, s.method, r.auroraURL+strings.ReplaceAll(s.path, "{id}", id), bytes.NewReader(b))
	if err != nil {
		return err
	}
	resp, err := r.client.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Freeze holds a bank payment.
func (r *Runner) Freeze(ctx context.Context, id string) error {
	// idempotencykey: a fault, the caller picks a mutating row
	return r.Exec(ctx, OpHold, id, nil) // want `POST ./v2/transactions/./ach-hold leaves without an idempotency key`
}

// Thaw lets it go.
func (r *Runner) Thaw(ctx context.Context, id string) error {
	// idempotencykey: a fault, the caller picks a mutating row
	return r.Exec(ctx, OpRelease, id, nil) // want `POST ./v2/transactions/./ach-release leaves without an idempotency key`
}

// Show reads it.
func (r *Runner) Show(ctx context.Context, id string) error {
	// idempotencykey: fine, the row is a GET
	return r.Exec(ctx, OpTx, id, nil)
}

// Text sends the receipt.
func (r *Runner) Text(ctx context.Context, id, phone string) error {
	// idempotencykey: fine, receipts have a side effect only
	return r.Exec(ctx, OpReceipt, id, map[string]string{"mobilePhoneNumber": phone})
}

// step is one call of the closing of a day.
type step struct {
	verb, url, key string
}

// Close runs the steps that end a day.
func (r *Runner) Close(ctx context.Context, day string) error {
	// idempotencykey: fine, each row has a key of its day
	steps := []step{
		{http.MethodPost, r.auroraURL + "/v2/settlements/batches/close", "close-" + day},
		{http.MethodPatch, r.auroraURL + "/v2/settings/transaction-autofill", "autofill-" + day},
		{http.MethodGet, r.auroraURL + "/v2/settlements/batches", ""},
	}
	for _, s := range steps {
		req, err := http.NewRequestWithContext(ctx, s.verb, s.url, nil)
		if err != nil {
			return err
		}
		if s.key != "" {
			req.Header.Set("Idempotency-Key", s.key)
		}
		resp, err := r.client.Do(req)
		if err != nil {
			return err
		}
		resp.Body.Close()
	}
	return nil
}

// Reopen runs the steps that start a day.
func (r *Runner) Reopen(ctx context.Context, old string) error {
	// idempotencykey: a fault, rows are writes and nobody sets a key
	for _, s := range []struct{ verb, path string }{
		{http.MethodDelete, "/v2/webhooks/endpoints/" + old},
		{http.MethodPost, "/v2/webhooks/endpoints"},
	} {
		req, err := http.NewRequestWithContext(ctx, s.verb, r.auroraURL+s.path, strings.NewReader(`{"eventTypes":[]}`)) // want `DELETE ./v2/webhooks/endpoints/. leaves without an idempotency key; a repeated request is taken for a new one \(idempotencykey\)`
		if err != nil {
			return err
		}
		resp, err := r.client.Do(req)
		if err != nil {
			return err
		}
		resp.Body.Close()
	}
	return nil
}
