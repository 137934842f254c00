// Package shared sends calls of the API by clients that another package makes.
package shared

import (
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
