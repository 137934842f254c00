// Package many makes a ledger in many ways, each with a client of its own.
package many

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"net"
	"net/http"
	"net/url"
	"time"
)

// Ledger reads payments.
type Ledger struct{ web *http.Client }

// Day reads one day.
func (l *Ledger) Day(ctx context.Context, day string) error {
	return fetch(ctx, l.web, "https://api.flute.com/v2/transactions?date="+url.QueryEscape(day))
}

func fetch(ctx context.Context, web *http.Client, u string) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, u, nil)
	if err != nil {
		return err
	}
	resp, err := web.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

type setting func(*tls.Config)

func trusting(pool *x509.CertPool) setting { return func(c *tls.Config) { c.RootCAs = pool } }

func careless() setting { return func(c *tls.Config) { c.InsecureSkipVerify = true } } // want `InsecureSkipVerify turns off`

func client(limit time.Duration, settings ...setting) *http.Client {
	cfg := &tls.Config{MinVersion: tls.VersionTLS12}
	for _, s := range settings {
		s(cfg)
	}
	return &http.Client{Timeout: limit, Transport: &http.Transport{TLSClientConfig: cfg}}
}

// Plain returns a ledger with the usual client.
func Plain() *Ledger { return &Ledger{client(time.Minute)} }

// Short returns one with little patience.
func Short() *Ledger { return &Ledger{client(time.Second)} }

// Private returns one that trusts an authority of its own.
func Private(pool *x509.CertPool) *Ledger { return &Ledger{client(time.Minute, trusting(pool))} }

// Careless returns one that trusts everybody.
func Careless() *Ledger { return &Ledger{client(time.Minute, careless())} }

// Old returns one for old machines.
func Old() *Ledger {
	tr := http.DefaultTransport.(*http.Transport).Clone()
	tr.TLSClientConfig = &tls.Config{MinVersion: tls.VersionTLS11} // want `MinVersion lets GET`
	return &Ledger{&http.Client{Transport: tr, Timeout: time.Minute}}
}

// New returns one for new machines.
func New() *Ledger {
	tr := http.DefaultTransport.(*http.Transport).Clone()
	tr.TLSClientConfig = &tls.Config{MinVersion: tls.VersionTLS13}
	return &Ledger{&http.Client{Transport: tr, Timeout: time.Minute}}
}

// Dialed returns one that dials by itself.
func Dialed() *Ledger {
	return &Ledger{&http.Client{Timeout: time.Minute, Transport: &http.Transport{
		DialTLSContext: func(ctx context.Context, network, addr string) (net.Conn, error) { // want `DialTLSContext connects without`
			return (&tls.Dialer{Config: &tls.Config{InsecureSkipVerify: true}}).DialContext(ctx, network, addr)
		},
	}}}
}

// Fourth returns one that dials the old protocol.
func Fourth() *Ledger {
	return &Ledger{&http.Client{Timeout: time.Minute, Transport: &http.Transport{
		DialTLSContext: func(ctx context.Context, _, addr string) (net.Conn, error) {
			return new(tls.Dialer).DialContext(ctx, "tcp4", addr)
		},
	}}}
}

// Default returns one over the default transport.
func Default() *Ledger { return &Ledger{&http.Client{Timeout: time.Minute}} }

// Slow returns one with much patience.
func Slow() *Ledger { return &Ledger{&http.Client{Timeout: time.Hour}} }

// Endless returns one that waits for ever.
func Endless() *Ledger { return &Ledger{client(0)} }
