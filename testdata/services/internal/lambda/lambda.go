// Package lambda has functions that the platform calls.
package lambda

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"os"
	"strings"
	"time"
)

var (
	gateway = strings.TrimSuffix(os.Getenv("AURORA_ENDPOINT"), "/")
	client  = newClient()    // lives as long as the instance
	bare    = &http.Client{} // clienttimeout: a fault, instance client without limit // want `the http\.Client that sends GET ./pos-api/v1/terminals has no timeout; a silent server holds the caller for ever \(clienttimeout\)`
)

func newClient() *http.Client {
	// clienttimeout: fine, limit through a local variable
	c := http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	c.Timeout = 6 * time.Second
	return &c
}

// Event is what the platform hands in.
type Event struct {
	Records []struct {
		MessageID string          `json:"messageId"`
		Body      json.RawMessage `json:"body"`
	} `json:"Records"`
}

// Handler handles an event.
type Handler func(context.Context, Event) error

func exchange(hc *http.Client, req *http.Request) error {
	resp, err := hc.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode >= 300 {
		return errors.New(resp.Status)
	}
	return nil
}

// Refunds returns the handler of the refund queue.
func Refunds() Handler {
	return func(ctx context.Context, e Event) error {
		// idempotencykey: fine, id of the message names the operation
		var errs []error
		for _, rec := range e.Records {
			req, err := http.NewRequestWithContext(ctx, http.MethodPost, gateway+"/pay-api/v1/transactions/return", strings.NewReader(string(rec.Body)))
			if err != nil {
				return err
			}
			req.Header.Set("idempotency-key", rec.MessageID)
			errs = append(errs, exchange(client, req))
		}
		return errors.Join(errs...)
	}
}

// Voids returns the handler of the void queue.
func Voids(log func(string)) Handler {
	return func(ctx context.Context, e Event) error {
		// idempotencykey: a fault, id of the message is logged, not sent
		for _, rec := range e.Records {
			log(rec.MessageID)
			req, err := http.NewRequestWithContext(ctx, http.MethodPost, gateway+"/pay-api/v1/transactions/void", strings.NewReader(string(rec.Body))) // want `POST ./pay-api/v1/transactions/void leaves without an idempotency key; a repeated request is taken for a new one \(idempotencykey\)`
			if err != nil {
				return err
			}
			if err := exchange(client, req); err != nil {
				return err
			}
		}
		return nil
	}
}

// Status returns the handler that looks.
func Status() Handler {
	return func(ctx context.Context, e Event) error {
		req, err := http.NewRequestWithContext(ctx, http.MethodGet, gateway+"/pos-api/v1/terminals", nil)
		if err != nil {
			return err
		}
		return exchange(bare, req)
	}
}
