// Package reqs describes requests as values.
package reqs

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"os"
	"time"

	"github.com/google/uuid"
)

// Request is a request with an answer of type T.
type Request[T any] struct {
	method string
	path   string
	query  url.Values
	header http.Header
	body   any
}

// Post begins a POST.
func Post[T any](path string, body any) *Request[T] {
	return &Request[T]{method: http.MethodPost, path: path, header: http.Header{}, body: body}
}

// Get begins a GET.
func Get[T any](path string) *Request[T] {
	return &Request[T]{method: http.MethodGet, path: path, header: http.Header{}}
}

// Once names the operation.
func (r *Request[T]) Once(key string) *Request[T] {
	r.header.Set("Idempotency-Key", key)
	return r
}

// With adds a query parameter.
func (r *Request[T]) With(name, value string) *Request[T] {
	if r.query == nil {
		r.query = url.Values{}
	}
	r.query.Set(name, value)
	return r
}

// Session sends requests.
type Session struct {
	root *url.URL
	http *http.Client
}

// Open opens a session.
func Open(ctx context.Context) (*Session, error) {
	// clienttimeout: fine, limit in the literal
	u, err := url.Parse(os.Getenv("AURORA_ROOT"))
	if err != nil {
		return nil, fmt.Errorf("reqs: %w", err)
	}
	return &Session{root: u, http: &http.Client{Timeout: 13 * time.Second}}, nil
}

// Send sends the request and decodes its answer.
func (r *Request[T]) Send(ctx context.Context, s *Session) (T, error) {
	var out T
	var body io.Reader
	if r.body != nil {
		b, err := json.Marshal(r.body)
		if err != nil {
			return out, err
		}
		body = bytes.NewReader(b)
	}
	u := s.root.JoinPath(r.path)
	u.RawQuery = r.query.Encode()
	req, err := http.NewRequestWithContext(ctx, r.method, u.String(), body)
	if err != nil {
		return out, err
	}
	for k := range r.header {
		req.Header[k] = r.header[k]
	}
	resp, err := s.http.Do(req)
	if err != nil {
		return out, err
	}
	defer resp.Body.Close()
	if resp.StatusCode >= 300 {
		return out, fmt.Errorf("reqs: status %d", resp.StatusCode)
	}
	return out, json.NewDecoder(resp.Body).Decode(&out)
}

// Payment is an answer.
type Payment struct {
	ID string `json:"transactionId"`
}

// Sale charges.
func Sale(ctx context.Context, s *Session, order string, in any) (Payment, error) {
	// idempotencykey: fine, generic request named by the order
	return Post[Payment]("/pay-api/v1/transactions/sale", in).Once("sale-"+order).Send(ctx, s)
}

// Return pays back.
func Return(ctx context.Context, s *Session, in any) (Payment, error) {
	// idempotencykey: a fault, generic request with a query, but without a name
	return Post[Payment]("/pay-api/v1/transactions/return", in).With("notify", "1").Send(ctx, s) // want `POST ./pay-api/v1/transactions/return leaves without an idempotency key; a repeated request is taken for a new one \(idempotencykey\)`
}

// Enrol stores a customer, and looks for it when that fails.
func Enrol(ctx context.Context, s *Session, name string) (Payment, error) {
	// idempotencykey: fine, request value made and named once, sent twice
	r := Post[Payment]("/pay-api/v1/customers", map[string]string{"firstName": name}).Once(uuid.NewString())
	p, err := r.Send(ctx, s)
	if err != nil {
		p, err = r.Send(ctx, s)
	}
	return p, err
}

// Activate turns a phone into a reader.
func Activate(ctx context.Context, s *Session, id string) (Payment, error) {
	// idempotencykey: a fault, request value kept in a variable, never named
	r := Post[Payment]("/pay-api/v1/devices/"+id+"/tap-to-pay/activate", nil)
	if id == "" {
		return Payment{}, nil
	}
	return r.Send(ctx, s) // want `POST ./pay-api/v1/devices/./tap-to-pay/activate leaves without an idempotency key; a repeated request is taken for a new one \(idempotencykey\)`
}

// Look reads.
func Look(ctx context.Context, s *Session, id string) (Payment, error) {
	// idempotencykey: fine, a read
	return Get[Payment]("/pay-api/v1/transactions/"+id).With("expand", "tips").Send(ctx, s)
}

// Command is something to do.
type Command interface {
	Execute(ctx context.Context, s *Session) error
}

// VoidCommand gives a hold back.
type VoidCommand struct{ Transaction, Reason string }

// Execute does it.
func (c VoidCommand) Execute(ctx context.Context, s *Session) error {
	// idempotencykey: a fault, command builds an unnamed generic request
	_, err := Post[struct{}]("/pay-api/v1/transactions/void", map[string]string{"transactionId": c.Transaction, "referenceId": c.Reason}).Send(ctx, s) // want `POST ./pay-api/v1/transactions/void leaves without an idempotency key; a repeated request is taken for a new one \(idempotencykey\)`
	return err
}

// CaptureCommand takes the money of a hold.
type CaptureCommand struct{ Transaction, Order string }

// Execute does it.
func (c CaptureCommand) Execute(ctx context.Context, s *Session) error {
	// idempotencykey: fine, command names its request by its own field
	_, err := Post[struct{}]("/pay-api/v1/transactions/capture", map[string]string{"transactionId": c.Transaction}).Once(c.Order).Send(ctx, s)
	return err
}

// Run runs commands.
func Run(ctx context.Context, s *Session, cs ...Command) error {
	for _, c := range cs {
		if err := c.Execute(ctx, s); err != nil {
			return err
		}
	}
	return nil
}
