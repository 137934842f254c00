// Package alone makes one client for the functions that others give it to.
package alone

import (
	"crypto/tls"
	"os"

	"github.com/go-resty/resty/v2"
)

// New is called by those who also call the functions.
func New() *resty.Client {
	c := resty.New().SetBaseURL(os.Getenv("AURORA_BASE_URL"))
	c.SetTLSClientConfig(&tls.Config{InsecureSkipVerify: true}) // want `InsecureSkipVerify turns off`
	return c
}

// Devices reads them.
func Devices(c *resty.Client) error {
	_, err := c.R().Get("/pay-api/v1/devices")
	return err
}
