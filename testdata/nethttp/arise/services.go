package arise

import (
	"context"
	"fmt"
	"net/http"

	"github.com/google/uuid"
)

// Transaction is the answer to money calls.
type Transaction struct {
	ID     string `json:"transactionId"`
	Status string `json:"transactionStatus"`
}

// TransactionsService moves money.
type TransactionsService service

// Capture takes the money of a hold. Options may carry a key.
func (s *TransactionsService) Capture(ctx context.Context, id, amount string, opts ...RequestOption) (*Transaction, error) {
	// idempotencykey: fine, options of the caller carry the key
	req, err := s.client.NewRequest(ctx, http.MethodPost, "pay-api/v1/transactions/capture",
		map[string]string{"transactionId": id, "amount": amount}, opts...)
	if err != nil {
		return nil, err
	}
	t := new(Transaction)
	return t, s.client.Do(req, t)
}

// Void gives a hold back.
func (s *TransactionsService) Void(ctx context.Context, id string) error {
	// idempotencykey: a fault, method and path meet, no option given
	req, err := s.client.NewRequest(ctx, http.MethodPost, "pay-api/v1/transactions/void", map[string]string{"transactionId": id}) // want `POST ./pay-api/v1/transactions/void leaves without an idempotency key; a repeated request is taken for a new one \(idempotencykey\)`
	if err != nil {
		return err
	}
	return s.client.Do(req, nil)
}

// Refund pays a settled sale back.
func (s *TransactionsService) Refund(ctx context.Context, id, amount string) error {
	// idempotencykey: fine, header set between making and sending
	req, err := s.client.NewRequest(ctx, http.MethodPost, "pay-api/v1/transactions/return", map[string]string{"transactionId": id, "amount": amount})
	if err != nil {
		return err
	}
	req.Header.Set("Idempotency-Key", fmt.Sprintf("refund:%s:%s", id, amount))
	return s.client.Do(req, nil)
}

// Get reads one.
func (s *TransactionsService) Get(ctx context.Context, id string) (*Transaction, error) {
	// idempotencykey: fine, a read
	req, err := s.client.NewRequest(ctx, http.MethodGet, "pay-api/v1/transactions/"+id, nil)
	if err != nil {
		return nil, err
	}
	t := new(Transaction)
	return t, s.client.Do(req, t)
}

// CustomersService keeps customers.
type CustomersService service

// Replace overwrites a customer.
func (s *CustomersService) Replace(ctx context.Context, id string, in any) error {
	// idempotencykey: fine, option with a fresh key for one call
	req, err := s.client.NewRequest(ctx, http.MethodPut, "pay-api/v1/customers/"+id, in, IdempotencyKey(uuid.NewString()))
	if err != nil {
		return err
	}
	return s.client.Do(req, nil)
}

// Remove deletes a customer.
func (s *CustomersService) Remove(ctx context.Context, id, lang string) error {
	// idempotencykey: a fault, the one option is a language
	req, err := s.client.NewRequest(ctx, http.MethodDelete, "pay-api/v1/customers/"+id, nil, Language(lang)) // want `DELETE ./pay-api/v1/customers/. leaves without an idempotency key; a repeated request is taken for a new one \(idempotencykey\)`
	if err != nil {
		return err
	}
	return s.client.Do(req, nil)
}

// HooksService manages webhook endpoints.
type HooksService service

// Create registers an endpoint.
func (s *HooksService) Create(ctx context.Context, callback string, opts ...RequestOption) error {
	// idempotencykey: fine, appended option sets the key always
	opts = append(opts, IdempotencyKey("hook:"+callback))
	req, err := s.client.NewRequest(ctx, http.MethodPost, "v2/webhooks/endpoints", map[string]string{"endpointUrl": callback}, opts...)
	if err != nil {
		return err
	}
	return s.client.Do(req, nil)
}

// Ping asks for a test call.
func (s *HooksService) Ping(ctx context.Context, id string) error {
	// idempotencykey: fine, ping has no effect
	req, err := s.client.NewRequest(ctx, "POST", "v2/webhooks/endpoints/"+id+"/ping", nil)
	if err != nil {
		return err
	}
	return s.client.Do(req, nil)
}
