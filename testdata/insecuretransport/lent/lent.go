// Package lent makes clients for those who call its functions: the settings are at fault, not who uses them.
package lent

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"net"
	"net/http"
	"os"
	"time"
)

// Old is for the machines at the gate.
func Old() *http.Client {
	return &http.Client{Timeout: 30 * time.Second, Transport: &http.Transport{
		TLSClientConfig: &tls.Config{MinVersion: tls.VersionTLS10}, // want `below 1.2`
	}}
}

// Current is for the others.
func Current() *http.Client {
	return &http.Client{Timeout: 30 * time.Second, Transport: &http.Transport{
		TLSClientConfig: &tls.Config{MinVersion: tls.VersionTLS13},
	}}
}

// Gate dials by itself.
func Gate() *http.Client {
	accept := func([][]byte, [][]*x509.Certificate) error { return nil }
	dialer := &tls.Dialer{NetDialer: &net.Dialer{Timeout: time.Second}, Config: &tls.Config{InsecureSkipVerify: true, VerifyPeerCertificate: accept}}
	return &http.Client{Timeout: 30 * time.Second, Transport: &http.Transport{DialTLSContext: dialer.DialContext}} // want `without`
}

// Yard dials by itself and looks at who answers.
func Yard() *http.Client {
	dialer := &tls.Dialer{NetDialer: &net.Dialer{Timeout: time.Second}, Config: &tls.Config{ServerName: "api.flute.com"}}
	return &http.Client{Timeout: 30 * time.Second, Transport: &http.Transport{DialTLSContext: dialer.DialContext}}
}

// Refunds takes a client.
func Refunds(ctx context.Context, hc *http.Client) (*http.Response, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, os.Getenv("AURORA_BASE_URL")+"/v2/transactions?type=refund", nil)
	if err != nil {
		return nil, err
	}
	return hc.Do(req)
}
