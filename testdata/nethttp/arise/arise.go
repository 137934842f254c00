// Package arise is a client of the ARISE gateway in the manner of the large SDKs:
// one client, one service per resource, requests made apart from their sending.
package arise

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"os"
)

// Client holds what all services share.
type Client struct {
	BaseURL   *url.URL
	UserAgent string

	client *http.Client
	common service

	Transactions *TransactionsService
	Customers    *CustomersService
	Hooks        *HooksService
}

type service struct{ client *Client }

// RequestOption changes one request before it is sent.
type RequestOption func(*http.Request)

// IdempotencyKey gives a write its key.
func IdempotencyKey(key string) RequestOption {
	return func(r *http.Request) { r.Header.Set("Idempotency-Key", key) }
}

// Language asks for messages in a language.
func Language(tag string) RequestOption {
	return func(r *http.Request) { r.Header.Set("Accept-Language", tag) }
}

// NewClient returns a client. With nil it makes its own HTTP client.
func NewClient(httpClient *http.Client) (*Client, error) {
	// clienttimeout: a fault, the answer to nil is an empty client
	if httpClient == nil {
		httpClient = &http.Client{} // want `the http\.Client that sends POST ./pay-api/v1/transactions/capture has no timeout; a silent server holds the caller for ever \(clienttimeout\)`
	}
	base, err := url.Parse(os.Getenv("ARISE_API_URL"))
	if err != nil {
		return nil, err
	}
	c := &Client{BaseURL: base, UserAgent: "larkspur/1", client: httpClient}
	c.common.client = c
	c.Transactions = (*TransactionsService)(&c.common)
	c.Customers = (*CustomersService)(&c.common)
	c.Hooks = (*HooksService)(&c.common)
	return c, nil
}

// NewRequest makes a request below the base.
func (c *Client) NewRequest(ctx context.Context, method, path string, body any, opts ...RequestOption) (*http.Request, error) {
	// idempotencykey: fine, method and path are parameters here
	u, err := c.BaseURL.Parse(path)
	if err != nil {
		return nil, err
	}
	var buf io.ReadWriter
	if body != nil {
		buf = &bytes.Buffer{}
		if err := json.NewEncoder(buf).Encode(body); err != nil {
			return nil, err
		}
	}
	req, err := http.NewRequestWithContext(ctx, method, u.String(), buf)
	if err != nil {
		return nil, err
	}
	req.Header.Set("Accept", "application/json")
	req.Header.Set("User-Agent", c.UserAgent)
	for _, o := range opts {
		o(req)
	}
	return req, nil
}

// Do sends a request and decodes the answer into v.
func (c *Client) Do(req *http.Request, v any) error {
	resp, err := c.client.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode > 299 {
		return fmt.Errorf("arise: status %d", resp.StatusCode)
	}
	if v == nil {
		return nil
	}
	return json.NewDecoder(resp.Body).Decode(v)
}
