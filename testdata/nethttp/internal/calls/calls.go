// Package calls has calls as values, which callers give headers.
package calls

import (
	"context"
	"net/http"
	"time"
)

// Service makes calls.
type Service struct{ hc *http.Client }

// New makes a service.
func New() *Service { return &Service{&http.Client{Timeout: time.Minute}} }

// Call is a deletion.
type Call struct {
	s      *Service
	id     string
	header http.Header
}

// Delete makes a call.
func (s *Service) Delete(id string) *Call { return &Call{s: s, id: id} }

// Header gives the headers, to which callers add theirs.
func (c *Call) Header() http.Header {
	if c.header == nil {
		c.header = make(http.Header)
	}
	return c.header
}

// Do does the call.
func (c *Call) Do(ctx context.Context) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodDelete, "https://api.flute.com/v2/customers/"+c.id, nil)
	if err != nil {
		return err
	}
	for k, v := range c.header {
		req.Header[k] = v
	}
	resp, err := c.s.hc.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func keyed(ctx context.Context, id, ticket string) error {
	c := New().Delete(id)
	c.Header().Set("Idempotency-Key", "delete-"+ticket)
	return c.Do(ctx)
}

func bare(ctx context.Context, id, ticket string) error {
	c := New().Delete(id)
	c.Header().Set("X-Ticket", ticket)
	return c.Do(ctx) // want `DELETE https://api.flute.com/v2/customers/… leaves without an idempotency key`
}

// Erasure is a deletion whose headers nobody gets at.
type Erasure struct {
	s      *Service
	id     string
	header http.Header
}

// Erase makes one.
func (s *Service) Erase(id string) *Erasure {
	return &Erasure{s, id, http.Header{"Accept": {"application/json"}}}
}

// Do does it.
func (e *Erasure) Do(ctx context.Context) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodDelete, "https://api.flute.com/v2/customers/"+e.id, nil) // want `DELETE https://api.flute.com/v2/customers/… leaves without an idempotency key`
	if err != nil {
		return err
	}
	for k, v := range e.header {
		req.Header[k] = v
	}
	resp, err := e.s.hc.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
