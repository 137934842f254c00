// Package heimdall calls the API by heimdall.
package heimdall

import (
	"bytes"
	"net/http"
	"os"
	"strings"
	"time"

	"github.com/gojek/heimdall/v7"
	"github.com/gojek/heimdall/v7/httpclient"
	"github.com/gojek/heimdall/v7/hystrix"
	"github.com/google/uuid"
)

func at(path string) string { return os.Getenv("ARISE_BASE_URL") + path }

// Kiosk sells.
type Kiosk struct{ c heimdall.Client }

// NewKiosk has heimdall's own timeout.
func NewKiosk() *Kiosk {
	return &Kiosk{httpclient.NewClient(
		httpclient.WithRetrier(heimdall.NewRetrier(heimdall.NewConstantBackoff(time.Second, time.Millisecond))),
		httpclient.WithRetryCount(2),
	)}
}

// Bare has no headers.
func (k *Kiosk) Bare() error {
	resp, err := k.c.Post(at("/pos-api/v1/pos-transactions/7/cancel"), nil, nil) // want `POST …/pos-api/v1/pos-transactions/7/cancel leaves without an idempotency key`
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Keyed has one in a literal.
func (k *Kiosk) Keyed(id string) error {
	resp, err := k.c.Post(at("/pos-api/v1/pos-transactions/"+id+"/cancel"), nil, http.Header{"Idempotency-Key": {"stop-" + id}})
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Once makes one for all attempts.
func (k *Kiosk) Once(id string) error {
	h := make(http.Header)
	h.Set("Idempotency-Key", uuid.NewString())
	resp, err := k.c.Put(at("/v2/customers/"+id), strings.NewReader("{}"), h)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Made sends a request that it made.
func (k *Kiosk) Made(id string) error {
	r, err := http.NewRequest(http.MethodDelete, at("/v2/customers/"+id), nil) // want `DELETE …/v2/customers/… leaves without an idempotency key`
	if err != nil {
		return err
	}
	resp, err := k.c.Do(r)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Body has the reference.
func (k *Kiosk) Body(order string) error {
	resp, err := k.c.Post(at("/pos-api/v1/pos-transactions"), bytes.NewBufferString(`{"referenceId":"`+order+`"}`), http.Header{})
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

type stamp struct{ label string }

func (s *stamp) OnRequestStart(r *http.Request) {
	r.Header.Set("Idempotency-Key", s.label+uuid.NewString())
}
func (s *stamp) OnRequestEnd(*http.Request, *http.Response) {}
func (s *stamp) OnError(*http.Request, error)               {}

// Stamped makes keys in a plugin, which runs for each attempt.
func Stamped() error {
	c := httpclient.NewClient(httpclient.WithRetryCount(2))
	c.AddPlugin(&stamp{"k"})
	resp, err := c.Post(at("/v2/customers"), nil, http.Header{}) // want `POST …/v2/customers gets another idempotency key for each attempt`
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// StampedOnce has a client that repeats nothing.
func StampedOnce() error {
	c := httpclient.NewClient()
	c.AddPlugin(&stamp{"k"})
	resp, err := c.Post(at("/v2/customers"), nil, http.Header{})
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Breaker goes through a circuit breaker.
func Breaker() error {
	c := hystrix.NewClient(hystrix.WithCommandName("pay"), hystrix.WithHTTPTimeout(5*time.Second))
	resp, err := c.Patch(at("/v2/payment-links/1"), nil, nil) // want `PATCH …/v2/payment-links/1 leaves without an idempotency key`
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Zero takes the timeout off.
func Zero() error {
	c := httpclient.NewClient(httpclient.WithHTTPTimeout(0)) // want `the httpclient.Client that sends GET …/v2/terminals has a timeout of zero`
	resp, err := c.Get(at("/v2/terminals"), nil)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Given gives a client without one.
func Given() error {
	c := hystrix.NewClient(hystrix.WithHTTPClient(&http.Client{})) // want `that sends GET …/v2/terminals has no timeout`
	resp, err := c.Get(at("/v2/terminals"), nil)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// named sends with a key made of the path when there is none.
type named struct{ next *http.Client }

func (n named) Do(r *http.Request) (*http.Response, error) {
	if r.Header.Get("Idempotency-Key") == "" {
		r.Header.Set("Idempotency-Key", r.Method+" "+r.URL.Path)
	}
	return n.next.Do(r)
}

// renamed makes another one each time.
type renamed struct{ next *http.Client }

func (n renamed) Do(r *http.Request) (*http.Response, error) {
	r.Header.Set("Idempotency-Key", uuid.NewString())
	return n.next.Do(r)
}

// Named sends with a doer of its own.
func Named(id string) error {
	c := httpclient.NewClient(httpclient.WithHTTPClient(named{&http.Client{Timeout: time.Second}}), httpclient.WithRetryCount(2))
	_, err := c.Delete("https://api.flute.com/v2/customers/"+id, nil)
	return err
}

// Renamed repeats above one.
func Renamed(id string) error {
	c := httpclient.NewClient(httpclient.WithHTTPClient(renamed{&http.Client{Timeout: time.Second}}), httpclient.WithRetryCount(2))
	_, err := c.Delete("https://api.flute.com/v2/customers/"+id, nil) // want `DELETE https://api.flute.com/v2/customers/… gets another idempotency key for each attempt`
	return err
}

// RenamedEndless has one without a limit.
func RenamedEndless(id string) error {
	c := httpclient.NewClient(httpclient.WithHTTPClient(renamed{&http.Client{}})) // want `the http.Client that sends DELETE https://api.flute.com/v2/customers/… has no timeout`
	_, err := c.Delete("https://api.flute.com/v2/customers/"+id, nil)
	return err
}

// Replaced sends with a client of the program's, whose timeout is the only one.
func Replaced() error {
	c := httpclient.NewClient( // want `the httpclient.Client that sends GET …/v2/customers has no timeout`
		httpclient.WithHTTPClient(&http.Client{Transport: http.DefaultTransport}),
		httpclient.WithHTTPTimeout(5*time.Second),
	)
	resp, err := c.Get(at("/v2/customers"), nil)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// GivenBounded sends with one that has a timeout.
func GivenBounded() error {
	c := httpclient.NewClient(httpclient.WithHTTPClient(&http.Client{Timeout: time.Minute}))
	resp, err := c.Get(at("/v2/customers"), nil)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
