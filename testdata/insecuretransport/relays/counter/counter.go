// Package counter calls the payment API by the client that it is given.
package counter

import (
	"context"
	"net/http"
	"net/url"
)

// Counter is where people pay.
type Counter struct{ Web *http.Client }

// Show reads a payment.
func (c *Counter) Show(ctx context.Context, id string) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, "https://api.flute.com/v2/transactions/"+url.PathEscape(id), nil)
	if err != nil {
		return err
	}
	resp, err := c.Web.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Stock calls something else.
type Stock struct{ Web *http.Client }

// Count counts.
func (s *Stock) Count(ctx context.Context) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, "https://stock.example.com/items", nil)
	if err != nil {
		return err
	}
	resp, err := s.Web.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
