// Package pairs has types of which more than one value is made, each with a client.
package pairs

import (
	"net/http"
	"os"
	"time"
)

// Site is a service: the payments API or another one.
type Site struct {
	base string
	hc   *http.Client
}

// Payments answers in time.
func Payments() *Site {
	return &Site{base: os.Getenv("AURORA_BASE_URL"), hc: &http.Client{Timeout: 9 * time.Second}}
}

// Stock is another company's, which may take its time.
func Stock() *Site {
	return &Site{base: os.Getenv("STOCK_BASE_URL"), hc: &http.Client{}}
}

// Health asks for a sign of life.
func (s *Site) Health() error {
	resp, err := s.hc.Get(s.base + "/health")
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Shop is a service, too.
type Shop struct {
	root string
	http *http.Client
}

// Checkout waits for ever.
func Checkout() *Shop {
	return &Shop{root: os.Getenv("AURORA_BASE_URL"), http: &http.Client{}} // want `the http.Client that sends GET …/health has no timeout`
}

// Mail is another company's.
func Mail() *Shop {
	return &Shop{root: "https://mail.example", http: &http.Client{Timeout: time.Second}}
}

// Health asks for a sign of life.
func (s *Shop) Health() error {
	resp, err := s.http.Get(s.root + "/health")
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Kind reads the stored things of a kind.
type Kind[T any] struct {
	name string
	hc   *http.Client
}

// Hook is a webhook.
type Hook struct{ URL string }

// Terminal is a terminal.
type Terminal struct{ ID string }

// Get reads one.
func (k *Kind[T]) Get(id string) (v T, err error) {
	resp, err := k.hc.Get("https://api.flute.com/v2/" + k.name + "/" + id)
	if err != nil {
		return v, err
	}
	return v, resp.Body.Close()
}

// Hooks reads webhooks.
func Hooks() *Kind[Hook] {
	return &Kind[Hook]{name: "webhooks/endpoints", hc: &http.Client{}} // want `the http.Client that sends GET https://api.flute.com/v2/webhooks/endpoints/… has no timeout`
}

// Terminals reads terminals.
func Terminals() *Kind[Terminal] {
	return &Kind[Terminal]{name: "terminals", hc: &http.Client{Timeout: time.Minute}}
}
