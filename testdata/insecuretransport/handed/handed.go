// Package handed gives each function the client that it is to use.
package handed

import (
	"crypto/tls"
	"net/http"
	"os"

	"github.com/go-resty/resty/v2"
	"github.com/hashicorp/go-retryablehttp"
)

func office() *resty.Client {
	c := resty.New().SetBaseURL(os.Getenv("AURORA_BASE_URL"))
	return c.SetTLSClientConfig(&tls.Config{InsecureSkipVerify: true}) // want `InsecureSkipVerify turns off the verification of certificates for GET .*/pos-api/v1/terminals`
}

func cellar() *resty.Client {
	c := resty.New().SetBaseURL(os.Getenv("CELLAR_URL"))
	return c.SetTLSClientConfig(&tls.Config{InsecureSkipVerify: true})
}

// Terminals may be given any client by others.
func Terminals(c *resty.Client) (string, error) {
	resp, err := c.R().Get("/pos-api/v1/terminals")
	if err != nil {
		return "", err
	}
	return resp.String(), nil
}

// Barrels are no business of the API.
func Barrels(c *resty.Client) error {
	_, err := c.R().Get("/barrels")
	return err
}

// Evening asks both.
func Evening() error {
	if _, err := Terminals(office()); err != nil {
		return err
	}
	return Barrels(cellar())
}

// Sessions is called by nobody here: which of the clients it gets is not known.
func Sessions(c *resty.Client) error {
	_, err := c.R().Get("/pay-int-api/payment-sessions/1")
	return err
}

func lazy(open bool) *retryablehttp.Client {
	rc := retryablehttp.NewClient()
	rc.HTTPClient.Transport = &http.Transport{TLSClientConfig: &tls.Config{InsecureSkipVerify: open}}
	return rc
}

func strict() *retryablehttp.Client {
	rc := retryablehttp.NewClient()
	rc.HTTPClient.Transport = &http.Transport{TLSClientConfig: &tls.Config{MinVersion: tls.VersionTLS13}}
	return rc
}

func old() *retryablehttp.Client {
	rc := retryablehttp.NewClient()
	rc.HTTPClient.Transport = &http.Transport{TLSClientConfig: &tls.Config{MinVersion: tls.VersionTLS10}}
	return rc
}

func plans(rc *retryablehttp.Client) error {
	resp, err := rc.Get("https://api.flute.com/sub-api/v1/subscriptions")
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func vines(rc *retryablehttp.Client) error {
	resp, err := rc.Get("https://vines.example.com/list")
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Morning asks for the plans by the good client alone.
func Morning() error {
	if err := vines(old()); err != nil {
		return err
	}
	if err := vines(lazy(true)); err != nil {
		return err
	}
	return plans(strict())
}

// Noon hands the client on.
func Noon() error { return through(weak()) }

func through(rc *retryablehttp.Client) error { return devices(rc) }

func weak() *retryablehttp.Client {
	rc := retryablehttp.NewClient()
	rc.HTTPClient.Transport = &http.Transport{TLSClientConfig: &tls.Config{MaxVersion: tls.VersionTLS11}} // want `MaxVersion lets GET .* go over TLS below 1.2`
	return rc
}

func devices(rc *retryablehttp.Client) error {
	resp, err := rc.Get("https://api.flute.com/pay-api/v1/devices")
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
