// Package wire reads what requests hold and puts it back.
package wire

import (
	"bytes"
	"io"
	"net/http"
)

// Sum counts the bytes of a body.
func Sum(r *http.Request) int {
	raw, _ := io.ReadAll(r.Body)
	r.Body = io.NopCloser(bytes.NewReader(raw))
	return len(raw)
}

// Counted counts what is sent.
type Counted struct {
	Next  http.RoundTripper
	Bytes int
}

// RoundTrip implements http.RoundTripper.
func (c *Counted) RoundTrip(r *http.Request) (*http.Response, error) {
	c.Bytes += Sum(r)
	return c.Next.RoundTrip(r)
}

// Relay sends the same again to another host.
func Relay(hc *http.Client, r *http.Request, to string) error {
	again, err := http.NewRequest(r.Method, to, r.Body)
	if err != nil {
		return err
	}
	res, err := hc.Do(again)
	if err != nil {
		return err
	}
	return res.Body.Close()
}
