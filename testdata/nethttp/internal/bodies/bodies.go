// Package bodies sends the calls whose body carries the reference.
package bodies

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
	"strings"
	"time"
)

// Sender sends bodies.
type Sender struct {
	aurora string
	client *http.Client
}

// NewSender returns a sender.
func NewSender() *Sender {
	return &Sender{aurora: os.Getenv("AURORA_BASE_URL"), client: &http.Client{Timeout: 30 * time.Second}}
}

func (s *Sender) post(ctx context.Context, path string, body io.Reader) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, s.aurora+path, body)
	if err != nil {
		return err
	}
	req.Header.Set("Content-Type", "application/json")
	resp, err := s.client.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func (s *Sender) postJSON(ctx context.Context, path string, v any) error {
	buf := new(bytes.Buffer)
	if err := json.NewEncoder(buf).Encode(v); err != nil {
		return err
	}
	return s.post(ctx, path, buf)
}

// Ref is what every money body shares.
type Ref struct {
	ReferenceID string `json:"referenceId"`
	Currency    int    `json:"currencyId"`
}

// Charge is a v2 charge.
type Charge struct {
	Ref
	MethodID string `json:"paymentMethodId"`
	Base     string `json:"baseAmount"`
}

// Page is a payment session.
type Page struct {
	Amount    string `json:"amount"`
	Reference string `json:"reference,omitempty"`
	OrderID   string `json:"-"`
}

// Payout is a credit.
type Payout struct {
	Base        string  `json:"baseAmount"`
	MethodID    string  `json:"paymentMethodId"`
	ReferenceID *string `json:"referenceId,omitempty"`
}

// Embedded sends a charge with the shared part.
func (s *Sender) Embedded(ctx context.Context, order, method string) error {
	// idempotencykey: fine, referenceId promoted from the embedded struct
	return s.postJSON(ctx, "/v2/transactions", Charge{Ref: Ref{ReferenceID: order, Currency: 1}, MethodID: method})
}

// Bare sends a charge whose shared part is only half filled.
func (s *Sender) Bare(ctx context.Context, method string) error {
	// idempotencykey: a fault, embedded referenceId stays empty
	return s.postJSON(ctx, "/v2/transactions", Charge{Ref: Ref{Currency: 1}, MethodID: method}) // want `POST ./v2/transactions leaves without an idempotency key; a repeated request is taken for a new one \(idempotencykey\)`
}

// Open opens a page.
func (s *Sender) Open(ctx context.Context, order, amount string) error {
	// idempotencykey: a fault, reference and json dash are not referenceId
	return s.postJSON(ctx, "/pay-int-api/payment-sessions", Page{Amount: amount, Reference: order, OrderID: order}) // want `POST ./pay-int-api/payment-sessions leaves without an idempotency key; a repeated request is taken for a new one \(idempotencykey\)`
}

// OpenMap opens a page from a map.
func (s *Sender) OpenMap(ctx context.Context, order, amount string) error {
	// idempotencykey: fine, map entry added after the literal
	m := map[string]any{"amount": amount}
	m["referenceId"] = order
	return s.postJSON(ctx, "/pay-int-api/payment-sessions", m)
}

// OpenMaybe opens a page and names the order when there is one.
func (s *Sender) OpenMaybe(ctx context.Context, order, amount string) error {
	// idempotencykey: a fault, entry only added on one path
	m := map[string]any{"amount": amount}
	if amount != "0.00" {
		m["referenceId"] = order
	}
	return s.postJSON(ctx, "/pay-int-api/payment-sessions", m) // want `POST ./pay-int-api/payment-sessions leaves without an idempotency key on some path; a repeated request is taken for a new one \(idempotencykey\)`
}

// Pay pays out.
func (s *Sender) Pay(ctx context.Context, run, method, amount string) error {
	// idempotencykey: fine, pointer field is set
	p := &Payout{Base: amount, MethodID: method}
	p.ReferenceID = &run
	return s.postJSON(ctx, "/v2/transactions/credit", p)
}

// PayBlank pays out without a run.
func (s *Sender) PayBlank(ctx context.Context, method, amount string) error {
	// idempotencykey: a fault, pointer field is nil and left out
	return s.postJSON(ctx, "/v2/transactions/credit", &Payout{Base: amount, MethodID: method}) // want `POST ./v2/transactions/credit leaves without an idempotency key; a repeated request is taken for a new one \(idempotencykey\)`
}

// Sale writes the JSON by hand.
func (s *Sender) Sale(ctx context.Context, order, method string) error {
	// idempotencykey: fine, format string holds referenceId with a value
	return s.post(ctx, "/pay-api/v1/transactions/sale", strings.NewReader(
		fmt.Sprintf(`{"paymentMethodId":%q,"amount":"10.00","referenceId":%q}`, method, order)))
}

// SaleBuilder writes the JSON in pieces.
func (s *Sender) SaleBuilder(ctx context.Context, order, method string) error {
	// idempotencykey: fine, builder writes referenceId and its value
	var b strings.Builder
	b.WriteString(`{"paymentMethodId":"`)
	b.WriteString(method)
	b.WriteString(`","referenceId":"`)
	b.WriteString(order)
	b.WriteString(`"}`)
	return s.post(ctx, "/pay-api/v1/transactions/sale", strings.NewReader(b.String()))
}

// SaleEmpty writes an empty reference.
func (s *Sender) SaleEmpty(ctx context.Context, method string) error {
	// idempotencykey: a fault, referenceId is the empty string
	return s.post(ctx, "/pay-api/v1/transactions/sale", strings.NewReader(`{"paymentMethodId":"`+method+`","referenceId":""}`)) // want `POST ./pay-api/v1/transactions/sale leaves with an empty idempotency key; a repeated request is taken for a new one \(idempotencykey\)`
}

// SaleFixed writes always the same reference.
func (s *Sender) SaleFixed(ctx context.Context, method string) error {
	// idempotencykey: a fault, referenceId is a constant
	return s.postJSON(ctx, "/pay-api/v1/transactions/sale", map[string]string{"paymentMethodId": method, "referenceId": "web-sale"}) // want `POST ./pay-api/v1/transactions/sale has the same idempotency key for every request; the second payment is taken for a repeat of the first \(idempotencykey\)`
}

// Void names a reference the endpoint does not know.
func (s *Sender) Void(ctx context.Context, order, tx string) error {
	// idempotencykey: a fault, void has no referenceId in its body
	return s.postJSON(ctx, "/pay-api/v1/transactions/void", map[string]string{"transactionId": tx, "referenceId": order}) // want `POST ./pay-api/v1/transactions/void leaves without an idempotency key; a repeated request is taken for a new one \(idempotencykey\)`
}

// Terminal starts a terminal sale.
func (s *Sender) Terminal(ctx context.Context, ticket, terminal string) error {
	// idempotencykey: fine, anonymous struct with referenceId
	return s.postJSON(ctx, "/pos-api/v1/pos-transactions", struct {
		Terminal string `json:"terminalId"`
		Ref      string `json:"referenceId"`
	}{terminal, ticket})
}

// CancelTerminal stops it; the reference does not help there.
func (s *Sender) CancelTerminal(ctx context.Context, ticket, id string) error {
	// idempotencykey: a fault, cancel has no referenceId
	return s.postJSON(ctx, "/pos-api/v1/pos-transactions/"+id+"/cancel", Ref{ReferenceID: ticket}) // want `POST ./pos-api/v1/pos-transactions/./cancel leaves without an idempotency key; a repeated request is taken for a new one \(idempotencykey\)`
}

func page(order, amount string) map[string]any {
	return map[string]any{"amount": amount, "referenceId": "page-" + order}
}

// Link makes a payment link.
func (s *Sender) Link(ctx context.Context, order, amount string) error {
	// idempotencykey: fine, helper returns a body with referenceId
	return s.postJSON(ctx, "/v2/payment-links", page(order, amount))
}

// OneShot uses the short way.
func OneShot(order, method string) error {
	// idempotencykey: fine, no header, but the body's referenceId is a key
	// clienttimeout: a fault, http.Post uses the default client
	b, err := json.Marshal(Charge{Ref: Ref{ReferenceID: order}, MethodID: method})
	if err != nil {
		return err
	}
	resp, err := http.Post(os.Getenv("AURORA_BASE_URL")+"/v2/transactions", "application/json", bytes.NewReader(b)) // want `the http\.DefaultClient that sends POST ./v2/transactions has no timeout; a silent server holds the caller for ever \(clienttimeout\)`
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
