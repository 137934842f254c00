// Package steps has options of other forms.
package steps

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"net"
	"net/http"
	"net/url"
	"time"
)

// Client calls the payment API.
type Client struct {
	base    string
	carrier *http.Transport
}

// Step is an option that is a value.
type Step interface{ apply(*Client) }

type stepFunc func(*Client)

func (f stepFunc) apply(c *Client) { f(c) }

// New makes a client.
func New(base string, steps ...Step) *Client {
	c := &Client{base, &http.Transport{}}
	for _, s := range steps {
		s.apply(c)
	}
	return c
}

// Refund gives money back.
func (c *Client) Refund(ctx context.Context, id string) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, c.base+"/pay-api/v1/transactions/"+url.PathEscape(id)+"/refund", http.NoBody)
	if err != nil {
		return err
	}
	resp, err := (&http.Client{Transport: c.carrier, Timeout: time.Second}).Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Relaxed looks at no certificate.
func Relaxed() Step {
	return stepFunc(func(c *Client) {
		c.carrier.TLSClientConfig = &tls.Config{InsecureSkipVerify: true} // want `InsecureSkipVerify turns off the verification of certificates`
	})
}

type named struct{ name string }

func (n named) apply(c *Client) {
	c.carrier.TLSClientConfig = &tls.Config{ServerName: n.name, MaxVersion: tls.VersionTLS11} // want `MaxVersion lets POST`
}

// Named expects another name.
func Named(name string) Step { return named{name} }

// Pinned looks by itself.
func Pinned(verify func([][]byte, [][]*x509.Certificate) error) Step {
	return stepFunc(func(c *Client) {
		c.carrier.TLSClientConfig = &tls.Config{InsecureSkipVerify: true, VerifyPeerCertificate: verify}
	})
}

// NewPlain makes a client with one option that may fail.
func NewPlain(base string, opt func(*Client) error) (*Client, error) {
	c := New(base)
	return c, opt(c)
}

// Dialed connects by itself.
func Dialed(network string) func(*Client) error {
	return func(c *Client) error {
		c.carrier.DialTLSContext = func(ctx context.Context, _, addr string) (net.Conn, error) { // want `DialTLSContext connects without a look`
			d := tls.Dialer{Config: &tls.Config{InsecureSkipVerify: true}}
			return d.DialContext(ctx, network, addr)
		}
		return nil
	}
}

// Bounded bounds the handshake.
func Bounded(d time.Duration) func(*Client) error {
	return func(c *Client) error {
		c.carrier.TLSHandshakeTimeout = d
		return nil
	}
}
