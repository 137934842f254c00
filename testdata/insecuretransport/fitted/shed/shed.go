// Package shed has a service that calls the payment API and one that calls another: for which of them its
// transports are is not known.
package shed

import (
	"crypto/tls"
	"net/http"
)

// Purse calls the payment API.
type Purse struct{ web *http.Client }

// NewPurse makes one.
func NewPurse(rt http.RoundTripper) *Purse { return &Purse{&http.Client{Transport: rt}} }

// Show reads a payment.
func (p *Purse) Show(id string) (*http.Response, error) {
	return p.web.Get("https://api.flute.com/v2/transactions/" + id)
}

// Tools are lent to neighbours.
type Tools struct{ web *http.Client }

// NewTools makes them.
func NewTools(rt http.RoundTripper) *Tools { return &Tools{&http.Client{Transport: rt}} }

// Lent says which.
func (t *Tools) Lent() (*http.Response, error) { return t.web.Get("https://tools.example.com/lent") }

// Neighbour has a certificate of its own.
func Neighbour() *http.Transport {
	return &http.Transport{TLSClientConfig: &tls.Config{InsecureSkipVerify: true}}
}
