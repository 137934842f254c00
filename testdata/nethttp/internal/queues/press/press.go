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

func (p *Press) send(ctx context.Context, j Job) error { return send(ctx, p.hc, j) }

func (l *Line) send(ctx context.Context, j Job) error { return send(ctx, l.hc, j) }

func send(ctx context.Context, hc *http.Client, j Job) error {
	req, err := http.NewRequestWithContext(ctx, j.Method, "https://api.flute.com"+j.Path, strings.NewReader(j.Body))
	if err != nil {
		return err
	}
	if j.Key != "" {
		req.Header.Set("Idempotency-Key", j.Key)
	}
	resp, err := hc.Do(req)
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

// Line is a press that its owner starts.
type Line struct {
	jobs chan Job
	hc   *http.Client
}

// NewLine returns a line that does not run yet.
func NewLine() *Line {
	return &Line{jobs: make(chan Job, 8), hc: &http.Client{Timeout: 10 * time.Second}}
}

// Serve works until the context ends.
func (l *Line) Serve(ctx context.Context) error {
	for {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case j := <-l.jobs:
			if err := l.send(ctx, j); err != nil {
				return err
			}
		}
	}
}

func (l *Line) submit(j Job) { l.jobs <- j }

// Void queues a reversal.
func (l *Line) Void(id string) {
	l.submit(Job{Method: http.MethodPost, Path: "/v2/transactions/" + id + "/reversal"}) // want `leaves without an idempotency key`
}

// VoidOnce queues a reversal under the key of its order.
func (l *Line) VoidOnce(id, order string) {
	l.submit(Job{Method: http.MethodPost, Path: "/v2/transactions/" + id + "/reversal", Key: "void-" + order})
}
