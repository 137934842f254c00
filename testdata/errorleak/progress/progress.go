// Package progress tells of what goes on in the background while it answers.
package progress

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"sync"
)

// Step is told of.
type Step struct {
	Item string `json:"item"`
	Said string `json:"said"`
}

// Runner works in the background.
type Runner struct{ HTTP *http.Client }

func (r *Runner) settle(ctx context.Context, id string) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, "https://api.flute.com/pay-api/v1/transactions/"+id, nil)
	if err != nil {
		return err
	}
	resp, err := r.HTTP.Do(req)
	if err != nil {
		return fmt.Errorf("settle: %w", err)
	}
	return resp.Body.Close()
}

// Steps is closed at the end.
func (r *Runner) Steps(ctx context.Context, ids []string) <-chan Step {
	out := make(chan Step)
	var wg sync.WaitGroup
	for _, id := range ids {
		wg.Go(func() {
			if err := r.settle(ctx, id); err != nil {
				out <- Step{id, err.Error()}
				return
			}
			out <- Step{Item: id}
		})
	}
	go func() {
		wg.Wait()
		close(out)
	}()
	return out
}

// Quiet says only whether it went well.
func (r *Runner) Quiet(ctx context.Context, ids []string) <-chan Step {
	out := make(chan Step, len(ids))
	go func() {
		defer close(out)
		for _, id := range ids {
			said := "done"
			if r.settle(ctx, id) != nil {
				said = "failed"
			}
			select {
			case out <- Step{id, said}:
			case <-ctx.Done():
			}
		}
	}()
	return out
}

// Events writes the steps as they come.
func (r *Runner) Events(w http.ResponseWriter, req *http.Request) {
	for s := range r.Steps(req.Context(), req.URL.Query()["id"]) {
		b, _ := json.Marshal(s)
		fmt.Fprintf(w, "data: %s\n\n", b) // want "fmt.Fprintf shows the customer an error"
	}
}

// Items writes but which ones.
func (r *Runner) Items(w http.ResponseWriter, req *http.Request) {
	for s := range r.Steps(req.Context(), req.URL.Query()["id"]) {
		fmt.Fprintf(w, "data: %s\n\n", s.Item)
	}
}

// Calm writes no errors.
func (r *Runner) Calm(w http.ResponseWriter, req *http.Request) {
	for s := range r.Quiet(req.Context(), req.URL.Query()["id"]) {
		_ = json.NewEncoder(w).Encode(s)
	}
}
