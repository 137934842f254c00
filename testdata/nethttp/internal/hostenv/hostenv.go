// Package hostenv is told the host alone; the scheme is its own.
package hostenv

import (
	"fmt"
	"net/http"
	"net/url"
	"os"
)

// Enrol puts the URL together from its fields.
func Enrol(hc *http.Client) error {
	u := url.URL{Scheme: "https", Host: os.Getenv("AURORA_API_HOST"), Path: "/v2/customers"}
	resp, err := hc.Post(u.String(), "application/json", nil) // want `POST https://…/v2/customers leaves without an idempotency key`
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Leave formats scheme and host.
func Leave(hc *http.Client, id string) error {
	rq, err := http.NewRequest(http.MethodDelete, fmt.Sprintf("%s://%s/v2/customers/%s", os.Getenv("SCHEME"), os.Getenv("FLUTE_HOST"), id), nil) // want `leaves without an idempotency key`
	if err != nil {
		return err
	}
	resp, err := hc.Do(rq)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Keyed has a key.
func Keyed(hc *http.Client, key string) error {
	rq, err := http.NewRequest(http.MethodPost, "https://"+os.Getenv("AURORA_API_HOST")+"/v2/customers", nil)
	if err != nil {
		return err
	}
	rq.Header.Set("Idempotency-Key", key)
	resp, err := hc.Do(rq)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Newsletter is another service's, of which a query names the API's host.
func Newsletter(hc *http.Client) error {
	resp, err := hc.Post("https://"+os.Getenv("LETTER_HOST")+"/v2/customers?from=https://"+os.Getenv("AURORA_API_HOST"), "application/json", nil)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Tenant asks a host of another domain.
func Tenant(hc *http.Client) error {
	resp, err := hc.Post("https://"+os.Getenv("AURORA_TENANT")+".letters.example.com/v2/customers", "application/json", nil)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
