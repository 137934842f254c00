// Package stubborn uses go-retryablehttp.
package stubborn

import (
	"context"
	"errors"
	"net/http"
	"os"
	"time"

	"github.com/google/uuid"
	"github.com/hashicorp/go-retryablehttp"
)

// Mule does not give up.
type Mule struct {
	rc   *retryablehttp.Client
	base string
}

// New returns a mule.
func New() *Mule {
	// clienttimeout: fine, limit of the inner client set
	rc := retryablehttp.NewClient()
	rc.RetryMax = 3
	rc.Logger = nil
	rc.HTTPClient.Timeout = 15 * time.Second
	return &Mule{rc: rc, base: os.Getenv("ARISE_BASE_URL")}
}

// Old returns a mule that waits.
func Old() *Mule {
	// clienttimeout: a fault, inner client has no limit of its own
	rc := retryablehttp.NewClient() // want `the go-retryablehttp\.Client that sends POST ./pay-api/v1/transactions/void has no timeout; a silent server holds the caller for ever \(clienttimeout\)`
	rc.RetryMax = 2
	rc.RetryWaitMax = 10 * time.Second
	return &Mule{rc: rc, base: os.Getenv("ARISE_BASE_URL")}
}

func (m *Mule) send(req *retryablehttp.Request) error {
	resp, err := m.rc.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode >= 300 {
		return errors.New(resp.Status)
	}
	return nil
}

// Void gives a hold back.
func (m *Mule) Void(ctx context.Context, id string) error {
	// idempotencykey: a fault, library repeats a request without key
	req, err := retryablehttp.NewRequestWithContext(ctx, http.MethodPost, m.base+"/pay-api/v1/transactions/void", []byte(`{"transactionId":"`+id+`"}`)) // want `POST ./pay-api/v1/transactions/void leaves without an idempotency key; a repeated request is taken for a new one \(idempotencykey\)`
	if err != nil {
		return err
	}
	return m.send(req)
}

// Capture takes money.
func (m *Mule) Capture(ctx context.Context, id string) error {
	// idempotencykey: fine, library repeats the request with its key
	req, err := retryablehttp.NewRequestWithContext(ctx, http.MethodPost, m.base+"/pay-api/v1/transactions/capture", []byte(`{"transactionId":"`+id+`"}`))
	if err != nil {
		return err
	}
	req.Header.Set("Idempotency-Key", uuid.NewString())
	return m.send(req)
}

// Wrapped gives the library a finished request.
func (m *Mule) Wrapped(ctx context.Context, order, id string) error {
	// idempotencykey: fine, key set on the inner request before wrapping
	in, err := http.NewRequestWithContext(ctx, http.MethodDelete, m.base+"/pay-api/v1/customers/"+id, nil)
	if err != nil {
		return err
	}
	in.Header.Set("Idempotency-Key", order)
	req, err := retryablehttp.FromRequest(in)
	if err != nil {
		return err
	}
	return m.send(req)
}

// Standard sends through the standard face of the library.
func Standard(ctx context.Context, id string) error {
	// idempotencykey: a fault, StandardClient sends what has no key
	rc := retryablehttp.NewClient()
	rc.HTTPClient = &http.Client{Timeout: 8 * time.Second}
	hc := rc.StandardClient()
	req, err := http.NewRequestWithContext(ctx, http.MethodPut, os.Getenv("ARISE_BASE_URL")+"/sub-api/v1/subscriptions/"+id+"/terminate", nil) // want `PUT ./sub-api/v1/subscriptions/./terminate leaves without an idempotency key; a repeated request is taken for a new one \(idempotencykey\)`
	if err != nil {
		return err
	}
	resp, err := hc.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Devices reads through the standard face of the library.
func Devices() error {
	// clienttimeout: a fault, StandardClient over the default inner client
	hc := retryablehttp.NewClient().StandardClient() // want `the http\.Client that sends GET ./pay-api/v1/devices has no timeout; a silent server holds the caller for ever \(clienttimeout\)`
	resp, err := hc.Get(os.Getenv("ARISE_BASE_URL") + "/pay-api/v1/devices")
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Merchants reads within a limit of the context.
func Merchants(ctx context.Context) error {
	// clienttimeout: fine, context has a deadline
	ctx, stop := context.WithTimeout(ctx, 30*time.Second)
	defer stop()
	req, err := retryablehttp.NewRequestWithContext(ctx, http.MethodGet, os.Getenv("ARISE_BASE_URL")+"/pay-api/v1/merchants", nil)
	if err != nil {
		return err
	}
	resp, err := retryablehttp.NewClient().Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
