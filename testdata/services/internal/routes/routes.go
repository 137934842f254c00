// Package routes finds the addresses of the calls in many ways.
package routes

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"os"
	"strings"
	"time"

	"github.com/auroravet/auroravet/testdata/services/internal/envx"
)

// Endpoints are the paths of one release.
type Endpoints struct {
	Sale, Void, Lookup string
	Members            struct{ Base, One string }
}

var current = Endpoints{
	Sale:   "/pay-api/v1/transactions/sale",
	Void:   "/pay-api/v1/transactions/void",
	Lookup: "/pay-api/v1/transactions/%s",
	Members: struct{ Base, One string }{
		Base: "/pay-api/v1/customers",
		One:  "/pay-api/v1/customers/{id}/payment-methods/{pm}",
	},
}

// File is the part of the configuration file that names the gateway.
type File struct {
	Listen  string `json:"listen"`
	Gateway struct {
		URL string `json:"aurora_base_url"`
	} `json:"gateway"`
	Mail struct {
		URL string `json:"mail_url"`
	} `json:"mail"`
}

// Router sends to addresses.
type Router struct {
	ep     Endpoints
	file   File
	client *http.Client
	origin string
}

// New returns a router.
func New(f File) *Router {
	// clienttimeout: fine, limit in the literal
	return &Router{ep: current, file: f, client: &http.Client{Timeout: 10 * time.Second}, origin: strings.TrimRight(envx.Must("ARISE_API_ORIGIN"), "/")}
}

func (r *Router) dispatch(q *http.Request) error {
	resp, err := r.client.Do(q)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode/100 != 2 {
		return errors.New(resp.Status)
	}
	return nil
}

// Void gives a hold back.
func (r *Router) Void(ctx context.Context, body string) error {
	// idempotencykey: a fault, path from a struct of strings
	q, err := http.NewRequestWithContext(ctx, http.MethodPost, r.origin+r.ep.Void, strings.NewReader(body)) // want `POST ./pay-api/v1/transactions/void leaves without an idempotency key; a repeated request is taken for a new one \(idempotencykey\)`
	if err != nil {
		return err
	}
	return r.dispatch(q)
}

// Look reads a payment.
func (r *Router) Look(ctx context.Context, id string) error {
	// idempotencykey: fine, a read through the same struct
	q, err := http.NewRequestWithContext(ctx, http.MethodGet, r.origin+fmt.Sprintf(r.ep.Lookup, id), nil)
	if err != nil {
		return err
	}
	return r.dispatch(q)
}

// DropMethod removes a stored method.
func (r *Router) DropMethod(ctx context.Context, customer, pm string) error {
	// idempotencykey: a fault, template filled by a replacer
	path := strings.NewReplacer("{id}", url.PathEscape(customer), "{pm}", url.PathEscape(pm)).Replace(r.ep.Members.One)
	q, err := http.NewRequestWithContext(ctx, http.MethodDelete, r.origin+path, nil) // want `DELETE …/pay-api/v1/customers/…/payment-methods/… leaves without an idempotency key; a repeated request is taken for a new one \(idempotencykey\)`
	if err != nil {
		return err
	}
	return r.dispatch(q)
}

// DropMethodFor removes a stored method on behalf of the service desk.
func (r *Router) DropMethodFor(ctx context.Context, ticket, customer, pm string) error {
	// idempotencykey: fine, template filled by a replacer, ticket as key
	path := strings.NewReplacer("{id}", customer, "{pm}", pm).Replace(r.ep.Members.One)
	q, err := http.NewRequestWithContext(ctx, http.MethodDelete, r.origin+path, nil)
	if err != nil {
		return err
	}
	q.Header.Set("Idempotency-Key", ticket)
	return r.dispatch(q)
}

func under(base string, segs ...string) string {
	base = strings.TrimSuffix(base, "/")
	for _, s := range segs {
		base += "/" + strings.Trim(s, "/")
	}
	return base
}

// Close closes the batch.
func (r *Router) Close(ctx context.Context) error {
	// idempotencykey: a fault, home-made joiner of segments
	q, err := http.NewRequestWithContext(ctx, http.MethodPost, under(r.origin, "v2", "/settlements/", "batches", "close"), nil) // want `POST ./v2//settlements//batches/close leaves without an idempotency key; a repeated request is taken for a new one \(idempotencykey\)`
	if err != nil {
		return err
	}
	return r.dispatch(q)
}

// Hook registers a callback.
func (r *Router) Hook(ctx context.Context, callback string) error {
	// idempotencykey: a fault, base from a tagged configuration struct
	q, err := http.NewRequestWithContext(ctx, http.MethodPost, r.file.Gateway.URL+"/v2/webhooks/endpoints", strings.NewReader(callback)) // want `POST ./v2/webhooks/endpoints leaves without an idempotency key; a repeated request is taken for a new one \(idempotencykey\)`
	if err != nil {
		return err
	}
	q.Header.Set("Content-Type", "application/json")
	return r.dispatch(q)
}

// Letter writes a mail.
func (r *Router) Letter(ctx context.Context, to string) error {
	// idempotencykey: fine, the other base of the same configuration
	q, err := http.NewRequestWithContext(ctx, http.MethodPost, r.file.Mail.URL+"/v2/customers/"+to+"/letters", nil)
	if err != nil {
		return err
	}
	return r.dispatch(q)
}

// Enrol stores a customer.
func (r *Router) Enrol(ctx context.Context, body string) error {
	// idempotencykey: a fault, address expanded from the environment
	q, err := http.NewRequestWithContext(ctx, http.MethodPost, os.ExpandEnv("${FLUTE_BASE_URL}/v2/customers"), strings.NewReader(body)) // want `POST ./v2/customers leaves without an idempotency key; a repeated request is taken for a new one \(idempotencykey\)`
	if err != nil {
		return err
	}
	return r.dispatch(q)
}

// Tag changes a customer.
func (r *Router) Tag(ctx context.Context, id, tag string) error {
	// idempotencykey: a fault, query string after the path
	q, err := http.NewRequestWithContext(ctx, http.MethodPatch, // want `PATCH ./v2/customers/.\?. leaves without an idempotency key; a repeated request is taken for a new one \(idempotencykey\)`
		envx.Or("FLUTE_API", "https://api.flute.com")+"/v2/customers/"+id+"?"+url.Values{"tag": {tag}, "dryRun": {"false"}}.Encode(), nil)
	if err != nil {
		return err
	}
	return r.dispatch(q)
}

// Key removes an API key of a merchant.
func (r *Router) Key(ctx context.Context, merchant, clientID string) error {
	// idempotencykey: a fault, parsed URL, query set afterwards
	u, err := url.Parse(r.origin + "/pay-api/v1/merchants/tokens/" + clientID)
	if err != nil {
		return err
	}
	v := u.Query()
	v.Set("merchantId", merchant)
	u.RawQuery = v.Encode()
	q, err := http.NewRequestWithContext(ctx, http.MethodDelete, u.String(), http.NoBody) // want `DELETE ./pay-api/v1/merchants/tokens/. leaves without an idempotency key; a repeated request is taken for a new one \(idempotencykey\)`
	if err != nil {
		return err
	}
	return r.dispatch(q)
}

// KeyFor removes an API key of a merchant.
func (r *Router) KeyFor(ctx context.Context, merchant, clientID string) error {
	// idempotencykey: fine, parsed URL, key from the two ids
	u, err := url.Parse(r.origin)
	if err != nil {
		return err
	}
	u = u.JoinPath("pay-api/v1", "merchants", "tokens", clientID)
	u.RawQuery = "merchantId=" + url.QueryEscape(merchant)
	q, err := http.NewRequestWithContext(ctx, http.MethodDelete, u.String(), http.NoBody)
	if err != nil {
		return err
	}
	q.Header.Add("idempotency-key", merchant+"."+clientID)
	return r.dispatch(q)
}

// Tip adds a tip.
func (r *Router) Tip(ctx context.Context, id, tip string) error {
	// idempotencykey: a fault, segments joined with slashes
	addr := strings.Join([]string{"https://api.flute.com", "v2", "transactions", id, "tip-adjustment"}, "/")
	q, err := http.NewRequestWithContext(ctx, http.MethodPost, addr, strings.NewReader(tip)) // want `POST https://api\.flute\.com/v2/transactions/./tip-adjustment leaves without an idempotency key; a repeated request is taken for a new one \(idempotencykey\)`
	if err != nil {
		return err
	}
	return r.dispatch(q)
}

// Capture takes the money of a hold.
func (r *Router) Capture(ctx context.Context, id string) error {
	// idempotencykey: a fault, address printed into a buffer
	var b bytes.Buffer
	fmt.Fprintf(&b, "%s/v2/transactions/%s", r.origin, id)
	b.WriteString("/capture")
	q, err := http.NewRequestWithContext(ctx, http.MethodPost, b.String(), nil) // want `POST ./v2/transactions/./capture leaves without an idempotency key; a repeated request is taken for a new one \(idempotencykey\)`
	if err != nil {
		return err
	}
	return r.dispatch(q)
}

// Verb is what is done.
type Verb string

// The verbs in use.
const (
	Create Verb = "POST"
	Read   Verb = "GET"
	Remove Verb = "DELETE"
)

const (
	release = "/v2"
	members = release + "/customers"
)

func (r *Router) verb(ctx context.Context, v Verb, path string, key ...string) error {
	// idempotencykey: fine, callers give verb, path and perhaps a key
	q, err := http.NewRequestWithContext(ctx, string(v), r.origin+path, nil)
	if err != nil {
		return err
	}
	if len(key) > 0 {
		q.Header.Set("Idempotency-Key", key[0])
	}
	return r.dispatch(q)
}

// Members lists the customers.
func (r *Router) Members(ctx context.Context) error {
	// idempotencykey: fine, named verb is a read
	return r.verb(ctx, Read, members)
}

// Expel removes a customer.
func (r *Router) Expel(ctx context.Context, id string) error {
	// idempotencykey: a fault, named verb is DELETE, variadic key left out
	return r.verb(ctx, Remove, members+"/"+id) // want `DELETE ./v2/customers/. leaves without an idempotency key; a repeated request is taken for a new one \(idempotencykey\)`
}

// Admit stores a customer.
func (r *Router) Admit(ctx context.Context, form string) error {
	// idempotencykey: fine, variadic key given
	return r.verb(ctx, Create, members, "form/"+form)
}
