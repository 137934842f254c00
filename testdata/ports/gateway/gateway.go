// Package gateway calls the API; nobody who serves imports it.
package gateway

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"strings"
	"time"

	"github.com/auroravet/auroravet/testdata/ports/yard"
)

// Client calls the API.
type Client struct{ http *http.Client }

// New returns a client.
func New() *Client { return &Client{&http.Client{Timeout: 10 * time.Second}} }

func (c *Client) get(ctx context.Context, path string) (*http.Response, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, "https://api.arise.risewithaurora.com"+path, strings.NewReader(""))
	if err != nil {
		return nil, err
	}
	return c.http.Do(req)
}

// Look asks for a payment.
func (c *Client) Look(ctx context.Context, id string) (string, error) {
	res, err := c.get(ctx, "/pay-api/v1/transactions/"+id)
	if err != nil {
		return "", err
	}
	defer res.Body.Close()
	body, err := io.ReadAll(res.Body)
	if err != nil {
		return "", err
	}
	if res.StatusCode != http.StatusOK {
		return "", &yard.Refused{Status: res.StatusCode, Message: string(body)}
	}
	return "paid", nil
}

// Drop gives a payment up.
func (c *Client) Drop(ctx context.Context, id string) error {
	_, err := c.Look(ctx, id)
	if err != nil {
		return fmt.Errorf("drop %s: %w", id, err)
	}
	return nil
}

// Pay pays once for each key.
func (c *Client) Pay(ctx context.Context, key, id string) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, "https://api.arise.risewithaurora.com/pay-api/v1/transactions", strings.NewReader(`{"order":"`+id+`"}`))
	if err != nil {
		return err
	}
	req.Header.Set("Idempotency-Key", key)
	res, err := c.http.Do(req)
	if err != nil {
		return err
	}
	defer res.Body.Close()
	if res.StatusCode >= http.StatusBadRequest {
		return &yard.Refused{Status: res.StatusCode}
	}
	return nil
}

// Hidden is a client that keeps the errors to itself.
type Hidden struct{ *Client }

// Drop gives a payment up.
func (h Hidden) Drop(ctx context.Context, id string) error {
	if err := h.Client.Drop(ctx, id); err != nil {
		return yard.ErrLater
	}
	return nil
}
