// Package rounds does the work behind those that serve, by an interface; it tells them how it went.
package rounds

import (
	"context"
	"sync"
)

// Payments is what the rounds need.
type Payments interface {
	Drop(ctx context.Context, id string) error
}

// Line is what happened to one payment.
type Line struct {
	ID    string `json:"id"`
	State string `json:"state"`
	Note  string `json:"note"`
}

// Rounds drops payments.
type Rounds struct{ Pay Payments }

// Watch tells of each as it is done.
func (r *Rounds) Watch(ctx context.Context, ids []string) <-chan Line {
	out := make(chan Line)
	var all sync.WaitGroup
	for _, id := range ids {
		all.Add(1)
		go func() {
			defer all.Done()
			line := Line{ID: id, State: "dropped"}
			if err := r.Pay.Drop(ctx, id); err != nil {
				line.State, line.Note = "kept", err.Error()
			}
			out <- line
		}()
	}
	go func() {
		all.Wait()
		close(out)
	}()
	return out
}

// Report lists what happened.
func (r *Rounds) Report(ctx context.Context, ids []string) (lines []*Line) {
	for _, id := range ids {
		line := &Line{ID: id}
		if err := r.Pay.Drop(ctx, id); err != nil {
			line.Note = err.Error()
		}
		lines = append(lines, line)
	}
	return lines
}

// Note says why a payment was kept.
func (r *Rounds) Note(ctx context.Context, id string) string {
	if err := r.Pay.Drop(ctx, id); err != nil {
		return "kept: " + err.Error()
	}
	return ""
}

// Count says how many are kept.
func (r *Rounds) Count(ctx context.Context, ids []string) (kept int, notes []string) {
	for _, id := range ids {
		if r.Pay.Drop(ctx, id) != nil {
			kept++
			notes = append(notes, id+" is kept")
		}
	}
	return kept, notes
}
