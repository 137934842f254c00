// Package netx makes HTTP clients for everybody.
package netx

import (
	"context"
	"io"
	"net/http"
	"time"
)

// Limited has the limit of the house.
func Limited() *http.Client {
	// clienttimeout: fine, limit in the literal
	return &http.Client{Timeout: 15 * time.Second}
}

// Raw has none: uploads to the object store take hours.
func Raw() *http.Client {
	// clienttimeout: fine, only the object store goes through it
	return &http.Client{Transport: &http.Transport{MaxConnsPerHost: 4}}
}

// Pooled has none either.
func Pooled(conns int) *http.Client {
	// clienttimeout: a fault, reads lists transactions through it
	return &http.Client{Transport: &http.Transport{MaxConnsPerHost: conns, ResponseHeaderTimeout: 10 * time.Second}}
}

// Capped puts a limit on every request that passes.
type Capped struct {
	Max  time.Duration
	Next http.RoundTripper
}

type capped struct {
	io.ReadCloser
	stop context.CancelFunc
}

func (c capped) Close() error {
	defer c.stop()
	return c.ReadCloser.Close()
}

// RoundTrip sends r with a deadline of its own.
func (c Capped) RoundTrip(r *http.Request) (*http.Response, error) {
	ctx, stop := context.WithTimeout(r.Context(), c.Max)
	resp, err := c.Next.RoundTrip(r.WithContext(ctx))
	if err != nil {
		stop()
		return nil, err
	}
	resp.Body = capped{resp.Body, stop}
	return resp, nil
}
