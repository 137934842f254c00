// Package machine moves a sale from state to state.
package machine

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"os"
	"time"
)

// Sale is what moves.
type Sale struct {
	ID, Hold, Session string
	Cents             int64
}

type state func(context.Context, *Sale) (state, error)

// Machine moves sales.
type Machine struct {
	host string
	hc   *http.Client
}

// New returns a machine for the current host.
func New() *Machine {
	// clienttimeout: fine, limit set after the literal
	m := &Machine{host: "https://" + os.Getenv("ARISE_API_HOST"), hc: &http.Client{}}
	m.hc.Timeout = 11 * time.Second
	return m
}

// Move runs the states until there is none.
func (m *Machine) Move(ctx context.Context, s *Sale) error {
	var err error
	for st := state(m.opening); st != nil && err == nil; {
		st, err = st(ctx, s)
	}
	return err
}

func (m *Machine) send(req *http.Request) error {
	resp, err := m.hc.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode >= 300 {
		return errors.New("machine: " + resp.Status)
	}
	return nil
}

func (m *Machine) opening(ctx context.Context, s *Sale) (state, error) {
	// idempotencykey: a fault, first state opens a session without key
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, m.host+"/pay-int-api/payment-sessions", nil) // want `POST https://./pay-int-api/payment-sessions leaves without an idempotency key; a repeated request is taken for a new one \(idempotencykey\)`
	if err != nil {
		return nil, err
	}
	req.Header.Set("x-api-version", "1")
	if err := m.send(req); err != nil {
		return nil, err
	}
	return m.taking, nil
}

func (m *Machine) taking(ctx context.Context, s *Sale) (state, error) {
	// idempotencykey: fine, sale and amount name the operation
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, m.host+"/pay-api/v1/transactions/capture", nil)
	if err != nil {
		return nil, err
	}
	req.Header.Set("Idempotency-Key", fmt.Sprintf("%s.%d", s.ID, s.Cents))
	if err := m.send(req); err != nil {
		return m.giving, nil
	}
	return m.closing, nil
}

func (m *Machine) giving(ctx context.Context, s *Sale) (state, error) {
	// idempotencykey: a fault, key only on one of two ways
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, m.host+"/pay-api/v1/transactions/void", nil) // want `POST https://./pay-api/v1/transactions/void leaves without an idempotency key on some path; a repeated request is taken for a new one \(idempotencykey\)`
	if err != nil {
		return nil, err
	}
	if s.Cents > 10_000 {
		req.Header.Set("Idempotency-Key", "void."+s.ID)
	}
	return nil, m.send(req)
}

func (m *Machine) closing(ctx context.Context, s *Sale) (state, error) {
	// idempotencykey: fine, key set before the early return
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, m.host+"/pay-int-api/payment-sessions/"+s.Session+"/cancel", nil)
	if err != nil {
		return nil, err
	}
	if req.Header.Set("Idempotency-Key", "close."+s.ID); s.Session == "" {
		return nil, nil
	}
	return m.looking, m.send(req)
}

func (m *Machine) looking(ctx context.Context, s *Sale) (state, error) {
	// idempotencykey: fine, a read
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, m.host+"/pay-int-api/payment-sessions/"+s.Session, nil)
	if err != nil {
		return nil, err
	}
	return nil, m.send(req)
}
