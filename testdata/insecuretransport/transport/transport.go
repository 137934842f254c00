// Package transport sends calls of the API over transports of its own.
package transport

import (
	"bytes"
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"net"
	"net/http"
	"os"
	"time"
)

func send(hc *http.Client, path string, body []byte) error {
	req, err := http.NewRequest(http.MethodPost, os.Getenv("AURORA_BASE_URL")+path, bytes.NewReader(body))
	if err != nil {
		return err
	}
	req.Header.Set("Idempotency-Key", path)
	resp, err := hc.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Literal makes everything in one literal.
func Literal(body []byte) error {
	hc := &http.Client{
		Timeout: 30 * time.Second,
		Transport: &http.Transport{
			TLSClientConfig: &tls.Config{
				ServerName:         "api.flute.com",
				InsecureSkipVerify: true, // want `InsecureSkipVerify turns off the verification of certificates for POST …/v2/transactions; whoever is on the way can take the server's place \(insecuretransport\)`
			},
		},
	}
	return send(hc, "/v2/transactions", body)
}

// Later sets the fields one by one.
func Later(body []byte) error {
	tr := http.DefaultTransport.(*http.Transport).Clone()
	tr.TLSClientConfig = new(tls.Config)
	tr.TLSClientConfig.InsecureSkipVerify = true // want `InsecureSkipVerify turns off`
	return send(&http.Client{Transport: tr, Timeout: time.Minute}, "/v2/transactions", body)
}

// Cloned changes what a clone of the default transport has.
func Cloned(body []byte) error {
	tr := http.DefaultTransport.(*http.Transport).Clone()
	tr.TLSClientConfig.InsecureSkipVerify = true // want `InsecureSkipVerify turns off`
	return send(&http.Client{Transport: tr, Timeout: time.Minute}, "/v2/transactions", body)
}

// Config is shared by two transports.
func Config(body []byte) error {
	cfg := &tls.Config{MinVersion: tls.VersionTLS10} // want `MinVersion lets POST …/v2/transactions go over TLS below 1.2; its ciphers are broken`
	tr := &http.Transport{TLSClientConfig: cfg.Clone()}
	return send(&http.Client{Transport: tr, Timeout: time.Minute}, "/v2/transactions", body)
}

// Newest may use what is best, and no more than TLS 1.1.
func Newest(body []byte) error {
	cfg := tls.Config{}
	cfg.MaxVersion = tls.VersionTLS11 // want `MaxVersion lets POST`
	return send(&http.Client{Transport: &http.Transport{TLSClientConfig: &cfg}, Timeout: time.Minute}, "/v2/transactions", body)
}

// acceptAll refuses no certificate.
func acceptAll(_ [][]byte, _ [][]*x509.Certificate) error { return nil }

// Hook verifies with a function that does not.
func Hook(body []byte) error {
	tr := &http.Transport{TLSClientConfig: &tls.Config{
		InsecureSkipVerify:    true, // want `InsecureSkipVerify turns off`
		VerifyPeerCertificate: acceptAll,
	}}
	return send(&http.Client{Transport: tr, Timeout: time.Minute}, "/v2/transactions", body)
}

// Empty has a hook for nothing.
func Empty(body []byte) error {
	tr := &http.Transport{TLSClientConfig: &tls.Config{
		VerifyPeerCertificate: func([][]byte, [][]*x509.Certificate) error { return nil }, // want `VerifyPeerCertificate accepts every certificate for POST`
	}}
	return send(&http.Client{Transport: tr, Timeout: time.Minute}, "/v2/transactions", body)
}

// Dialed connects by itself.
func Dialed(body []byte) error {
	tr := &http.Transport{
		DialTLS: func(network, addr string) (net.Conn, error) { // want `DialTLS connects without a look at the certificate for POST`
			return tls.Dial(network, addr, &tls.Config{InsecureSkipVerify: true})
		},
	}
	return send(&http.Client{Transport: tr, Timeout: time.Minute}, "/v2/transactions", body)
}

// DialedWith has the settings from outside of the function.
func DialedWith(body []byte) error {
	cfg := &tls.Config{InsecureSkipVerify: true}
	tr := &http.Transport{}
	tr.DialTLSContext = func(ctx context.Context, network, addr string) (net.Conn, error) { // want `DialTLSContext connects without`
		conn, err := new(net.Dialer).DialContext(ctx, network, addr)
		if err != nil {
			return nil, err
		}
		return tls.Client(conn, cfg), nil
	}
	return send(&http.Client{Transport: tr, Timeout: time.Minute}, "/v2/transactions", body)
}

// logged is a transport around another one.
type logged struct{ next http.RoundTripper }

func (l logged) RoundTrip(r *http.Request) (*http.Response, error) { return l.next.RoundTrip(r) }

// Wrapped has the transport inside another one.
func Wrapped(body []byte) error {
	inner := &http.Transport{TLSClientConfig: &tls.Config{InsecureSkipVerify: true}} // want `InsecureSkipVerify turns off`
	return send(&http.Client{Transport: logged{inner}, Timeout: time.Minute}, "/v2/transactions", body)
}

// gateway keeps two clients: one for the API, one for the printers of the shop.
type gateway struct {
	api, printers *http.Client
	host          string
}

func newGateway(host string) *gateway {
	return &gateway{
		api:      &http.Client{Timeout: time.Minute},
		printers: &http.Client{Timeout: time.Second, Transport: &http.Transport{TLSClientConfig: &tls.Config{InsecureSkipVerify: true}}},
		host:     host,
	}
}

func (g *gateway) charge(body []byte) error { return send(g.api, "/v2/transactions", body) }

func (g *gateway) print(text []byte) error {
	resp, err := g.printers.Post("https://"+g.host+"/print", "text/plain", bytes.NewReader(text))
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Run uses both.
func Run(host string, body []byte) error {
	g := newGateway(host)
	if err := g.charge(body); err != nil {
		return err
	}
	return g.print(body)
}

// Pinned knows the server by its key.
func Pinned(body, pin []byte) error {
	tr := &http.Transport{TLSClientConfig: &tls.Config{
		InsecureSkipVerify: true,
		VerifyConnection: func(cs tls.ConnectionState) error {
			if !bytes.Equal(cs.PeerCertificates[0].RawSubjectPublicKeyInfo, pin) {
				return errors.New("another key")
			}
			return nil
		},
	}}
	return send(&http.Client{Transport: tr, Timeout: time.Minute}, "/v2/transactions", body)
}

// Counted looks at certificates that were verified before.
func Counted(body []byte, seen func(int)) error {
	tr := &http.Transport{TLSClientConfig: &tls.Config{
		MinVersion: tls.VersionTLS12,
		VerifyPeerCertificate: func(raw [][]byte, _ [][]*x509.Certificate) error {
			seen(len(raw))
			return nil
		},
	}}
	return send(&http.Client{Transport: tr, Timeout: time.Minute}, "/v2/transactions", body)
}

// Private trusts a private authority, and connects by itself.
func Private(body []byte, pool *x509.CertPool) error {
	tr := &http.Transport{
		DialTLSContext: func(ctx context.Context, network, addr string) (net.Conn, error) {
			return (&tls.Dialer{Config: &tls.Config{RootCAs: pool}}).DialContext(ctx, network, addr)
		},
	}
	return send(&http.Client{Transport: tr, Timeout: time.Minute}, "/v2/transactions", body)
}

// Asked does what the settings say.
func Asked(body []byte, skip bool) error {
	cfg := &tls.Config{InsecureSkipVerify: skip}
	return send(&http.Client{Transport: &http.Transport{TLSClientConfig: cfg}, Timeout: time.Minute}, "/v2/transactions", body)
}

// Switched is for a stub on the laptop of a developer.
func Switched(body []byte) error {
	tr := &http.Transport{}
	if os.Getenv("SHOP_STUB") != "" {
		tr.TLSClientConfig = &tls.Config{InsecureSkipVerify: true}
	}
	return send(&http.Client{Transport: tr, Timeout: time.Minute}, "/v2/transactions", body)
}

// Silenced has a reason.
func Silenced(body []byte) error {
	//auroravet:ignore insecuretransport the sidecar encrypts
	tr := &http.Transport{TLSClientConfig: &tls.Config{InsecureSkipVerify: true}}
	return send(&http.Client{Transport: tr, Timeout: time.Minute}, "/v2/transactions", body)
}
