// Package orders makes its own clients.
package orders

import (
	"context"
	"crypto/tls"
	"net"
	"net/http"
	"time"
)

// Client calls the API.
type Client struct {
	base string
	hc   *http.Client
}

// New trusts whom everybody trusts.
func New(base string) *Client {
	return &Client{base, &http.Client{Timeout: time.Minute}}
}

// Open trusts everybody.
func Open(base string) *Client {
	return &Client{base, &http.Client{Timeout: time.Minute, Transport: &http.Transport{
		TLSClientConfig: &tls.Config{InsecureSkipVerify: true}, // want `InsecureSkipVerify turns off the verification of certificates for GET`
	}}}
}

// Dialed is connected by its own function.
func Dialed(base string) *Client {
	return &Client{base, &http.Client{Timeout: time.Minute, Transport: &http.Transport{
		DialTLSContext: func(_ context.Context, network, addr string) (net.Conn, error) { // want `DialTLSContext connects without a look at the certificate for GET`
			return tls.Dial(network, addr, &tls.Config{InsecureSkipVerify: true})
		},
	}}}
}

// Over sends by what it is given.
func Over(base string, rt http.RoundTripper) *Client {
	return &Client{base, &http.Client{Timeout: time.Minute, Transport: rt}}
}

func (c *Client) read(ctx context.Context, path string) (*http.Response, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, c.base+path, nil)
	if err != nil {
		return nil, err
	}
	return c.hc.Do(req)
}

// Devices lists the devices.
func (c *Client) Devices(ctx context.Context) (*http.Response, error) {
	return c.read(ctx, "/v2/devices")
}

// Batches lists the batches.
func (c *Client) Batches(ctx context.Context) (*http.Response, error) {
	return c.read(ctx, "/pay-api/v1/settlements/batches")
}

// Raw reads anything.
func (c *Client) Raw(ctx context.Context, path string) (*http.Response, error) {
	return c.read(ctx, path)
}
