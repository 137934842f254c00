// Package backend sends by a backend that is made when it is first asked for.
package backend

import (
	"crypto/rand"
	"net/http"
	"reflect"
	"strings"
	"sync"
	"time"
)

// Common is what all parameters have.
type Common struct{ Key *string }

func (c *Common) common() *Common { return c }

// Parameters are those of one call.
type Parameters interface{ common() *Common }

// Sale are the parameters of a sale.
type Sale struct {
	Common
	Amount int
}

// Void are the parameters of a void.
type Void struct{ Common }

// Backend sends calls.
type Backend interface {
	Call(path string, p Parameters) error
	Plain(path string, p Parameters) error
}

var shared struct {
	sync.Mutex
	api Backend
}

// Get returns the shared backend.
func Get() Backend {
	shared.Lock()
	defer shared.Unlock()
	if b := shared.api; b != nil {
		return b
	}
	b := &sender{hc: &http.Client{Timeout: time.Minute}}
	shared.api = b
	return b
}

type sender struct{ hc *http.Client }

// Call gives each call a key, its own or a new one.
func (s *sender) Call(path string, p Parameters) error {
	var c *Common
	if p != nil {
		if v := reflect.ValueOf(p); v.Kind() == reflect.Pointer && !v.IsNil() {
			c = p.common()
		}
	}
	req, err := http.NewRequest(http.MethodPost, "https://api.flute.com"+path, strings.NewReader("{}"))
	if err != nil {
		return err
	}
	if c != nil {
		if c.Key != nil {
			req.Header.Set("Idempotency-Key", *c.Key)
		} else {
			req.Header.Set("Idempotency-Key", rand.Text())
		}
	}
	return s.do(req)
}

// Plain makes no key for those who give none.
func (s *sender) Plain(path string, p Parameters) error {
	req, err := http.NewRequest(http.MethodPost, "https://api.flute.com"+path, strings.NewReader("{}"))
	if err != nil {
		return err
	}
	if v := reflect.ValueOf(p); v.Kind() != reflect.Pointer || v.IsNil() {
		return s.do(req)
	}
	if c := p.common(); c.Key != nil {
		req.Header.Set("Idempotency-Key", *c.Key)
	}
	return s.do(req)
}

func (s *sender) do(req *http.Request) error {
	resp, err := s.hc.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Client calls through a backend.
type Client struct{ B Backend }

// Sell always has a key.
func (c Client) Sell(s *Sale) error { return c.B.Call("/pay-api/v1/transactions/sale", s) }

// Sales sells once, by the shared backend.
func Sales() error { return Client{B: Get()}.Sell(&Sale{Amount: 1}) }

// Voids gives no key to a call that makes none.
func Voids() error {
	return Get().Plain("/pay-api/v1/transactions/void", &Void{}) // want `without an idempotency key`
}
