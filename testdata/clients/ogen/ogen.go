// Package ogen calls a client that ogen made.
package ogen

import (
	"context"
	"net/http"
	"os"
	"time"

	"github.com/google/uuid"

	"github.com/auroravet/auroravet/testdata/clients/ogen/pay"
)

// Till takes money.
type Till struct{ api *pay.Client }

// NewTill makes a client with a timeout.
func NewTill() (*Till, error) {
	api, err := pay.NewClient(os.Getenv("AURORA_BASE_URL"), pay.WithClient(&http.Client{Timeout: 20 * time.Second}))
	if err != nil {
		return nil, err
	}
	return &Till{api: api}, nil
}

// Sale charges without a key.
func (t *Till) Sale(ctx context.Context, method string) error {
	_, err := t.api.TakeSale(ctx, &pay.Sale{PaymentMethodId: method, Amount: 5}) // want `POST …/pay-api/v1/transactions/sale leaves without an idempotency key`
	return err
}

// SaleFor charges for an order, which is the reference.
func (t *Till) SaleFor(ctx context.Context, order, method string) error {
	_, err := t.api.TakeSale(ctx, &pay.Sale{PaymentMethodId: method, Amount: 5, ReferenceId: pay.NewOptString(order)})
	return err
}

// Capture gives the optional parameter of the operation.
func (t *Till) Capture(ctx context.Context, tx, key string) error {
	_, err := t.api.CaptureHold(ctx, &pay.Amount{TransactionId: tx}, pay.CaptureHoldParams{IdempotencyKey: pay.NewOptString(key)})
	return err
}

// CaptureBare leaves it out.
func (t *Till) CaptureBare(ctx context.Context, tx string) error {
	_, err := t.api.CaptureHold(ctx, &pay.Amount{TransactionId: tx}, pay.CaptureHoldParams{}) // want `POST …/pay-api/v1/transactions/capture leaves without an idempotency key`
	return err
}

// Add gives the required parameter a value.
func (t *Till) Add(ctx context.Context, signup, name string) error {
	_, err := t.api.AddCustomer(ctx, &pay.Customer{Name: name}, pay.AddCustomerParams{IdempotencyKey: "add-" + signup})
	return err
}

// AddBlank gives it none.
func (t *Till) AddBlank(ctx context.Context, name string) error {
	_, err := t.api.AddCustomer(ctx, &pay.Customer{Name: name}, pay.AddCustomerParams{}) // want `POST …/v2/customers leaves with an empty idempotency key`
	return err
}

// Stop sends no body and no key.
func (t *Till) Stop(ctx context.Context, id string) error {
	return t.api.StopTerminal(ctx, pay.StopTerminalParams{ID: id}) // want `POST …/pos-api/v1/pos-transactions/…/cancel leaves without an idempotency key`
}

// StopFor edits the request of one call.
func (t *Till) StopFor(ctx context.Context, id, ticket string) error {
	return t.api.StopTerminal(ctx, pay.StopTerminalParams{ID: id}, pay.WithEditRequest(func(r *http.Request) error {
		r.Header.Set("Idempotency-Key", ticket)
		return nil
	}))
}

// End ends a plan with a key of the moment.
func (t *Till) End(ctx context.Context, id string) error {
	return t.api.EndPlan(ctx, pay.EndPlanParams{ID: id, IdempotencyKey: pay.NewOptString(uuid.NewString())})
}

// EndBare ends a plan without one.
func (t *Till) EndBare(ctx context.Context, id string) error {
	return t.api.EndPlan(ctx, pay.EndPlanParams{ID: id}) // want `PUT …/sub-api/v1/subscriptions/…/terminate leaves without an idempotency key`
}

// Mail sends a receipt, which may go twice.
func (t *Till) Mail(ctx context.Context, tx, to string) error {
	return t.api.MailReceipt(ctx, &pay.Address{Email: pay.NewOptString(to)}, pay.MailReceiptParams{ID: tx})
}

// Terminals waits for ever: the generated default client has no timeout.
func Terminals() ([]string, error) {
	api, err := pay.NewClient("https://api.flute.com") // want `http.DefaultClient that sends GET https://api.flute.com/pos-api/v1/terminals has no timeout`
	if err != nil {
		return nil, err
	}
	return api.ListTerminals(context.Background())
}

// TerminalsSoon gives the call a deadline instead.
func TerminalsSoon() ([]string, error) {
	api, err := pay.NewClient("https://api.flute.com")
	if err != nil {
		return nil, err
	}
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	return api.ListTerminals(ctx)
}
