// Package reports fetches the settlement batches of the Aurora API at night.
package reports

import (
	"context"
	"encoding/json"
	"log/slog"
	"net/http"
	"time"
)

// Batch is a closed batch.
type Batch struct {
	ID    string `json:"batchId"`
	Total string `json:"totalAmount"`
}

// Nightly fetches batches from the API at base.
type Nightly struct {
	base   string
	client *http.Client
}

// New returns the job.
func New(base string) *Nightly {
	return &Nightly{base: base, client: &http.Client{}}
}

// Loop fetches once a day until ctx ends.
func (n *Nightly) Loop(ctx context.Context, each func(Batch)) {
	day := time.NewTicker(24 * time.Hour)
	defer day.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-day.C:
		}
		batches, err := n.fetch(ctx)
		if err != nil {
			slog.Warn("no batches tonight", "err", err)
			continue
		}
		for _, b := range batches {
			each(b)
		}
	}
}

func (n *Nightly) fetch(ctx context.Context) ([]Batch, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, n.base+"/pay-api/v1/settlements/batches", nil)
	if err != nil {
		return nil, err
	}
	resp, err := n.client.Do(req)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	var out struct {
		Items []Batch `json:"items"`
	}
	if err := json.NewDecoder(resp.Body).Decode(&out); err != nil {
		return nil, err
	}
	return out.Items, nil
}

// Latest fetches the newest batch with a deadline of its own.
func (n *Nightly) Latest(ctx context.Context) ([]Batch, error) {
	ctx, cancel := context.WithTimeout(ctx, 20*time.Second)
	defer cancel()
	return n.fetch(ctx)
}
