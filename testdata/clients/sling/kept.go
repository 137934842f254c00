package sling

import (
	"net/http"
	"os"
	"time"

	"github.com/dghubble/sling"
)

// Pier keeps a request that all its requests are copies of.
type Pier struct{ s *sling.Sling }

// NewPier gives it no client.
func NewPier() Pier {
	return Pier{s: sling.New().Base(os.Getenv("FLUTE_API_BASE"))} // want `http.DefaultClient that sends GET …/v2/terminals has no timeout`
}

// Lamps is one of its requests.
func (p Pier) Lamps(out any) error {
	_, err := p.s.New().Get("/v2/terminals").ReceiveSuccess(out)
	return err
}

// Ropes is another one.
func (p Pier) Ropes(out any) error {
	_, err := p.s.New().Get("/v2/customers").ReceiveSuccess(out)
	return err
}

// Mole keeps one with a client.
type Mole struct{ s *sling.Sling }

// NewMole gives it.
func NewMole() Mole {
	return Mole{s: sling.New().Base(os.Getenv("FLUTE_API_BASE")).Client(&http.Client{Timeout: time.Minute})}
}

// Lamps is one of its requests.
func (m Mole) Lamps(out any) error {
	_, err := m.s.New().Get("/v2/terminals").ReceiveSuccess(out)
	return err
}

// Jetty keeps one without, and each of its requests has its own.
type Jetty struct{ s *sling.Sling }

// NewJetty gives none.
func NewJetty() Jetty { return Jetty{s: sling.New().Base(os.Getenv("FLUTE_API_BASE"))} }

// Lamps is one of its requests.
func (j Jetty) Lamps(hc *http.Client, out any) error {
	_, err := j.s.New().Client(hc).Get("/v2/terminals").ReceiveSuccess(out)
	return err
}
