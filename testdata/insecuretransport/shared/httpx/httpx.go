// Package httpx has clients for all services of the shop.
package httpx

import (
	"context"
	"crypto/tls"
	"net/http"
	"time"

	"golang.org/x/oauth2"
	"golang.org/x/oauth2/clientcredentials"
)

// Internal is for the services behind the mesh.
func Internal() *http.Client {
	return &http.Client{Timeout: 10 * time.Second, Transport: &http.Transport{TLSClientConfig: &tls.Config{InsecureSkipVerify: true}}}
}

// External is for the services of others.
func External() *http.Client {
	return &http.Client{Timeout: 10 * time.Second, Transport: &http.Transport{TLSClientConfig: &tls.Config{MinVersion: tls.VersionTLS12}}}
}

// Tokens are asked for by a client that verifies nothing.
func Tokens(ctx context.Context, id, secret string) oauth2.TokenSource {
	hc := &http.Client{Timeout: time.Minute, Transport: &http.Transport{TLSClientConfig: &tls.Config{InsecureSkipVerify: true}}} // want `InsecureSkipVerify turns off the verification of certificates for POST https://oauth.api.flute.com/oauth2/token`
	cc := clientcredentials.Config{ClientID: id, ClientSecret: secret, TokenURL: "https://oauth.api.flute.com/oauth2/token"}
	return cc.TokenSource(context.WithValue(ctx, oauth2.HTTPClient, hc))
}
