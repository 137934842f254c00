// Package shared sends calls of the API by clients that another package makes.
package shared

import (
	"context"
	"net/http"

	"github.com/auroravet/auroravet/testdata/insecuretransport/shared/httpx"
)

type client struct{ hc *http.Client }

func newClient() *client {
	return &client{hc: httpx.Internal()} // want `InsecureSkipVerify turns off the verification of certificates for GET https://api.flute.com/v2/transactions/…`
}

func (c *client) find(id string) error {
	resp, err := c.hc.Get("https://api.flute.com/v2/transactions/" + id)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

type good struct{ hc *http.Client }

func newGood() *good { return &good{hc: httpx.External()} }

func (c *good) find(id string) error {
	resp, err := c.hc.Get("https://api.flute.com/v2/transactions/" + id)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Both looks twice.
func Both(id string) error {
	if err := newClient().find(id); err != nil {
		return err
	}
	return newGood().find(id)
}

// Subscriptions asks for tokens in a way that is reported where it is made.
func Subscriptions(ctx context.Context, id, secret string) error {
	tok, err := httpx.Tokens(ctx, id, secret).Token()
	if err != nil {
		return err
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, "https://api.flute.com/v2/subscriptions", nil)
	if err != nil {
		return err
	}
	tok.SetAuthHeader(req)
	resp, err := httpx.External().Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
