// Package pay is a shop's client of the payment API.
package pay

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"time"
)

// Error is what the API answers when something fails.
type Error struct {
	StatusCode    int    `json:"statusCode"`
	ErrorCode     string `json:"errorCode"`
	Title         string `json:"title"`
	Details       string `json:"details"`
	CorrelationID string `json:"correlationId"`
}

func (e *Error) Error() string {
	return fmt.Sprintf("aurora: %d %s: %s", e.StatusCode, e.ErrorCode, e.Title)
}

// Errors of the shop's own.
var (
	ErrDeclined = errors.New("the payment was declined")
	ErrAmount   = errors.New("the amount is not valid")
)

// AmountError says which amount is not valid.
type AmountError struct{ Amount int }

func (e *AmountError) Error() string { return fmt.Sprintf("the amount %d is not valid", e.Amount) }

// Sale is a payment.
type Sale struct {
	ID     string `json:"transactionId"`
	Status string `json:"transactionStatus"`
}

// Client calls the API.
type Client struct {
	base string
	hc   *http.Client
}

// New returns a client.
func New() *Client {
	return &Client{os.Getenv("AURORA_BASE_URL"), &http.Client{Timeout: 30 * time.Second}}
}

// Charge makes a payment.
func (c *Client) Charge(ctx context.Context, key string, amount int) (*Sale, error) {
	if amount <= 0 {
		return nil, &AmountError{amount}
	}
	var out Sale
	if err := c.do(ctx, http.MethodPost, "/pay-api/v1/transactions", key, map[string]int{"amount": amount}, &out); err != nil {
		return nil, fmt.Errorf("charge: %w", err)
	}
	return &out, nil
}

// Status reads a payment. Its errors are the shop's own.
func (c *Client) Status(ctx context.Context, id string) (*Sale, error) {
	var out Sale
	if err := c.do(ctx, http.MethodGet, "/pay-api/v1/transactions/"+id, "", nil, &out); err != nil {
		return nil, ErrDeclined
	}
	return &out, nil
}

// Receipt returns the answer as it is.
func (c *Client) Receipt(ctx context.Context, id string) (*http.Response, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, c.base+"/pay-api/v1/transactions/"+id+"/receipt", nil)
	if err != nil {
		return nil, err
	}
	return c.hc.Do(req)
}

func (c *Client) do(ctx context.Context, method, path, key string, in, out any) error {
	body, err := json.Marshal(in)
	if err != nil {
		return err
	}
	req, err := http.NewRequestWithContext(ctx, method, c.base+path, bytes.NewReader(body))
	if err != nil {
		return err
	}
	req.Header.Set("Idempotency-Key", key)
	resp, err := c.hc.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	text, err := io.ReadAll(resp.Body)
	if err != nil {
		return err
	}
	if resp.StatusCode >= 400 {
		var apiErr Error
		if json.Unmarshal(text, &apiErr) != nil {
			return fmt.Errorf("status %d: %s", resp.StatusCode, text)
		}
		return &apiErr
	}
	return json.Unmarshal(text, out)
}

// Public is an error whose text anybody may read; the cause is for the log.
type Public struct {
	Text  string
	Cause error
}

func (e *Public) Error() string { return e.Text }
func (e *Public) Unwrap() error { return e.Cause }
