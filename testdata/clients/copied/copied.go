// Package copied changes a copy of the client that it is given.
package copied

import (
	"context"
	"net/http"
	"os"
	"time"
)

// Client reads payments.
type Client struct{ hc *http.Client }

// New takes a client.
func New(hc *http.Client) *Client { return &Client{hc} }

// Get reads them.
func (c *Client) Get(ctx context.Context) (*http.Response, error) {
	req, err := http.NewRequestWithContext(ctx, "GET", os.Getenv("FLUTE_API_URL")+"/v2/transactions", nil)
	if err != nil {
		return nil, err
	}
	return c.hc.Do(req)
}

// Patient waits for ever.
func Patient(base *http.Client) *Client {
	long := *base // want `has a timeout of zero`
	long.Timeout = 0
	return New(&long)
}

// Longer waits for a minute.
func Longer(base *http.Client) *Client {
	long := *base
	long.Timeout = time.Minute
	return New(&long)
}
