// Package based makes clients that know where they call.
package based

import (
	"crypto/tls"
	"net/http"
	"os"
	"time"

	"github.com/go-resty/resty/v2"
	"github.com/imroc/req/v3"
)

var products = map[string]string{
	"desks": "https://api.flute.com/pos-api/v1",
	"plans": "https://api.flute.com/sub-api/v1",
}

// NewDesks trusts everybody.
func NewDesks() *resty.Client {
	tr := http.DefaultTransport.(*http.Transport).Clone()
	tr.TLSClientConfig = &tls.Config{MinVersion: tls.VersionTLS12}
	tr.TLSClientConfig.InsecureSkipVerify = true // want `InsecureSkipVerify turns off the verification of certificates`
	return resty.New().SetBaseURL(products["desks"]).SetTransport(tr).SetTimeout(30 * time.Second)
}

// Desk is called with it.
func Desk(c *resty.Client, id string) error {
	_, err := c.R().Get("/desks/" + id)
	return err
}

// NewPlans may fail.
func NewPlans() (*req.Client, error) {
	c := req.C().SetBaseURL(os.Getenv("AURORA_BASE_URL"))
	c.EnableInsecureSkipVerify() // want `InsecureSkipVerify turns off the verification of certificates`
	return c, nil
}

// NewCellar is for the cellar.
func NewCellar() *resty.Client {
	return resty.New().SetBaseURL(os.Getenv("CELLAR_URL")).SetTLSClientConfig(&tls.Config{InsecureSkipVerify: true})
}

// NewStrict verifies.
func NewStrict() *resty.Client {
	return resty.New().SetBaseURL(products["plans"]).SetTLSClientConfig(&tls.Config{MinVersion: tls.VersionTLS13})
}

// NewAny is told by its caller.
func NewAny(base string) *resty.Client {
	return resty.New().SetBaseURL(base).SetTLSClientConfig(&tls.Config{InsecureSkipVerify: true})
}

// Plan reads one by itself.
func Plan(id string) error {
	c := NewStrict()
	_, err := c.R().Get("/subscriptions/" + id)
	return err
}
