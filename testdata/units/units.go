// Package units has timeouts without a unit.
package units

import (
	"net/http"
	tm "time"
)

const pause = tm.Second

func seconds() (*http.Response, error) {
	c := &http.Client{Timeout: 30} // want `a forgotten unit`
	return c.Get("https://api.flute.com/v2/terminals")
}

func milliseconds() (*http.Response, error) {
	c := http.Client{ // want `a forgotten unit`
		Timeout: 5000, // the slow link
	} // the position is the literal
	return c.Get("https://api.flute.com/v2/terminals")
}

func either() (*http.Response, error) {
	c := &http.Client{Timeout: 500} // want `a forgotten unit`
	return c.Get("https://api.flute.com/v2/terminals")
}

func named(tm int) (*http.Response, error) {
	c := &http.Client{Timeout: 20} // want `a forgotten unit`
	return c.Get("https://api.flute.com/v2/terminals")
}

func none() (*http.Response, error) {
	c := &http.Client{} // want `has no timeout`
	return c.Get("https://api.flute.com/v2/terminals")
}
