// Package clerk does the paperwork. Every method builds its address in another way.
package clerk

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"path"
	"strings"
	"time"
)

const (
	scheme = "https"
	zone   = "flute.com"
)

// Clerk works for one merchant.
type Clerk struct {
	origin *url.URL
	prefix string
	hc     *http.Client
}

// New returns a clerk.
func New() (*Clerk, error) {
	u, err := url.Parse(scheme + "://api." + zone)
	if err != nil {
		return nil, err
	}
	return &Clerk{origin: u, prefix: "/v2", hc: bounded()}, nil
}

func bounded() *http.Client {
	// clienttimeout: fine, new client, limit set on the next line
	hc := new(http.Client)
	hc.Timeout = 8 * time.Second
	return hc
}

func (k *Clerk) do(req *http.Request, err error) error {
	if err != nil {
		return err
	}
	resp, err := k.hc.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if _, err := io.Copy(io.Discard, resp.Body); err != nil {
		return err
	}
	if resp.StatusCode/100 != 2 {
		return errors.New("clerk: " + resp.Status)
	}
	return nil
}

// Archive deletes a customer.
func (k *Clerk) Archive(ctx context.Context, id string) error {
	// idempotencykey: a fault, JoinPath address, request straight into do
	u := k.origin.JoinPath(k.prefix, "customers", id)
	return k.do(http.NewRequestWithContext(ctx, http.MethodDelete, u.String(), nil)) // want `DELETE https://api\.flute\.com/v2/customers/. leaves without an idempotency key; a repeated request is taken for a new one \(idempotencykey\)`
}

// Welcome creates a customer.
func (k *Clerk) Welcome(ctx context.Context, form, body string) error {
	// idempotencykey: fine, JoinPath address, form number as key
	u := k.origin.JoinPath(k.prefix, "customers")
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, u.String(), strings.NewReader(body))
	if err != nil {
		return err
	}
	req.Header.Set("IDEMPOTENCY-KEY", "form-"+form)
	return k.do(req, nil)
}

// Issue makes an API key.
func (k *Clerk) Issue(ctx context.Context) error {
	// idempotencykey: a fault, url.URL by value, path.Join
	u := *k.origin
	u.Path = path.Join(k.prefix, "api-keys")
	return k.do(http.NewRequestWithContext(ctx, http.MethodPost, u.String(), strings.NewReader("{}"))) // want `POST https://api\.flute\.com/v2/api-keys leaves without an idempotency key; a repeated request is taken for a new one \(idempotencykey\)`
}

// Revoke deletes an API key.
func (k *Clerk) Revoke(ctx context.Context, id, ticket string) error {
	// idempotencykey: fine, http.Request literal with the header in it
	u := *k.origin
	u.Path = path.Join(k.prefix, "api-keys", id)
	req := &http.Request{
		Method: http.MethodDelete,
		URL:    &u,
		Host:   u.Host,
		Header: http.Header{"Idempotency-Key": []string{ticket}},
	}
	return k.do(req.WithContext(ctx), nil)
}

// Autofill changes a setting.
func (k *Clerk) Autofill(ctx context.Context, on bool) error {
	// idempotencykey: a fault, http.Request literal, header map without key
	ref, err := k.origin.Parse("/v2/settings/transaction-autofill")
	if err != nil {
		return err
	}
	req := http.Request{Method: "PATCH", URL: ref, Header: make(http.Header)} // want `PATCH https://api\.flute\.com/v2/settings/transaction-autofill leaves without an idempotency key; a repeated request is taken for a new one \(idempotencykey\)`
	req.Header.Set("Content-Type", "application/json")
	req.Body = io.NopCloser(strings.NewReader(fmt.Sprintf(`{"isEnabled":%t}`, on)))
	return k.do(req.WithContext(ctx), nil)
}

// Close closes the batch.
func (k *Clerk) Close(ctx context.Context, day string) error {
	// idempotencykey: fine, literal request, header assigned afterwards
	ref := k.origin.ResolveReference(&url.URL{Path: "/v2/settlements/batches/close"})
	req := &http.Request{Method: "POST", URL: ref}
	req.Header = http.Header{}
	req.Header["X-Idempotency-Key"] = []string{"batch-" + day}
	return k.do(req.WithContext(ctx), nil)
}

// Share registers a callback.
func (k *Clerk) Share(ctx context.Context, callback string) error {
	// idempotencykey: a fault, ResolveReference address, no key
	ref := k.origin.ResolveReference(&url.URL{Path: "/v2/webhooks/endpoints"})
	req, err := http.NewRequest(http.MethodPost, ref.String(), strings.NewReader(fmt.Sprintf(`{"endpointUrl":%q}`, callback))) // want `POST https://api\.flute\.com/v2/webhooks/endpoints leaves without an idempotency key; a repeated request is taken for a new one \(idempotencykey\)`
	if err != nil {
		return err
	}
	req.Header.Set("X-Request-ID", callback)
	return k.do(req.WithContext(ctx), nil)
}

// Retry asks for one more delivery.
func (k *Clerk) Retry(ctx context.Context, log string) error {
	// idempotencykey: fine, delivery retry is a side effect only
	var b strings.Builder
	b.WriteString(k.origin.String())
	b.WriteString("/v2/webhooks/delivery-logs/")
	b.WriteString(url.PathEscape(log))
	b.WriteString("/retry")
	return k.do(http.NewRequestWithContext(ctx, http.MethodPost, b.String(), nil))
}

// Move changes a callback.
func (k *Clerk) Move(ctx context.Context, id, callback string) error {
	// idempotencykey: a fault, Builder address, PATCH without key
	var b strings.Builder
	b.WriteString(k.origin.String())
	b.WriteString("/v2/webhooks/endpoints/")
	b.WriteString(url.PathEscape(id))
	return k.do(http.NewRequestWithContext(ctx, http.MethodPatch, b.String(), strings.NewReader(`{"endpointUrl":"`+callback+`"}`))) // want `PATCH https://api\.flute\.com/v2/webhooks/endpoints/. leaves without an idempotency key; a repeated request is taken for a new one \(idempotencykey\)`
}

// Tap activates a phone on the older host.
func (k *Clerk) Tap(ctx context.Context, device string) error {
	// idempotencykey: a fault, Sprintf host and path from constants
	u := fmt.Sprintf("%s://api.%s.risewithaurora.com/pay-api/v1/devices/%s/tap-to-pay/activate", scheme, "arise", device)
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, u, nil) // want `POST https://api\.arise\.risewithaurora\.com/pay-api/v1/devices/./tap-to-pay/activate leaves without an idempotency key; a repeated request is taken for a new one \(idempotencykey\)`
	if err != nil {
		return err
	}
	return k.do(req, nil)
}

// JWT asks for the token of the phone.
func (k *Clerk) JWT(ctx context.Context) error {
	// idempotencykey: fine, Tap to Pay token is authentication
	u := fmt.Sprintf("%s://api.%s.risewithaurora.com/pay-api/v1/devices/tap-to-pay/jwt", scheme, "arise")
	return k.do(http.NewRequestWithContext(ctx, http.MethodPost, u, nil))
}

// Fetch gets whatever the method says.
func (k *Clerk) Fetch(ctx context.Context, method, id string) error {
	// idempotencykey: fine, method is not known here and nobody calls
	return k.do(http.NewRequestWithContext(ctx, method, k.origin.JoinPath("v2", "transactions", id).String(), nil))
}

// Login gets a token.
func (k *Clerk) Login(ctx context.Context, id, secret string) error {
	// idempotencykey: fine, token endpoint takes no key
	form := url.Values{"grant_type": {"client_credentials"}, "client_id": {id}, "client_secret": {secret}}
	req, err := http.NewRequestWithContext(ctx, "POST", "https://oauth.api.flute.com/oauth2/token", strings.NewReader(form.Encode()))
	if err != nil {
		return err
	}
	req.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	return k.do(req, nil)
}

// Upsert stores a customer under the method that fits.
func (k *Clerk) Upsert(ctx context.Context, id, body string) error {
	// idempotencykey: a fault, method variable is POST or PATCH, both writes
	method, u := http.MethodPost, k.origin.JoinPath("v2", "customers")
	if id != "" {
		method, u = http.MethodPatch, u.JoinPath(id)
	}
	req, err := http.NewRequestWithContext(ctx, method, u.String(), strings.NewReader(body)) // want `POST https://api\.flute\.com/v2/customers leaves without an idempotency key; a repeated request is taken for a new one \(idempotencykey\)`
	if err != nil {
		return err
	}
	return k.do(req, nil)
}

// Sync reads or stores the setting.
func (k *Clerk) Sync(ctx context.Context, change, body string) error {
	// idempotencykey: fine, key set on the branch that writes
	method := http.MethodGet
	var in io.Reader
	if body != "" {
		method, in = http.MethodPatch, strings.NewReader(body)
	}
	req, err := http.NewRequestWithContext(ctx, method, k.origin.JoinPath("v2/settings/transaction-autofill").String(), in)
	if err != nil {
		return err
	}
	if method != http.MethodGet {
		req.Header.Set("Idempotency-Key", change)
	}
	return k.do(req, nil)
}
