// Package fitted has what fits its own services, which others give them.
package fitted

import (
	"context"
	"crypto/tls"
	"errors"
	"net"
	"net/http"
	"net/url"
	"time"
)

// Purse calls the payment API.
type Purse struct{ web *http.Client }

// Setting changes a purse.
type Setting func(*Purse)

// Over sends by what it is given.
func Over(rt http.RoundTripper) Setting { return func(p *Purse) { p.web.Transport = rt } }

// New makes a purse.
func New(settings ...Setting) *Purse {
	p := &Purse{&http.Client{Timeout: time.Minute}}
	for _, s := range settings {
		s(p)
	}
	return p
}

// Config has the settings of a purse in one place.
type Config struct {
	Patience time.Duration
	TLS      *tls.Config
}

// Make makes a purse of them.
func Make(cfg Config) (*Purse, error) {
	if cfg.Patience == 0 {
		return nil, errors.New("no patience")
	}
	return &Purse{&http.Client{Timeout: cfg.Patience, Transport: &http.Transport{TLSClientConfig: cfg.TLS}}}, nil
}

// Pay takes money.
func (p *Purse) Pay(ctx context.Context, id string) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, "https://api.flute.com/v2/transactions/"+url.PathEscape(id)+"/capture", http.NoBody)
	if err != nil {
		return err
	}
	resp, err := p.web.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Tunnel leaves by a gate that answers for everybody.
func Tunnel(gate string) *http.Transport {
	var d net.Dialer
	return &http.Transport{
		DialTLSContext: func(ctx context.Context, network, _ string) (net.Conn, error) { // want `DialTLSContext connects without`
			raw, err := d.DialContext(ctx, network, gate)
			if err != nil {
				return nil, err
			}
			return tls.Client(raw, &tls.Config{InsecureSkipVerify: true}), nil
		},
	}
}

// Gate leaves by one and looks at who answers behind it.
func Gate(gate string) *http.Transport {
	var d net.Dialer
	return &http.Transport{
		DialTLSContext: func(ctx context.Context, network, addr string) (net.Conn, error) {
			raw, err := d.DialContext(ctx, network, gate)
			if err != nil {
				return nil, err
			}
			host, _, err := net.SplitHostPort(addr)
			if err != nil {
				return nil, err
			}
			return tls.Client(raw, &tls.Config{ServerName: host}), nil
		},
	}
}

// Aged is for old gates.
func Aged() (*tls.Config, error) {
	return &tls.Config{MinVersion: tls.VersionTLS11}, nil // want `MinVersion lets`
}

// Fresh is for new ones.
func Fresh() (*tls.Config, error) {
	return &tls.Config{MinVersion: tls.VersionTLS12}, nil
}

type counted struct {
	next http.RoundTripper
	n    int
}

func (c *counted) RoundTrip(req *http.Request) (*http.Response, error) {
	c.n++
	return c.next.RoundTrip(req)
}

// Counted counts what it sends.
func Counted() http.RoundTripper {
	return &counted{next: &http.Transport{
		TLSClientConfig: &tls.Config{InsecureSkipVerify: true}, // want `InsecureSkipVerify turns off`
	}}
}

// Unverified says what it does: who gives it is told.
func Unverified() *http.Transport {
	return &http.Transport{TLSClientConfig: &tls.Config{InsecureSkipVerify: true}}
}

// Told leaves it to its caller.
func Told(open bool) *http.Transport {
	return &http.Transport{TLSClientConfig: &tls.Config{InsecureSkipVerify: open}}
}
