// Package wraps has round trippers that have their only method from the one inside.
package wraps

import (
	"net/http"
	"time"

	"github.com/google/uuid"
)

type quiet struct{ http.RoundTripper }

type named struct {
	http.RoundTripper
	name string
}

type stamp struct{ http.RoundTripper }

func (s stamp) RoundTrip(r *http.Request) (*http.Response, error) {
	r = r.Clone(r.Context())
	r.Header.Set("Idempotency-Key", uuid.NewString())
	return s.RoundTripper.RoundTrip(r)
}

// Hold is stamped inside.
func Hold(id string) error {
	hc := &http.Client{Timeout: time.Second, Transport: named{quiet{stamp{http.DefaultTransport}}, "till"}}
	resp, err := hc.Post("https://api.flute.com/v2/transactions/"+id+"/ach-hold", "application/json", nil)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// HoldBare has no stamp inside.
func HoldBare(id string) error {
	hc := &http.Client{Timeout: time.Second, Transport: named{quiet{http.DefaultTransport}, "till"}}
	resp, err := hc.Post("https://api.flute.com/v2/transactions/"+id+"/ach-hold", "application/json", nil) // want `POST .*/ach-hold leaves without an idempotency key`
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
