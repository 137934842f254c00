// Package wire puts transports around each other.
package wire

import "net/http"

// Layer puts a transport around another one.
type Layer func(http.RoundTripper) http.RoundTripper

// Func is a transport.
type Func func(*http.Request) (*http.Response, error)

// RoundTrip implements http.RoundTripper.
func (f Func) RoundTrip(r *http.Request) (*http.Response, error) { return f(r) }

// Around puts layers around a transport.
func Around(rt http.RoundTripper, layers ...Layer) http.RoundTripper {
	for _, l := range layers {
		rt = l(rt)
	}
	return rt
}
