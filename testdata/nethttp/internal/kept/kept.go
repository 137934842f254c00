// Package kept has keys that live in a struct until the payment is through, and options
// that are more or fewer.
package kept

import (
	"context"
	"errors"
	"net/http"
	"strings"
	"time"

	"github.com/google/uuid"
)

const root = "https://api.flute.com/v2"

var hc = &http.Client{Timeout: 20 * time.Second}

func send(ctx context.Context, path, key string) error {
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
	defer resp.Body.Close()
	if resp.StatusCode > 299 {
		return errors.New(resp.Status)
	}
	return nil
}

// Tab is a running bill.
type Tab struct {
	id  string
	key string
}

// Pay keeps the key until the bill is paid.
func (t *Tab) Pay(ctx context.Context) error {
	if t.key == "" {
		t.key = uuid.NewString()
	}
	if err := send(ctx, "/transactions/"+t.id+"/capture", t.key); err != nil {
		return err
	}
	t.key = ""
	return nil
}

// PayMember keeps the key of a member's bill, and has none for others.
func (t *Tab) PayMember(ctx context.Context, member bool) error {
	if t.key == "" && member {
		t.key = uuid.NewString()
	}
	return send(ctx, "/transactions/"+t.id+"/capture", t.key) // want `leaves without an idempotency key on some path`
}

// PayOften pays a bill until it is paid: what has failed has kept its key.
func PayOften(ctx context.Context, id string) (err error) {
	t := Tab{id: id}
	for range 3 {
		if err = t.Pay(ctx); err == nil {
			return nil
		}
		time.Sleep(time.Second)
	}
	return err
}

// PayBusy asks by what the attempt has failed.
func PayBusy(ctx context.Context, id string) (err error) {
	var t Tab
	for range 3 {
		if err = t.Pay(ctx); !errors.Is(err, context.DeadlineExceeded) {
			return err
		}
		time.Sleep(time.Second)
	}
	return err
}

// Hasty forgets its key when it fails.
func (t *Tab) Hasty(ctx context.Context) error {
	if t.key == "" {
		t.key = uuid.NewString()
	}
	if err := send(ctx, "/transactions/"+t.id+"/reversal", t.key); err != nil {
		t.key = ""
		return err
	}
	return nil
}

// HastyOften has another key for each attempt.
func HastyOften(ctx context.Context, id string) (err error) {
	t := Tab{id: id}
	for range 3 {
		err = t.Hasty(ctx) // want `gets another idempotency key for each attempt`
		if err == nil {
			return nil
		}
		time.Sleep(time.Second)
	}
	return err
}

type option func(http.Header)

func key(k string) option   { return func(h http.Header) { h.Set("Idempotency-Key", k) } }
func trace(t string) option { return func(h http.Header) { h.Set("X-Trace", t) } }

func post(ctx context.Context, path, body string, opts ...option) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, root+path, strings.NewReader(body))
	if err != nil {
		return err
	}
	for _, o := range opts {
		o(req.Header)
	}
	resp, err := hc.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Always has the key before what may come after it.
func Always(ctx context.Context, order string, traced bool) error {
	opts := []option{key(order)}
	if traced {
		opts = append(opts, trace(order))
	}
	return post(ctx, "/transactions", "{}", opts...)
}

// Traced has a trace, and a key at times.
func Traced(ctx context.Context, order string, keyed bool) error {
	opts := []option{trace(order)}
	if keyed {
		opts = append(opts, key(order))
	}
	return post(ctx, "/transactions", "{}", opts...) // want `leaves without an idempotency key on some path`
}
