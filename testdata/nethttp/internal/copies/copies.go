// Package copies makes clients out of another one.
package copies

import (
	"net/http"
	"time"
)

const root = "https://api.flute.com/v2/"

var first = &http.Client{Timeout: 5 * time.Second}

func patient() *http.Client {
	c := *first
	c.Timeout = 0 // want `the http.Client that sends GET .*/v2/terminals has a timeout of zero`
	return &c
}

// Terminals waits.
func Terminals() (*http.Response, error) { return patient().Get(root + "terminals") }

func other() *http.Client {
	c := *first
	c.Jar = nil
	return &c
}

// Links does not.
func Links() (*http.Response, error) { return other().Get(root + "payment-links") }
