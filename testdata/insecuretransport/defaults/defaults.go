// Package defaults changes what net/http has for everybody.
package defaults

import (
	"crypto/tls"
	"net/http"
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
