// Package doers sends through a chain of functions around a client.
package doers

import (
	"net/http"

	"github.com/google/uuid"
)

// Doer sends a request.
type Doer interface {
	Do(*http.Request) (*http.Response, error)
}

// Func is a function that is a Doer.
type Func func(*http.Request) (*http.Response, error)

// Do sends by the function.
func (f Func) Do(r *http.Request) (*http.Response, error) { return f(r) }

// Layer puts something around a Doer.
type Layer func(Doer) Doer

func chain(d Doer, layers ...Layer) Doer {
	for i := len(layers) - 1; i >= 0; i-- {
		d = layers[i](d)
	}
	return d
}

func agent(name string) Layer {
	return func(next Doer) Doer {
		return Func(func(r *http.Request) (*http.Response, error) {
			r.Header.Set("User-Agent", name)
			return next.Do(r)
		})
	}
}

func keyed() Layer {
	return func(next Doer) Doer {
		return Func(func(r *http.Request) (*http.Response, error) {
			if r.Header.Get("Idempotency-Key") == "" {
				r.Header.Set("Idempotency-Key", uuid.NewString())
			}
			return next.Do(r)
		})
	}
}

// settle leaves the key to the chain that it is given.
func settle(d Doer) error {
	r, err := http.NewRequest(http.MethodPost, "https://api.flute.com/v2/settlements/settle", nil)
	if err != nil {
		return err
	}
	resp, err := d.Do(r)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Keyed gives one that makes it.
func Keyed(hc *http.Client) error { return settle(chain(hc, agent("doers"), keyed())) }

// Bare gives one that does not.
func Bare(hc *http.Client) error {
	return settle(chain(hc, agent("doers"))) // want `POST https://api.flute.com/v2/settlements/settle leaves without an idempotency key`
}
