// Package httpx has clients for all services of the shop.
package httpx

import (
	"crypto/tls"
	"net/http"
	"time"
)

// Internal is for the services behind the mesh.
func Internal() *http.Client {
	return &http.Client{Timeout: 10 * time.Second, Transport: &http.Transport{TLSClientConfig: &tls.Config{InsecureSkipVerify: true}}}
}

// External is for the services of others.
func External() *http.Client {
	return &http.Client{Timeout: 10 * time.Second, Transport: &http.Transport{TLSClientConfig: &tls.Config{MinVersion: tls.VersionTLS12}}}
}
