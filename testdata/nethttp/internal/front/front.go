// Package front is the storefront's gateway. Keys travel in many ways.
package front

import (
	"context"
	"io"
	"net/http"
	"os"
	"strings"
	"time"

	"github.com/google/uuid"

	"github.com/auroravet/auroravet/testdata/nethttp/internal/idem"
)

// Editor changes a request.
type Editor func(context.Context, *http.Request) error

// Config says how to reach the gateway.
type Config struct {
	AriseURL string
	Timeout  time.Duration
	Editors  []Editor
}

// FromEnv reads the environment.
func FromEnv() Config {
	return Config{AriseURL: os.Getenv("ARISE_URL"), Timeout: 20 * time.Second}
}

// Front is the gateway.
type Front struct {
	cfg  Config
	hc   *http.Client
	send func(ctx context.Context, method, path, body string) error
}

// New returns a front.
func New(cfg Config) *Front {
	// clienttimeout: fine, limit comes from the configuration
	f := &Front{cfg: cfg, hc: &http.Client{Timeout: cfg.Timeout}}
	f.send = f.plain
	return f
}

func (f *Front) plain(ctx context.Context, method, path, body string) error {
	return f.edit(ctx, method, path, body)
}

func (f *Front) edit(ctx context.Context, method, path, body string, more ...Editor) error {
	req, err := http.NewRequestWithContext(ctx, method, f.cfg.AriseURL+path, strings.NewReader(body))
	if err != nil {
		return err
	}
	for _, e := range f.cfg.Editors {
		if err := e(ctx, req); err != nil {
			return err
		}
	}
	for _, e := range more {
		if err := e(ctx, req); err != nil {
			return err
		}
	}
	resp, err := f.hc.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Key is an editor with a key.
func Key(k string) Editor {
	return func(_ context.Context, r *http.Request) error {
		r.Header.Set("Idempotency-Key", k)
		return nil
	}
}

// Tenant is an editor with the tenant.
func Tenant(t string) Editor {
	return func(_ context.Context, r *http.Request) error {
		r.Header.Set("X-Tenant", t)
		return nil
	}
}

// Void gives a hold back.
func (f *Front) Void(ctx context.Context, order, tx string) error {
	// idempotencykey: fine, editor of this call sets the key
	return f.edit(ctx, http.MethodPost, "/pay-api/v1/transactions/void", `{"transactionId":"`+tx+`"}`, Tenant("eu"), Key("void-"+order))
}

// Capture takes the money.
func (f *Front) Capture(ctx context.Context, tx string) error {
	// idempotencykey: a fault, editor sets the tenant only
	return f.edit(ctx, http.MethodPost, "/pay-api/v1/transactions/capture", `{"transactionId":"`+tx+`"}`, Tenant("eu")) // want `POST ./pay-api/v1/transactions/capture leaves without an idempotency key on some path; a repeated request is taken for a new one \(idempotencykey\)`
}

// Field sends through the function field.
func (f *Front) Field(ctx context.Context, id string) error {
	// idempotencykey: a fault, function field is the plain sender
	return f.send(ctx, http.MethodDelete, "/pay-api/v1/customers/"+id, "") // want `DELETE ./pay-api/v1/customers/. leaves without an idempotency key; a repeated request is taken for a new one \(idempotencykey\)`
}

// Value sends through a method value.
func (f *Front) Value(ctx context.Context, id string) error {
	// idempotencykey: a fault, method value called without editors
	edit := f.edit
	return edit(ctx, http.MethodPut, "/sub-api/v1/subscriptions/"+id+"/terminate", "") // want `PUT ./sub-api/v1/subscriptions/./terminate leaves without an idempotency key on some path; a repeated request is taken for a new one \(idempotencykey\)`
}

// ValueKeyed sends through a method value too.
func (f *Front) ValueKeyed(ctx context.Context, id string) error {
	// idempotencykey: fine, method value called with a key editor
	edit := f.edit
	return edit(ctx, http.MethodPut, "/sub-api/v1/subscriptions/"+id+"/terminate", "", Key("terminate-"+id))
}

// Closure sends through a local function.
func (f *Front) Closure(ctx context.Context, id string) error {
	// idempotencykey: a fault, local function sets no key for the write
	call := func(method, path string) error {
		req, err := http.NewRequestWithContext(ctx, method, f.cfg.AriseURL+path, nil)
		if err != nil {
			return err
		}
		resp, err := f.hc.Do(req)
		if err != nil {
			return err
		}
		return resp.Body.Close()
	}
	if err := call(http.MethodGet, "/pay-api/v1/devices/"+id); err != nil {
		return err
	}
	return call(http.MethodPost, "/pay-api/v1/devices/"+id+"/tap-to-pay/activate") // want `POST ./pay-api/v1/devices/./tap-to-pay/activate leaves without an idempotency key; a repeated request is taken for a new one \(idempotencykey\)`
}

// ClosureKeyed sends through a local function that keys.
func (f *Front) ClosureKeyed(ctx context.Context, id string) error {
	// idempotencykey: fine, local function captures the key
	key := uuid.NewString()
	call := func(method, path string) error {
		req, err := http.NewRequestWithContext(ctx, method, f.cfg.AriseURL+path, nil)
		if err != nil {
			return err
		}
		if method != http.MethodGet {
			req.Header.Set("Idempotency-Key", key)
		}
		resp, err := f.hc.Do(req)
		if err != nil {
			return err
		}
		return resp.Body.Close()
	}
	if err := call(http.MethodGet, "/pay-api/v1/devices/"+id); err != nil {
		return err
	}
	return call(http.MethodPost, "/pay-api/v1/devices/"+id+"/tap-to-pay/activate")
}

func (f *Front) fromContext(ctx context.Context, method, path string, body io.Reader) error {
	// idempotencykey: fine, key comes in the context
	req, err := http.NewRequestWithContext(ctx, method, f.cfg.AriseURL+path, body)
	if err != nil {
		return err
	}
	if k, ok := idem.From(ctx); ok {
		req.Header.Set("Idempotency-Key", k)
	}
	resp, err := f.hc.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Book places a hold under a key of the context.
func (f *Front) Book(ctx context.Context, booking string, body io.Reader) error {
	// idempotencykey: fine, context value given right here
	ctx = idem.With(ctx, "booking-"+booking)
	return f.fromContext(ctx, http.MethodPost, "/pay-api/v1/transactions/auth", body)
}

// Nightly closes the batch without anybody's key.
func (f *Front) Nightly(body io.Reader) error {
	// idempotencykey: a fault, background context carries no key
	return f.fromContext(context.Background(), http.MethodPost, "/pay-api/v1/transactions/settle", body) // want `POST ./pay-api/v1/transactions/settle leaves without an idempotency key; a repeated request is taken for a new one \(idempotencykey\)`
}

// NewKeyed returns a front whose editors key every write.
func NewKeyed() *Keyed {
	cfg := FromEnv()
	cfg.Editors = append(cfg.Editors, func(_ context.Context, r *http.Request) error {
		if r.Method != http.MethodGet {
			r.Header.Set("Idempotency-Key", uuid.NewString())
		}
		return nil
	})
	return &Keyed{front: New(cfg)}
}

// Keyed is a front that keys by itself.
type Keyed struct{ front *Front }

// Drop deletes a device's customer.
func (k *Keyed) Drop(ctx context.Context, id string) error {
	// idempotencykey: fine, configured editor keys every write
	return k.front.edit(ctx, http.MethodDelete, "/pay-api/v1/customers/"+id, "")
}

// Params are the knobs of one call.
type Params struct {
	IdempotencyKey string
	Account        string
}

func (p *Params) apply(h http.Header) {
	if p == nil {
		return
	}
	if p.Account != "" {
		h.Set("X-Account", p.Account)
	}
	if p.IdempotencyKey != "" {
		h.Set("Idempotency-Key", p.IdempotencyKey)
	}
}

func (f *Front) with(ctx context.Context, method, path string, p *Params) error {
	req, err := http.NewRequestWithContext(ctx, method, f.cfg.AriseURL+path, nil)
	if err != nil {
		return err
	}
	p.apply(req.Header)
	resp, err := f.hc.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Wipe deletes a stored method.
func (f *Front) Wipe(ctx context.Context, customer, method, ticket string) error {
	// idempotencykey: fine, parameters carry the ticket as key
	return f.with(ctx, http.MethodDelete, "/pay-api/v1/customers/"+customer+"/payment-methods/"+method, &Params{IdempotencyKey: ticket})
}

// WipeFor deletes a stored method for an account.
func (f *Front) WipeFor(ctx context.Context, customer, method, account string) error {
	// idempotencykey: a fault, parameters carry the account only
	return f.with(ctx, http.MethodDelete, "/pay-api/v1/customers/"+customer+"/payment-methods/"+method, &Params{Account: account}) // want `DELETE ./pay-api/v1/customers/./payment-methods/. leaves without an idempotency key; a repeated request is taken for a new one \(idempotencykey\)`
}

// Purge deletes a customer.
func (f *Front) Purge(ctx context.Context, customer string) error {
	// idempotencykey: a fault, parameters are nil
	return f.with(ctx, http.MethodDelete, "/pay-api/v1/customers/"+customer, nil) // want `DELETE ./pay-api/v1/customers/. leaves without an idempotency key; a repeated request is taken for a new one \(idempotencykey\)`
}

func (f *Front) headers(ctx context.Context, method, path string, hdr map[string]string) error {
	req, err := http.NewRequestWithContext(ctx, method, f.cfg.AriseURL+path, nil)
	if err != nil {
		return err
	}
	for k, v := range hdr {
		req.Header.Set(k, v)
	}
	resp, err := f.hc.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Cancel stops a terminal sale.
func (f *Front) Cancel(ctx context.Context, ticket, id string) error {
	// idempotencykey: fine, header map has the key
	return f.headers(ctx, http.MethodPost, "/pos-api/v1/pos-transactions/"+id+"/cancel", map[string]string{
		"Accept":          "application/json",
		"Idempotency-Key": "cancel/" + ticket,
	})
}

// Halt stops a terminal sale from the back office.
func (f *Front) Halt(ctx context.Context, id string) error {
	// idempotencykey: a fault, header map lacks the key
	return f.headers(ctx, http.MethodPost, "/pos-api/v1/pos-transactions/"+id+"/cancel", map[string]string{ // want `POST ./pos-api/v1/pos-transactions/./cancel leaves without an idempotency key; a repeated request is taken for a new one \(idempotencykey\)`
		"Accept":       "application/json",
		"X-Request-Id": id,
	})
}
