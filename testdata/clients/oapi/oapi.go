// Package oapi calls a client that oapi-codegen made.
package oapi

import (
	"context"
	"net/http"
	"os"
	"time"

	"github.com/google/uuid"

	"github.com/auroravet/auroravet/testdata/clients/oapi/pay"
)

// Till takes money.
type Till struct {
	api pay.ClientWithResponsesInterface
	raw *pay.Client
}

// NewTill makes a client with a timeout.
func NewTill() (*Till, error) {
	hc := &http.Client{Timeout: 20 * time.Second}
	api, err := pay.NewClientWithResponses(os.Getenv("AURORA_BASE_URL"), pay.WithHTTPClient(hc))
	if err != nil {
		return nil, err
	}
	raw, err := pay.NewClient(os.Getenv("AURORA_BASE_URL"), pay.WithHTTPClient(hc))
	if err != nil {
		return nil, err
	}
	return &Till{api: api, raw: raw}, nil
}

func keyed(key string) pay.RequestEditorFn {
	return func(_ context.Context, req *http.Request) error {
		req.Header.Set("Idempotency-Key", key)
		return nil
	}
}

func traced(id string) pay.RequestEditorFn {
	return func(_ context.Context, req *http.Request) error {
		req.Header.Set("X-Correlation-Id", id)
		return nil
	}
}

// Sale charges without a key.
func (t *Till) Sale(ctx context.Context, method string, amount float64) error {
	_, err := t.api.TakeSaleWithResponse(ctx, pay.TakeSaleJSONRequestBody{PaymentMethodId: method, Amount: amount}) // want `POST …/pay-api/v1/transactions/sale leaves without an idempotency key`
	return err
}

// SaleFor charges for an order, which is the reference.
func (t *Till) SaleFor(ctx context.Context, order, method string, amount float64) error {
	_, err := t.api.TakeSaleWithResponse(ctx, pay.TakeSaleJSONRequestBody{PaymentMethodId: method, Amount: amount, ReferenceId: &order})
	return err
}

// SaleOnce charges with an editor that sets the key.
func (t *Till) SaleOnce(ctx context.Context, order, method string) error {
	_, err := t.raw.TakeSale(ctx, pay.TakeSaleJSONRequestBody{PaymentMethodId: method, Amount: 5}, keyed("sale-"+order))
	return err
}

// Trace has an editor that sets something else.
func (t *Till) Trace(ctx context.Context, id, tx string) error {
	_, err := t.raw.VoidHold(ctx, pay.Amount{TransactionId: tx}, traced(id)) // want `POST …/pay-api/v1/transactions/void leaves without an idempotency key`
	return err
}

// Capture gives the optional parameter of the operation.
func (t *Till) Capture(ctx context.Context, tx string) error {
	key := uuid.NewString()
	_, err := t.api.CaptureHoldWithResponse(ctx, &pay.CaptureHoldParams{IdempotencyKey: &key}, pay.Amount{TransactionId: tx})
	return err
}

// CaptureBare leaves it out.
func (t *Till) CaptureBare(ctx context.Context, tx string) error {
	_, err := t.api.CaptureHoldWithResponse(ctx, &pay.CaptureHoldParams{}, pay.Amount{TransactionId: tx}) // want `POST …/pay-api/v1/transactions/capture leaves without an idempotency key`
	return err
}

// Add gives the required parameter a value.
func (t *Till) Add(ctx context.Context, signup, name string) error {
	_, err := t.api.AddCustomerWithResponse(ctx, &pay.AddCustomerParams{IdempotencyKey: "add-" + signup}, pay.Customer{Name: name})
	return err
}

// AddBlank gives it none.
func (t *Till) AddBlank(ctx context.Context, name string) error {
	_, err := t.api.AddCustomerWithResponse(ctx, &pay.AddCustomerParams{}, pay.Customer{Name: name}) // want `POST …/v2/customers leaves with an empty idempotency key`
	return err
}

// Drop deletes without parameters.
func (t *Till) Drop(ctx context.Context, id string) error {
	_, err := t.raw.DropCustomer(ctx, id, nil) // want `DELETE …/v2/customers/… leaves without an idempotency key`
	return err
}

// Mail sends a receipt, which may go twice.
func (t *Till) Mail(ctx context.Context, tx, to string) error {
	_, err := t.api.MailReceiptWithResponse(ctx, tx, pay.MailReceiptJSONRequestBody{Email: &to})
	return err
}

// Insist repeats with a new key each time.
func (t *Till) Insist(ctx context.Context, id string) error {
	var err error
	for range 3 {
		if _, err = t.raw.StopTerminal(ctx, id, keyed(uuid.NewString())); err == nil { // want `POST …/pos-api/v1/pos-transactions/…/cancel gets another idempotency key for each attempt`
			return nil
		}
	}
	return err
}

// Patient repeats with one key.
func (t *Till) Patient(ctx context.Context, id string) error {
	var err error
	once := keyed(uuid.NewString())
	for range 3 {
		if _, err = t.raw.StopTerminal(ctx, id, once); err == nil {
			return nil
		}
	}
	return err
}

// Everywhere sets one key for all requests of a client.
func Everywhere(ctx context.Context) error {
	hc := &http.Client{Timeout: 20 * time.Second}
	api, err := pay.NewClient("https://api.flute.com", pay.WithHTTPClient(hc), pay.WithRequestEditorFn(keyed("till-1")))
	if err != nil {
		return err
	}
	_, err = api.StartPlan(ctx, pay.Plan{CustomerId: "c", Amount: 5}) // want `POST https://api.flute.com/sub-api/v1/subscriptions has the same idempotency key for every request`
	return err
}

// Stamped sets a new key on each request of a client, which repeats none.
func Stamped(ctx context.Context) error {
	stamp := func(_ context.Context, req *http.Request) error {
		req.Header.Set("Idempotency-Key", uuid.NewString())
		return nil
	}
	hc := &http.Client{Timeout: 20 * time.Second}
	api, err := pay.NewClient("https://api.flute.com", pay.WithHTTPClient(hc), pay.WithRequestEditorFn(stamp))
	if err != nil {
		return err
	}
	_, err = api.StartPlan(ctx, pay.Plan{CustomerId: "c", Amount: 5})
	return err
}

// Terminals waits for ever: the generated default client has no timeout.
func Terminals() error {
	api, err := pay.NewClientWithResponses("https://api.flute.com") // want `the http.Client that sends GET https://api.flute.com/pos-api/v1/terminals has no timeout`
	if err != nil {
		return err
	}
	_, err = api.ListTerminalsWithResponse(context.Background())
	return err
}

// TerminalsSoon gives the call a deadline instead.
func TerminalsSoon() error {
	api, err := pay.NewClientWithResponses("https://api.flute.com")
	if err != nil {
		return err
	}
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	_, err = api.ListTerminalsWithResponse(ctx)
	return err
}
