// Package jobs works through queues.
package jobs

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"sync"
	"time"

	"github.com/google/uuid"
)

const auroraBase = "https://api.arise.risewithaurora.com"

// Job is one refund.
type Job struct{ ID, Tx string }

// Pool runs jobs.
type Pool struct {
	hc    *http.Client
	queue chan Job
	done  chan error
}

// NewPool returns a pool.
func NewPool(size int) *Pool {
	// clienttimeout: fine, limit and transport in one literal
	return &Pool{
		hc: &http.Client{
			Transport: &http.Transport{MaxIdleConnsPerHost: size},
			Timeout:   30 * time.Second,
		},
		queue: make(chan Job, size),
		done:  make(chan error, size),
	}
}

func (p *Pool) fire(req *http.Request) error {
	resp, err := p.hc.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode >= 300 {
		return fmt.Errorf("jobs: status %d", resp.StatusCode)
	}
	return nil
}

// Work drains the channel.
func (p *Pool) Work(ctx context.Context) {
	// idempotencykey: fine, channel range, one key per job
	for j := range p.queue {
		req, err := http.NewRequestWithContext(ctx, http.MethodPost, auroraBase+"/pay-api/v1/transactions/return", nil)
		if err != nil {
			p.done <- err
			continue
		}
		req.Header.Set("X-Job", j.ID)
		req.Header.Set("Idempotency-Key", uuid.NewString())
		p.done <- p.fire(req)
	}
}

// WorkBare drains the channel of voids.
func (p *Pool) WorkBare(ctx context.Context) {
	// idempotencykey: a fault, worker sends voids without key
	for j := range p.queue {
		req, err := http.NewRequestWithContext(ctx, http.MethodPost, auroraBase+"/pay-api/v1/transactions/void", nil) // want `POST https://api\.arise\.risewithaurora\.com/pay-api/v1/transactions/void leaves without an idempotency key; a repeated request is taken for a new one \(idempotencykey\)`
		if err != nil {
			p.done <- err
			continue
		}
		req.Header.Set("X-Job", j.ID)
		p.done <- p.fire(req)
	}
}

// Serve waits for jobs until it is told to stop.
func (p *Pool) Serve(ctx context.Context) error {
	// idempotencykey: fine, select loop over jobs, not a retry
	for {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case j := <-p.queue:
			req, err := http.NewRequestWithContext(ctx, http.MethodDelete, auroraBase+"/pay-api/v1/customers/"+j.ID, nil)
			if err != nil {
				return err
			}
			req.Header.Set("Idempotency-Key", uuid.NewString())
			if err := p.fire(req); err != nil {
				slog.Error("delete", "job", j.ID)
			}
		}
	}
}

// Fan pays all back at once.
func (p *Pool) Fan(ctx context.Context, jobs []Job) error {
	// idempotencykey: fine, goroutine per item, key per item
	var wg sync.WaitGroup
	errs := make([]error, len(jobs))
	for i, j := range jobs {
		wg.Add(1)
		go func() {
			defer wg.Done()
			req, err := http.NewRequestWithContext(ctx, http.MethodPost, auroraBase+"/pay-api/v1/transactions/ach/"+j.Tx+"/refund", nil)
			if err != nil {
				errs[i] = err
				return
			}
			req.Header.Set("Idempotency-Key", "job-"+j.ID)
			errs[i] = p.fire(req)
		}()
	}
	wg.Wait()
	return errors.Join(errs...)
}

// FanVoid voids all at once.
func (p *Pool) FanVoid(ctx context.Context, jobs []Job) error {
	// idempotencykey: a fault, goroutines send without key
	var wg sync.WaitGroup
	errs := make([]error, len(jobs))
	for i, j := range jobs {
		wg.Go(func() {
			req, err := http.NewRequestWithContext(ctx, http.MethodPost, auroraBase+"/pay-api/v1/transactions/ach/"+j.Tx+"/void", nil) // want `POST https://api\.arise\.risewithaurora\.com/pay-api/v1/transactions/ach/./void leaves without an idempotency key; a repeated request is taken for a new one \(idempotencykey\)`
			if err != nil {
				errs[i] = err
				return
			}
			errs[i] = p.fire(req)
		})
	}
	wg.Wait()
	return errors.Join(errs...)
}

// Group runs functions together and keeps the first error.
type Group struct {
	wg   sync.WaitGroup
	once sync.Once
	err  error
}

// Go runs f.
func (g *Group) Go(f func() error) {
	g.wg.Add(1)
	go func() {
		defer g.wg.Done()
		if err := f(); err != nil {
			g.once.Do(func() { g.err = err })
		}
	}()
}

// Wait waits for all.
func (g *Group) Wait() error {
	g.wg.Wait()
	return g.err
}

// Grouped pays all back in a group.
func (p *Pool) Grouped(ctx context.Context, jobs []Job) error {
	// idempotencykey: fine, group runs each closure once
	g := new(Group)
	for _, j := range jobs {
		g.Go(func() error {
			req, err := http.NewRequestWithContext(ctx, http.MethodPost, auroraBase+"/v2/transactions/"+j.Tx+"/reversal", nil)
			if err != nil {
				return err
			}
			req.Header.Set("Idempotency-Key", uuid.NewString())
			return p.fire(req)
		})
	}
	return g.Wait()
}

// Later cancels the session when the work is over.
func (p *Pool) Later(ctx context.Context, session string, work func() error) error {
	// idempotencykey: a fault, deferred cancel carries no key
	defer func() {
		req, err := http.NewRequestWithContext(context.WithoutCancel(ctx), http.MethodPost, auroraBase+"/pay-int-api/payment-sessions/"+session+"/cancel", nil) // want `POST https://api\.arise\.risewithaurora\.com/pay-int-api/payment-sessions/./cancel leaves without an idempotency key; a repeated request is taken for a new one \(idempotencykey\)`
		if err == nil {
			p.fire(req)
		}
	}()
	return work()
}

// LaterKeyed does the same with the session's own name.
func (p *Pool) LaterKeyed(ctx context.Context, session string, work func() error) error {
	// idempotencykey: fine, deferred cancel has its key
	defer p.cancel(ctx, session, "cancel-"+session)
	return work()
}

func (p *Pool) cancel(ctx context.Context, session, key string) {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, auroraBase+"/pay-int-api/payment-sessions/"+session+"/cancel", nil)
	if err != nil {
		return
	}
	req.Header.Set("Idempotency-Key", key)
	p.fire(req)
}

// Stack takes jobs off a slice until it is empty.
func (p *Pool) Stack(ctx context.Context, open []Job) error {
	// idempotencykey: fine, loop pops another job each turn
	for len(open) > 0 {
		j := open[0]
		open = open[1:]
		req, err := http.NewRequestWithContext(ctx, http.MethodPost, auroraBase+"/pay-api/v1/transactions/ach/"+j.Tx+"/void", nil)
		if err != nil {
			return err
		}
		req.Header.Set("Idempotency-Key", uuid.NewString())
		if err := p.fire(req); err != nil {
			return err
		}
	}
	return nil
}

// Pages goes through the pages of open holds and releases each.
func (p *Pool) Pages(ctx context.Context, next func(page int) ([]Job, error)) error {
	// idempotencykey: fine, paging with a key per released hold
	for page := 1; ; page++ {
		open, err := next(page)
		if err != nil || len(open) == 0 {
			return err
		}
		for _, j := range open {
			req, err := http.NewRequestWithContext(ctx, http.MethodPost, auroraBase+"/v2/transactions/"+j.Tx+"/ach-release", nil)
			if err != nil {
				return err
			}
			req.Header.Set("Idempotency-Key", uuid.NewString())
			if err := p.fire(req); err != nil {
				return err
			}
		}
	}
}

// Cloned releases all with the same base headers.
func (p *Pool) Cloned(ctx context.Context, open []Job) error {
	// idempotencykey: fine, one header map cloned, key overwritten per item
	h := http.Header{}
	h.Set("Content-Type", "application/json")
	for _, j := range open {
		req, err := http.NewRequestWithContext(ctx, http.MethodPost, auroraBase+"/v2/transactions/"+j.Tx+"/ach-release", nil)
		if err != nil {
			return err
		}
		req.Header = h.Clone()
		req.Header.Set("Idempotency-Key", "release-"+j.Tx)
		if err := p.fire(req); err != nil {
			return err
		}
	}
	return nil
}
