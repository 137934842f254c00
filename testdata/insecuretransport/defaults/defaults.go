// Package defaults changes what net/http has for everybody.
package defaults

import (
	"crypto/tls"
	"net/http"
	"time"
)

func init() {
	http.DefaultTransport.(*http.Transport).TLSClientConfig = &tls.Config{InsecureSkipVerify: true} // want `InsecureSkipVerify turns off`
}

// Find looks a payment up.
func Find(id string) error {
	resp, err := http.Get("https://api.flute.com/v2/transactions/" + id)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Scale asks an old scale by a clone, whose settings are its own.
func Scale(host string) error {
	tr := http.DefaultTransport.(*http.Transport).Clone()
	tr.TLSClientConfig.MinVersion = tls.VersionTLS10
	resp, err := (&http.Client{Transport: tr, Timeout: time.Second}).Get("https://scale." + host + ".shop.example/weight")
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Both asks the scale first.
func Both(id string) error {
	if err := Scale("north"); err != nil {
		return err
	}
	return Find(id)
}
