package transport

import (
	"context"
	"crypto/tls"
	"net"
	"net/http"
	"net/url"
	"os"
	"time"
)

type site struct {
	proxy    string
	insecure bool
	stage    string
}

func through(tr *http.Transport, body []byte) error {
	return send(&http.Client{Transport: tr, Timeout: time.Minute}, "/v2/transactions", body)
}

// Proxied gives the verification up for another reason.
func Proxied(s site, body []byte) error {
	tr := &http.Transport{TLSClientConfig: &tls.Config{MinVersion: tls.VersionTLS12}}
	if s.proxy != "" {
		tr.Proxy = func(*http.Request) (*url.URL, error) { return url.Parse("http://" + s.proxy) }
		tr.TLSClientConfig.InsecureSkipVerify = true // want `InsecureSkipVerify turns off`
	}
	return through(tr, body)
}

// Chosen is what somebody has chosen.
func Chosen(s site, body []byte) error {
	tr := &http.Transport{TLSClientConfig: &tls.Config{MinVersion: tls.VersionTLS12}}
	if s.insecure {
		tr.TLSClientConfig.InsecureSkipVerify = true
	}
	return through(tr, body)
}

// Staged is for where no payment is made.
func Staged(s site, body []byte) error {
	tr := &http.Transport{TLSClientConfig: &tls.Config{MinVersion: tls.VersionTLS12}}
	if s.stage == "local" || os.Getenv("APP_ENV") == "dev" {
		tr.TLSClientConfig.InsecureSkipVerify = true
	}
	return through(tr, body)
}

// dialing makes a function that connects without a look at the certificate.
func dialing(addr string) func(context.Context, string, string) (net.Conn, error) {
	return func(ctx context.Context, network, _ string) (net.Conn, error) {
		raw, err := (&net.Dialer{Timeout: 5 * time.Second}).DialContext(ctx, network, addr)
		if err != nil {
			return nil, err
		}
		return tls.Client(raw, &tls.Config{InsecureSkipVerify: true}), nil // want `DialTLSContext connects without`
	}
}

// ByFirewall connects by it.
func ByFirewall(addr string, body []byte) error {
	return through(&http.Transport{DialTLSContext: dialing(addr)}, body)
}

type tuning func(*tls.Config)

// open is given where somebody has chosen so: what it looks at itself is something else.
func open() tuning {
	return func(cfg *tls.Config) {
		if cfg == nil {
			return
		}
		cfg.InsecureSkipVerify = true
	}
}

// Tuned takes what the site wants.
func Tuned(s site, body []byte) error {
	cfg := &tls.Config{MinVersion: tls.VersionTLS12}
	var tunings []tuning
	if s.insecure {
		tunings = append(tunings, open())
	}
	for _, tune := range tunings {
		tune(cfg)
	}
	return through(&http.Transport{TLSClientConfig: cfg}, body)
}

// Helped is the same by a function.
func Helped(s site, body []byte) error {
	cfg := &tls.Config{MinVersion: tls.VersionTLS12}
	if s.insecure {
		widen(cfg, s.proxy)
	}
	return through(&http.Transport{TLSClientConfig: cfg}, body)
}

func widen(cfg *tls.Config, proxy string) {
	if proxy != "" {
		cfg.InsecureSkipVerify = true
	}
}

// Looped is for the machine itself.
func Looped(s site, body []byte) error {
	cfg := &tls.Config{MinVersion: tls.VersionTLS12}
	if s.proxy == "127.0.0.1:8443" {
		cfg.InsecureSkipVerify = true
	}
	return through(&http.Transport{TLSClientConfig: cfg}, body)
}
