// Package lists puts the options of calls together from several lists and kinds.
package lists

import (
	"context"
	"net/http"
	"slices"
	"time"
)

const root = "https://api.flute.com/v2/"

type option interface{ set(http.Header) }

type key string

func (k key) set(h http.Header) { h.Set("Idempotency-Key", string(k)) }

type trace string

func (t trace) set(h http.Header) { h.Set("X-Trace", string(t)) }

var client = &http.Client{Timeout: 5 * time.Second}

func call(ctx context.Context, method, path string, opts []option) error {
	req, err := http.NewRequestWithContext(ctx, method, root+path, nil)
	if err != nil {
		return err
	}
	for _, o := range opts {
		o.set(req.Header)
	}
	resp, err := client.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func with(ctx context.Context, method, path string, opts ...option) error {
	return call(ctx, method, path, slices.Clone(opts))
}

// Capture names the order.
func Capture(ctx context.Context, order, id string) error {
	return with(ctx, http.MethodPost, "transactions/"+id+"/capture", trace(order), key(order))
}

// CaptureTraced gives an option that is no key.
func CaptureTraced(ctx context.Context, order, id string) error {
	return with(ctx, http.MethodPost, "transactions/"+id+"/capture", trace(order)) // want `POST .*/capture leaves without an idempotency key`
}

// CapturePrefixed makes the key of a text and the order.
func CapturePrefixed(ctx context.Context, order, id string) error {
	return with(ctx, http.MethodPost, "transactions/"+id+"/capture", key("capture-"+order))
}

// CapturePlain gives no option at all.
func CapturePlain(ctx context.Context, id string) error {
	return with(ctx, http.MethodPost, "transactions/"+id+"/capture") // want `POST .*/capture leaves without an idempotency key`
}

// Drop puts a key before what it is given.
func Drop(ctx context.Context, id string, more ...option) error {
	return call(ctx, http.MethodDelete, "customers/"+id, slices.Insert(more, 0, option(key("drop-"+id))))
}

// DropBoth joins a list with a key to another one.
func DropBoth(ctx context.Context, id string) error {
	return call(ctx, http.MethodDelete, "customers/"+id, slices.Concat([]option{trace("drop")}, []option{key("drop-" + id)}))
}

// DropTraced joins two lists without a key.
func DropTraced(ctx context.Context, id string) error {
	return call(ctx, http.MethodDelete, "customers/"+id, slices.Concat([]option{trace("a")}, []option{trace("b")})) // want `DELETE .*/v2/customers/… leaves without an idempotency key`
}
