// Package undo takes back what did not work out, when it is through.
package undo

import (
	"context"
	"errors"
	"net/http"
	"time"

	"github.com/google/uuid"
)

const root = "https://api.flute.com/v2/transactions/"

var hc = &http.Client{Timeout: 10 * time.Second}

func post(ctx context.Context, path, key string) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, root+path, http.NoBody)
	if err != nil {
		return err
	}
	if key != "" {
		req.Header.Set("Idempotency-Key", key)
	}
	resp, err := hc.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func ship(context.Context, string) error { return errors.New("not in stock") }

// Sell takes the money back when nothing is shipped.
func Sell(ctx context.Context, id string) (err error) {
	back := func(path string) error { return post(ctx, path, "") }
	defer func() {
		if err != nil {
			err = errors.Join(err, back(id+"/reversal")) // want `leaves without an idempotency key`
		}
	}()
	if err = post(ctx, id+"/capture", "capture-"+id); err != nil {
		return err
	}
	return ship(ctx, id)
}

// SellKeyed takes it back with a key.
func SellKeyed(ctx context.Context, id string) (err error) {
	key := uuid.NewString()
	back := func(path string) error { return post(ctx, path, key+"-back") }
	defer func() {
		if err != nil {
			err = errors.Join(err, back(id+"/reversal"))
		}
	}()
	if err = post(ctx, id+"/capture", key); err != nil {
		return err
	}
	return ship(ctx, id)
}

// Peek frees the hold at the end in any case.
func Peek(ctx context.Context, id string) error {
	defer post(ctx, id+"/ach-release", "") // want `leaves without an idempotency key`
	return post(ctx, id+"/ach-hold", "hold-"+id)
}

type desk struct{ open map[string]bool }

func (d *desk) release(ctx context.Context, id string) {
	if d.open[id] {
		_ = post(ctx, id+"/ach-release", "release-"+id)
	}
}

// Visit frees it with a key.
func (d *desk) Visit(ctx context.Context, id string) error {
	d.open[id] = true
	defer d.release(ctx, id)
	return post(ctx, id+"/ach-hold", "hold-"+id)
}

// Reader has its client by value.
type Reader struct{ http http.Client }

// NewReader sets nothing.
func NewReader() Reader {
	return Reader{} // want `has no timeout`
}

// Read reads.
func (r *Reader) Read(ctx context.Context) error { return read(ctx, &r.http) }

func read(ctx context.Context, hc *http.Client) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, root+"1", http.NoBody)
	if err != nil {
		return err
	}
	resp, err := hc.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Bounded has its client by value, and is not made when it has no timeout.
type Bounded struct{ http http.Client }

// NewBounded returns nothing of use with an error.
func NewBounded(d time.Duration) (Bounded, error) {
	if d <= 0 {
		return Bounded{}, errors.New("no timeout")
	}
	return Bounded{http: http.Client{Timeout: d}}, nil
}

// Look says with its second result whether there is one.
func Look(all map[string]time.Duration, name string) (Bounded, bool) {
	if d := all[name]; d > 0 {
		return Bounded{http: http.Client{Timeout: d}}, true
	}
	return Bounded{}, false
}

// Read reads.
func (b *Bounded) Read(ctx context.Context) error { return read(ctx, &b.http) }
