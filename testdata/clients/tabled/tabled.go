// Package tabled describes the operations in a table; the address is the business of who makes the client.
package tabled

import (
	"bytes"
	"context"
	"encoding/json"
	"net/http"
	"strings"
	"time"
)

type operation struct{ method, path string }

var table = struct{ Create, Capture, Get operation }{
	Create:  operation{http.MethodPost, "/v2/transactions"},
	Capture: operation{http.MethodPost, "/v2/transactions/{id}/capture"},
	Get:     operation{http.MethodGet, "/v2/transactions/{id}"},
}

func (o operation) of(id string) operation {
	o.path = strings.Replace(o.path, "{id}", id, 1)
	return o
}

// FluteAPI is one gateway.
type FluteAPI struct {
	*http.Client
	base string
}

// Dial connects to a gateway.
func Dial(base string) *FluteAPI {
	return &FluteAPI{Client: &http.Client{Timeout: 20 * time.Second}, base: base}
}

func call[In, Out any](ctx context.Context, api *FluteAPI, op operation, key string, in In) (out Out, err error) {
	b, err := json.Marshal(in)
	if err != nil {
		return out, err
	}
	req, err := http.NewRequestWithContext(ctx, op.method, api.base+op.path, bytes.NewReader(b))
	if err != nil {
		return out, err
	}
	if key != "" {
		req.Header.Set("Idempotency-Key", key)
	}
	resp, err := api.Do(req)
	if err != nil {
		return out, err
	}
	defer resp.Body.Close()
	return out, json.NewDecoder(resp.Body).Decode(&out)
}

type part struct {
	Amount float64 `json:"captureAmount"`
}

// Take has no key.
func Take(ctx context.Context, api *FluteAPI, id string, amount float64) (map[string]any, error) {
	return call[part, map[string]any](ctx, api, table.Capture.of(id), "", part{amount}) // want `leaves without an idempotency key`
}

// TakeOnce has one.
func TakeOnce(ctx context.Context, api *FluteAPI, id, slip string, amount float64) (map[string]any, error) {
	return call[part, map[string]any](ctx, api, table.Capture.of(id), "slip-"+slip, part{amount})
}

// Look reads.
func Look(ctx context.Context, api *FluteAPI, id string) (map[string]any, error) {
	return call[*struct{}, map[string]any](ctx, api, table.Get.of(id), "", nil)
}
