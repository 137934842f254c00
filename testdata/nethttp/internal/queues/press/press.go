// Package press sends what others queue.
package press

import (
	"context"
	"log"
	"net/http"
	"strings"
	"time"
)

// Job is one call of the API.
type Job struct {
	Method, Path, Body string
	Key                string
}

// Press has its queue and its client.
type Press struct {
	jobs chan Job
	hc   *http.Client
}

// New starts a press.
func New(ctx context.Context) *Press {
	p := &Press{jobs: make(chan Job, 8), hc: &http.Client{Timeout: 10 * time.Second}}
	go p.run(ctx)
	return p
}

func (p *Press) run(ctx context.Context) {
	for {
		select {
		case <-ctx.Done():
			return
		case j, ok := <-p.jobs:
			if !ok {
				return
			}
			if err := p.send(ctx, j); err != nil {
				log.Print(err)
			}
		}
	}
}

func (p *Press) send(ctx context.Context, j Job) error {
	req, err := http.NewRequestWithContext(ctx, j.Method, "https://api.flute.com"+j.Path, strings.NewReader(j.Body))
	if err != nil {
		return err
	}
	if j.Key != "" {
		req.Header.Set("Idempotency-Key", j.Key)
	}
	resp, err := p.hc.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Submit queues a job of the caller's.
func (p *Press) Submit(ctx context.Context, j Job) error {
	select {
	case p.jobs <- j:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// Close queues the closing of the batch.
func (p *Press) Close() {
	p.jobs <- Job{Method: http.MethodPost, Path: "/v2/settlements/batches/close"} // want `leaves without an idempotency key`
}

// CloseOnce queues the closing of a day's batch.
func (p *Press) CloseOnce(day string) {
	p.jobs <- Job{Method: http.MethodPost, Path: "/v2/settlements/batches/close", Key: "close-" + day}
}

// List queues a reading.
func (p *Press) List() {
	p.jobs <- Job{Method: http.MethodGet, Path: "/v2/settlements/batches"}
}
