package transport

import (
	"bytes"
	"context"
	"crypto/sha256"
	"crypto/tls"
	"crypto/x509"
	"encoding/hex"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"strings"
	"sync"
	"time"
)

var errCertificate = errors.New("certificate")

func over(cfg *tls.Config, body []byte) error {
	return send(&http.Client{Transport: &http.Transport{TLSClientConfig: cfg}, Timeout: time.Minute}, "/v2/transactions", body)
}

// Present asks for no more than a certificate.
func Present(body []byte) error {
	return over(&tls.Config{
		InsecureSkipVerify: true, // want `InsecureSkipVerify turns off`
		VerifyConnection: func(cs tls.ConnectionState) error {
			if cs.PeerCertificates == nil || len(cs.PeerCertificates) < 1 {
				return errCertificate
			}
			return nil
		},
	}, body)
}

// Named asks what name is written into it.
func Named(body []byte, host string) error {
	return over(&tls.Config{
		InsecureSkipVerify: true, // want `InsecureSkipVerify turns off`
		VerifyPeerCertificate: func(raw [][]byte, _ [][]*x509.Certificate) error {
			for _, der := range raw {
				cert, err := x509.ParseCertificate(der)
				if err != nil {
					return err
				}
				if cert.Subject.CommonName == host || cert.VerifyHostname(host) == nil {
					return nil
				}
			}
			return fmt.Errorf("%d certificates, none of %s", len(raw), host)
		},
	}, body)
}

// Suffixed asks for the end of the names that are written into it.
func Suffixed(body []byte, domain string) error {
	return over(&tls.Config{
		InsecureSkipVerify: true, // want `InsecureSkipVerify turns off`
		VerifyPeerCertificate: func(raw [][]byte, _ [][]*x509.Certificate) error {
			certs := make([]*x509.Certificate, len(raw))
			for i := range raw {
				var err error
				if certs[i], err = x509.ParseCertificate(raw[i]); err != nil {
					return fmt.Errorf("certificate %d: %w", i, err)
				}
			}
			for _, name := range certs[0].DNSNames {
				if strings.HasSuffix(name, domain) {
					return nil
				}
			}
			return errCertificate
		},
	}, body)
}

// Listed looks for it among those that are known.
func Listed(body []byte, known map[string]bool) error {
	return over(&tls.Config{
		InsecureSkipVerify: true,
		VerifyPeerCertificate: func(raw [][]byte, _ [][]*x509.Certificate) error {
			if !known[hex.EncodeToString(raw[0])] {
				return errCertificate
			}
			return nil
		},
	}, body)
}

// current asks when it ends, and says who has it.
func current(cert *x509.Certificate) error {
	slog.Info("certificate", "of", cert)
	if now := time.Now(); now.After(cert.NotAfter) || now.Before(cert.NotBefore) {
		return fmt.Errorf("%s: not now", cert.Subject)
	}
	return nil
}

type till struct{ pin []byte }

func (t *till) timely(cs tls.ConnectionState) error { return current(cs.PeerCertificates[0]) }

func (t *till) pinned(cs tls.ConnectionState) error {
	if err := current(cs.PeerCertificates[0]); err != nil {
		return err
	}
	return t.same(cs.PeerCertificates[0])
}

func (t *till) same(cert *x509.Certificate) error {
	sum := sha256.Sum256(cert.Raw)
	if !bytes.Equal(sum[:], t.pin) {
		return errCertificate
	}
	return nil
}

func (t *till) silent(tls.ConnectionState) error { return nil }

// Timely does so with a method.
func (t *till) Timely(body []byte) error {
	return over(&tls.Config{InsecureSkipVerify: true, VerifyConnection: t.timely}, body) // want `InsecureSkipVerify turns off`
}

// Silent has a method that accepts all.
func (t *till) Silent(body []byte) error {
	return over(&tls.Config{InsecureSkipVerify: true, VerifyConnection: t.silent}, body) // want `InsecureSkipVerify turns off`
}

// Same compares it with the one that is known.
func (t *till) Same(body []byte) error {
	return over(&tls.Config{InsecureSkipVerify: true, VerifyConnection: t.pinned}, body)
}

// Chain verifies as the library does, for another name.
func Chain(body []byte, roots *x509.CertPool, name string) error {
	return over(&tls.Config{
		InsecureSkipVerify: true,
		VerifyConnection: func(cs tls.ConnectionState) error {
			opts := x509.VerifyOptions{Roots: roots, DNSName: name, Intermediates: x509.NewCertPool()}
			for _, cert := range cs.PeerCertificates[1:] {
				opts.Intermediates.AddCert(cert)
			}
			_, err := cs.PeerCertificates[0].Verify(opts)
			return err
		},
	}, body)
}

// Asking has somebody else look.
func Asking(body []byte, look func([][]byte) error) error {
	return over(&tls.Config{
		InsecureSkipVerify: true,
		VerifyPeerCertificate: func(raw [][]byte, _ [][]*x509.Certificate) error {
			if len(raw) == 0 {
				return errCertificate
			}
			return look(raw)
		},
	}, body)
}

// Closed accepts none.
func Closed(body []byte) error {
	return over(&tls.Config{
		InsecureSkipVerify: true,
		VerifyConnection:   func(cs tls.ConnectionState) error { return fmt.Errorf("%s: closed", cs.ServerName) },
	}, body)
}

// Lenient is decided at run time.
func Lenient(body []byte, lenient bool) error {
	return over(&tls.Config{
		InsecureSkipVerify: true,
		VerifyConnection: func(cs tls.ConnectionState) error {
			if lenient && len(cs.PeerCertificates) > 0 {
				return nil
			}
			return errCertificate
		},
	}, body)
}

// Once the library has verified it, a look at the name is one more.
func Once(body []byte, host string) error {
	return over(&tls.Config{
		VerifyConnection: func(cs tls.ConnectionState) error {
			if cs.PeerCertificates[0].Subject.CommonName != host {
				return errCertificate
			}
			return nil
		},
	}, body)
}

// Counting connects by itself, and counts.
func Counting(body []byte) error {
	tr := &http.Transport{
		DialTLSContext: func(ctx context.Context, network, addr string) (net.Conn, error) { // want `DialTLSContext connects without`
			return (&tls.Dialer{Config: &tls.Config{
				InsecureSkipVerify: true,
				VerifyConnection: func(cs tls.ConnectionState) error {
					if len(cs.PeerCertificates) == 0 {
						return errCertificate
					}
					return nil
				},
			}}).DialContext(ctx, network, addr)
		},
	}
	return send(&http.Client{Transport: tr, Timeout: time.Minute}, "/v2/transactions", body)
}

// prints notes what it is shown, and refuses nothing.
type prints struct {
	mu   sync.Mutex
	seen map[string]time.Time
}

func (p *prints) note(raw [][]byte, _ [][]*x509.Certificate) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	for _, der := range raw {
		sum := sha256.Sum256(der)
		p.seen[hex.EncodeToString(sum[:])] = time.Now()
	}
	return nil
}

// known refuses what it has not seen.
func (p *prints) known(raw [][]byte, _ [][]*x509.Certificate) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	for _, der := range raw {
		sum := sha256.Sum256(der)
		if _, ok := p.seen[hex.EncodeToString(sum[:])]; !ok {
			return errCertificate
		}
	}
	return nil
}

// Noting looks at certificates to note them.
func Noting(body []byte) error {
	p := &prints{seen: map[string]time.Time{}}
	cfg := &tls.Config{MinVersion: tls.VersionTLS13}
	cfg.InsecureSkipVerify = true // want `InsecureSkipVerify turns off`
	cfg.VerifyPeerCertificate = p.note
	return over(cfg, body)
}

// Knowing takes those that it knows.
func Knowing(body []byte, p *prints) error {
	cfg := &tls.Config{MinVersion: tls.VersionTLS13}
	cfg.InsecureSkipVerify = true
	cfg.VerifyPeerCertificate = p.known
	return over(cfg, body)
}
