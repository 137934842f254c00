// Package client has transports for the client that its service is given.
package client

import (
	"context"
	"net/http"
)

// Desk calls the API.
type Desk struct{ hc *http.Client }

// NewDesk takes a client.
func NewDesk(hc *http.Client) *Desk { return &Desk{hc} }

// Device reads a device.
func (d *Desk) Device(ctx context.Context, id string) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, "https://api.flute.com/v2/devices/"+id, nil)
	if err != nil {
		return err
	}
	resp, err := d.hc.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

type eager struct{ next http.RoundTripper }

// RoundTrip does not wait.
func (e eager) RoundTrip(r *http.Request) (resp *http.Response, err error) {
	for range 4 {
		if resp, err = e.next.RoundTrip(r); err == nil && resp.StatusCode < 500 { // want `does not wait between attempts`
			break
		}
	}
	return resp, err
}

// Eager puts it around another one.
func Eager(next http.RoundTripper) http.RoundTripper { return eager{next} }

type once struct{ next http.RoundTripper }

// RoundTrip sends once.
func (o once) RoundTrip(r *http.Request) (*http.Response, error) { return o.next.RoundTrip(r) }

// Once puts it around another one.
func Once(next http.RoundTripper) http.RoundTripper { return once{next} }
