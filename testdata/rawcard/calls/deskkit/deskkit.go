// Package deskkit makes requests that are sent later.
package deskkit

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"net/http"
)

// Order is a request that is not sent yet.
type Order struct {
	path    string
	header  http.Header
	payload io.Reader
	failed  error
}

// To begins one.
func To(path string) *Order { return &Order{path: path, header: http.Header{}} }

// With adds a header.
func (o *Order) With(name, value string) *Order {
	o.header.Set(name, value)
	return o
}

// Holding sets what it holds.
func (o *Order) Holding(v any) *Order {
	b, err := json.Marshal(v)
	if err != nil {
		o.failed = err
		return o
	}
	o.payload = bytes.NewReader(b)
	return o.With("Content-Type", "application/json")
}

// Note sets what it is called, which is not sent.
func (o *Order) Note(v any) *Order {
	if _, err := json.Marshal(v); err != nil {
		o.failed = err
	}
	return o
}

// Desk sends orders.
type Desk struct {
	base string
	hc   *http.Client
}

// Send sends one.
func (d *Desk) Send(ctx context.Context, o *Order) error {
	if o.failed != nil {
		return o.failed
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, d.base+o.path, o.payload)
	if err != nil {
		return err
	}
	req.Header = o.header
	resp, err := d.hc.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Reader gives what a value is sent as.
func Reader(v any) (io.Reader, error) {
	b, err := json.Marshal(v)
	if err != nil {
		return nil, err
	}
	return bytes.NewReader(b), nil
}

// Buffer gives it as a buffer.
func Buffer(v any) *bytes.Buffer {
	b, _ := json.Marshal(v)
	return bytes.NewBuffer(b)
}

// Type gives a reader of another text.
func Type(v any) io.Reader {
	if _, ok := v.(string); ok {
		return bytes.NewReader([]byte("text"))
	}
	return bytes.NewReader([]byte("json"))
}
