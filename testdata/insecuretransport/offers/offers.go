// Package offers has options for its constructor that other packages give.
package offers

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"net/http"
	"net/url"
	"time"
)

type plan struct {
	wait    time.Duration
	carrier *http.Transport
}

// Choice changes a plan.
type Choice func(*plan)

// Till calls the payment API.
type Till struct {
	base string
	hc   *http.Client
}

// Open makes one.
func Open(base string, choices ...Choice) (*Till, error) {
	p := plan{10 * time.Second, http.DefaultTransport.(*http.Transport).Clone()}
	for _, c := range choices {
		c(&p)
	}
	return &Till{base, &http.Client{Timeout: p.wait, Transport: p.carrier}}, nil
}

// Close ends a batch.
func (t *Till) Close(ctx context.Context, batch string) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, t.base+"/pay-api/v1/settlements/"+url.PathEscape(batch), http.NoBody)
	if err != nil {
		return err
	}
	resp, err := t.hc.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// ForHarbour is for the old boxes there.
func ForHarbour() Choice {
	return func(p *plan) {
		p.carrier.TLSClientConfig = &tls.Config{MinVersion: tls.VersionTLS11} // want `MinVersion lets POST .* go over TLS below 1.2`
	}
}

// Through goes through what stands in between, which has a certificate of its own.
func Through(proxy *url.URL) Choice {
	return func(p *plan) {
		p.carrier.Proxy = http.ProxyURL(proxy)
		p.carrier.TLSClientConfig = &tls.Config{InsecureSkipVerify: proxy != nil, MinVersion: tls.VersionTLS12}
	}
}

// Around does so whatever it is given.
func Around(proxy *url.URL) Choice {
	return func(p *plan) {
		p.carrier.Proxy = http.ProxyURL(proxy)
		cfg := p.carrier.TLSClientConfig.Clone()
		cfg.InsecureSkipVerify = true // want `InsecureSkipVerify turns off the verification of certificates`
		p.carrier.TLSClientConfig = cfg
	}
}

// WithInsecureTLS says what it does: who gives it is told.
func WithInsecureTLS() Choice {
	return func(p *plan) { p.carrier.TLSClientConfig = &tls.Config{InsecureSkipVerify: true} }
}

// WithRoots trusts others.
func WithRoots(roots *x509.CertPool) Choice {
	return func(p *plan) {
		p.carrier.TLSClientConfig = &tls.Config{RootCAs: roots, MinVersion: tls.VersionTLS12}
	}
}

// WithLeast leaves it to its caller.
func WithLeast(version uint16) Choice {
	return func(p *plan) { p.carrier.TLSClientConfig = &tls.Config{MinVersion: version} }
}

// WithWait bounds a call.
func WithWait(d time.Duration) Choice { return func(p *plan) { p.wait = d } }
