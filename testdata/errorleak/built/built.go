// Package built makes its errors in functions that are given what the API answers.
package built

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
)

// Refusal is what an answer other than 2xx becomes.
type Refusal struct {
	Status  int
	Reason  string
	Raw     []byte
	TraceID string
}

func (r *Refusal) Error() string { return fmt.Sprintf("%d %s", r.Status, r.Reason) }

// Late is an error of the program's own.
type Late struct{ Order, Note string }

func (l *Late) Error() string { return l.Order + " is too late" }

// Terminals asks for terminals.
type Terminals struct{ HTTP *http.Client }

type answer struct {
	status int
	raw    []byte
	fault  *fault
}

type fault struct {
	ErrorCode string `json:"errorCode"`
	TraceID   string `json:"correlationId"`
}

// Name returns the name of a terminal.
func (t *Terminals) Name(ctx context.Context, id string) (string, error) {
	if id == "" {
		return "", &Late{Order: id, Note: "no terminal"}
	}
	a, err := t.ask(ctx, id)
	if err != nil {
		return "", fmt.Errorf("terminal: %w", err)
	}
	return named(a)
}

// Ping only says whether it is there.
func (t *Terminals) Ping(ctx context.Context, id string) error {
	a, err := t.ask(ctx, id)
	if err != nil {
		return err
	}
	return refuse(a)
}

func named(a *answer) (string, error) {
	if a.fault != nil {
		return "", refuse(a)
	}
	return string(a.raw), nil
}

func refuse(a *answer) error {
	if a.fault == nil {
		return nil
	}
	return &Refusal{Status: a.status, Reason: a.fault.ErrorCode, Raw: a.raw, TraceID: a.fault.TraceID}
}

func (t *Terminals) ask(ctx context.Context, id string) (*answer, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, "https://api.flute.com/v2/terminals/"+id, nil)
	if err != nil {
		return nil, err
	}
	resp, err := t.HTTP.Do(req)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	raw, err := io.ReadAll(resp.Body)
	if err != nil {
		return nil, err
	}
	a := &answer{status: resp.StatusCode, raw: raw}
	if resp.StatusCode >= 300 {
		a.fault = new(fault)
		if err := json.Unmarshal(raw, a.fault); err != nil {
			return nil, err
		}
	}
	return a, nil
}
