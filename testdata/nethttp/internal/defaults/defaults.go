// Package defaults gives a call what its options left out.
package defaults

import (
	"crypto/rand"
	"net/http"
	"strings"
	"time"
)

type call struct {
	key     string
	retries int
}

// Option changes how a call is made.
type Option func(*call)

// WithKey gives a call its key.
func WithKey(key string) Option { return func(c *call) { c.key = key } }

var client = &http.Client{Timeout: 20 * time.Second}

const voids = "https://api.flute.com/pay-api/v1/transactions/void"

func attempts(n int, f func() error) error {
	var err error
	for ; n > 0; n-- {
		if err = f(); err == nil {
			return nil
		}
	}
	return err
}

func send(req *http.Request) error {
	resp, err := client.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Void makes a key where the options gave none, before the first attempt.
func Void(body string, opts ...Option) error {
	c := &call{retries: 3}
	for _, opt := range opts {
		opt(c)
	}
	if c.key == "" {
		c.key = rand.Text()
	}
	return attempts(c.retries, func() error {
		req, err := http.NewRequest(http.MethodPost, voids, strings.NewReader(body))
		if err != nil {
			return err
		}
		req.Header.Set("Idempotency-Key", c.key)
		return send(req)
	})
}

// VoidBy is Void with the key in a variable.
func VoidBy(body string, opts ...Option) error {
	c := call{retries: 3}
	for _, opt := range opts {
		opt(&c)
	}
	key := c.key
	if key == "" {
		key = "void-" + rand.Text()
	}
	req, err := http.NewRequest(http.MethodPost, voids, strings.NewReader(body))
	if err != nil {
		return err
	}
	req.Header.Set("Idempotency-Key", key)
	return attempts(c.retries, func() error { return send(req) })
}

// VoidEach makes the missing key in the attempt.
func VoidEach(body string, opts ...Option) error {
	c := &call{retries: 3}
	for _, opt := range opts {
		opt(c)
	}
	return attempts(c.retries, func() error {
		req, err := http.NewRequest(http.MethodPost, voids, strings.NewReader(body)) // want `another idempotency key for each attempt`
		if err != nil {
			return err
		}
		key := c.key
		if key == "" {
			key = rand.Text()
		}
		req.Header.Set("Idempotency-Key", key)
		return send(req)
	})
}

// VoidGiven takes no options: without a key the call has none.
func VoidGiven(body string, reuse bool) error {
	c := &call{retries: 3}
	if reuse {
		c.key = rand.Text()
	}
	req, err := http.NewRequest(http.MethodPost, voids, strings.NewReader(body)) // want `without an idempotency key on some path`
	if err != nil {
		return err
	}
	req.Header.Set("Idempotency-Key", c.key)
	return send(req)
}

const letters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"

// VoidCode makes a key of letters that it draws.
func VoidCode(body string) error {
	drawn := make([]byte, 16)
	if _, err := rand.Read(drawn); err != nil {
		return err
	}
	key := ""
	for _, b := range drawn {
		i := int(b) % len(letters)
		key += letters[i : i+1]
	}
	req, err := http.NewRequest(http.MethodPost, voids, strings.NewReader(body))
	if err != nil {
		return err
	}
	req.Header.Set("Idempotency-Key", key)
	return send(req)
}

// VoidFirst cuts its key out of a constant.
func VoidFirst(body string) error {
	req, err := http.NewRequest(http.MethodPost, voids, strings.NewReader(body)) // want `the same idempotency key for every request`
	if err != nil {
		return err
	}
	req.Header.Set("Idempotency-Key", letters[:16])
	return send(req)
}
