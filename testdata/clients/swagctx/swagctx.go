// Package swagctx calls a client that go-swagger v0.33.1 made of swagger.yaml, which keeps contexts in the parameters.
package swagctx

import (
	"context"
	"net/http"
	"os"
	"time"

	"github.com/go-openapi/runtime"
	httptransport "github.com/go-openapi/runtime/client"
	"github.com/go-openapi/strfmt"
	"github.com/google/uuid"

	"github.com/auroravet/auroravet/testdata/clients/swagctx/client"
	"github.com/auroravet/auroravet/testdata/clients/swagctx/client/customers"
	"github.com/auroravet/auroravet/testdata/clients/swagctx/client/payments"
	"github.com/auroravet/auroravet/testdata/clients/swagctx/client/terminals"
	"github.com/auroravet/auroravet/testdata/clients/swagctx/models"
)

// Sale has neither key nor reference.
func Sale(ctx context.Context, amount float64) error {
	_, err := client.Default.Payments.TakeSale(payments.NewTakeSaleParams().WithContext(ctx).WithBody(&models.Sale{Amount: &amount})) // want `POST https://api.flute.com/pay-api/v1/transactions/sale leaves without an idempotency key`
	return err
}

// Reference has one in the body.
func Reference(amount float64, order string) error {
	api := client.NewHTTPClientWithConfig(nil, client.DefaultTransportConfig().WithHost("api.arise.risewithaurora.com"))
	_, err := api.Payments.TakeSale(payments.NewTakeSaleParams().WithBody(&models.Sale{Amount: &amount, ReferenceID: "r-" + order}))
	return err
}

// Capture gives the optional key.
func Capture(ctx context.Context, tx, order string) error {
	key := "o-" + order
	_, err := client.Default.Payments.CaptureHold(payments.NewCaptureHoldParams().WithContext(ctx).WithIdempotencyKey(&key).WithBody(&models.Amount{TransactionID: &tx}))
	return err
}

// CaptureBare leaves it out.
func CaptureBare(ctx context.Context, tx string) error {
	_, err := client.Default.Payments.CaptureHold(payments.NewCaptureHoldParams().WithContext(ctx).WithBody(&models.Amount{TransactionID: &tx})) // want `POST https://api.flute.com/pay-api/v1/transactions/capture leaves without an idempotency key`
	return err
}

// CaptureAgain makes a key for each attempt.
func CaptureAgain(tx string) error {
	var err error
	for range 3 {
		key := uuid.NewString()
		p := payments.NewCaptureHoldParams().WithBody(&models.Amount{TransactionID: &tx})
		p.SetIdempotencyKey(&key)
		if _, err = client.Default.Payments.CaptureHold(p); err == nil { // want `POST https://api.flute.com/pay-api/v1/transactions/capture gets another idempotency key for each attempt`
			break
		}
	}
	return err
}

// Add gives the required key.
func Add(name, signup string) error {
	_, err := client.Default.Customers.AddCustomer(customers.NewAddCustomerParams().WithIdempotencyKey(signup).WithBody(&models.Customer{Name: &name}))
	return err
}

// AddBlank gives it no value.
func AddBlank(name string) error {
	_, err := client.Default.Customers.AddCustomer(customers.NewAddCustomerParams().WithBody(&models.Customer{Name: &name})) // want `POST https://api.flute.com/v2/customers leaves with an empty idempotency key`
	return err
}

// Option edits the operation, but not its key.
func Option(id string, hc *http.Client) error {
	_, err := client.Default.Customers.DropCustomer(customers.NewDropCustomerParams().WithID(id), func(op *runtime.ClientOperation) { op.Client = hc }) // want `DELETE https://api.flute.com/v2/customers/{id} leaves without an idempotency key`
	return err
}

// keyed writes a key where credentials are written.
func keyed(key string) runtime.ClientAuthInfoWriter {
	return runtime.ClientAuthInfoWriterFunc(func(r runtime.ClientRequest, _ strfmt.Registry) error {
		return r.SetHeaderParam("X-Idempotency-Key", key)
	})
}

// OptionKeyed gives the operation a writer of its key.
func OptionKeyed(id, ticket string) error {
	_, err := client.Default.Customers.DropCustomer(customers.NewDropCustomerParams().WithID(id), func(op *runtime.ClientOperation) { op.AuthInfo = keyed(ticket) })
	return err
}

// RuntimeKeyed gives the runtime a writer of one key.
func RuntimeKeyed(id, ticket string) error {
	t := httptransport.New("api.flute.com", "/", []string{"https"})
	t.DefaultAuthentication = keyed(ticket)
	_, err := client.New(t, nil).Customers.DropCustomer(customers.NewDropCustomerParams().WithID(id))
	return err
}

type stamp struct{ next http.RoundTripper }

func (s stamp) RoundTrip(r *http.Request) (*http.Response, error) {
	r = r.Clone(r.Context())
	r.Header.Set("Idempotency-Key", uuid.NewString())
	return s.next.RoundTrip(r)
}

// Below sets a transport that makes keys.
func Below(id string) error {
	t := httptransport.New("api.flute.com", "/", []string{"https"})
	t.Transport = stamp{t.Transport}
	_, err := client.New(t, nil).Customers.DropCustomer(customers.NewDropCustomerParams().WithID(id))
	return err
}

// Mail sends a receipt, which may go twice.
func Mail(tx string, to string) error {
	_, err := client.Default.Payments.MailReceipt(payments.NewMailReceiptParams().WithID(tx).WithBody(&models.Address{Email: to}))
	return err
}

// Terminals waits thirty seconds, the default of the parameters.
func Terminals() error {
	_, err := client.Default.Terminals.ListTerminals(terminals.NewListTerminalsParams())
	return err
}

// TerminalsNil waits as long: the client makes the parameters.
func TerminalsNil() error {
	_, err := client.Default.Terminals.ListTerminals(nil)
	return err
}

// TerminalsForEver takes the default away.
func TerminalsForEver() error {
	t := httptransport.New(os.Getenv("AURORA_HOST"), "/", []string{"https"}) // want `the client.Runtime that sends GET https://…/pos-api/v1/terminals has no timeout`
	_, err := client.New(t, nil).Terminals.ListTerminals(terminals.NewListTerminalsParams().WithTimeout(0))
	return err
}

// TerminalsEmpty gives a client instead of the default timeout.
func TerminalsEmpty() error {
	hc := &http.Client{} // want `the http.Client that sends GET https://api.flute.com/pos-api/v1/terminals has no timeout`
	_, err := client.Default.Terminals.ListTerminals(terminals.NewListTerminalsParamsWithHTTPClient(hc))
	return err
}

// TerminalsBounded gives one with a timeout of its own.
func TerminalsBounded() error {
	t := httptransport.NewWithClient("api.flute.com", "/", []string{"https"}, &http.Client{Timeout: time.Second})
	_, err := client.New(t, nil).Terminals.ListTerminals(terminals.NewListTerminalsParams().WithTimeout(0))
	return err
}

// TerminalsSoon gives a context with a deadline.
func TerminalsSoon() error {
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	_, err := client.Default.Terminals.ListTerminals(terminals.NewListTerminalsParamsWithContext(ctx))
	return err
}
