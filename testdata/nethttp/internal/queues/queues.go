// Package queues hands requests to others over channels.
package queues

import (
	"context"
	"net/http"
	"sync"
	"time"

	"github.com/google/uuid"

	"github.com/auroravet/auroravet/testdata/nethttp/internal/queues/press"
)

const root = "https://api.flute.com/v2"

func void(id string) (*http.Request, error) {
	return http.NewRequest(http.MethodPost, root+"/transactions/"+id+"/reversal", http.NoBody)
}

type parcel struct {
	req  *http.Request
	done chan<- error
}

// Sender has workers that are started on their own.
type Sender struct {
	parcels chan *parcel
	hc      *http.Client
}

// NewSender returns a sender that does not run yet.
func NewSender() *Sender {
	return &Sender{parcels: make(chan *parcel), hc: &http.Client{}} // want `has no timeout`
}

// Start starts the workers.
func (s *Sender) Start(n int) {
	for range n {
		go func() {
			for p := range s.parcels {
				resp, err := s.hc.Do(p.req)
				if err == nil {
					resp.Body.Close()
				}
				p.done <- err
			}
		}()
	}
}

func (s *Sender) wait(req *http.Request) error {
	done := make(chan error, 1)
	s.parcels <- &parcel{req, done}
	return <-done
}

// Void has no key.
func (s *Sender) Void(id string) error {
	req, err := void(id) // want `leaves without an idempotency key`
	if err != nil {
		return err
	}
	return s.wait(req)
}

// VoidKeyed has one.
func (s *Sender) VoidKeyed(id, key string) error {
	req, err := void(id)
	if err != nil {
		return err
	}
	req.Header.Set("Idempotency-Key", key)
	return s.wait(req)
}

// Stamper has a worker that makes the keys.
type Stamper struct {
	in chan *http.Request
}

// NewStamper starts a stamper.
func NewStamper() *Stamper {
	s := &Stamper{in: make(chan *http.Request, 4)}
	go stamp(s.in, &http.Client{Timeout: time.Minute})
	return s
}

func stamp(in <-chan *http.Request, hc *http.Client) {
	for req := range in {
		req.Header.Set("Idempotency-Key", uuid.NewString())
		if resp, err := hc.Do(req); err == nil {
			resp.Body.Close()
		}
	}
}

// Void leaves the key to the worker.
func (s *Stamper) Void(id string) error {
	req, err := void(id)
	if err == nil {
		s.in <- req
	}
	return err
}

// stubborn has a worker that makes a key for each attempt.
var stubborn = make(chan *http.Request)

func stubbornWorker(hc *http.Client) {
	for req := range stubborn {
		for range 3 {
			req.Header.Set("Idempotency-Key", uuid.NewString())
			resp, err := hc.Do(req)
			if err != nil {
				time.Sleep(time.Second)
				continue
			}
			resp.Body.Close()
			break
		}
	}
}

// Stubborn goes to it.
func Stubborn(id string) error {
	req, err := void(id) // want `gets another idempotency key for each attempt`
	if err == nil {
		stubborn <- req
	}
	return err
}

// Queue is a queue of anything.
type Queue[T any] struct{ ch chan T }

// Put adds to it.
func (q *Queue[T]) Put(v T) { q.ch <- v }

// Each calls f with what is put.
func (q *Queue[T]) Each(f func(T) error) {
	for v := range q.ch {
		_ = f(v)
	}
}

// Batch sends in one function: the workers come after the work.
func Batch(hc *http.Client, ids []string) error {
	ch := make(chan *http.Request, len(ids))
	for _, id := range ids {
		req, err := void(id) // want `leaves without an idempotency key`
		if err != nil {
			return err
		}
		ch <- req
	}
	close(ch)
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			for req := range ch {
				if resp, err := hc.Do(req); err == nil {
					resp.Body.Close()
				}
			}
		})
	}
	wg.Wait()
	return nil
}

// BatchKeyed has a key for each.
func BatchKeyed(hc *http.Client, ids []string) error {
	ch := make(chan *http.Request, len(ids))
	for _, id := range ids {
		req, err := void(id)
		if err != nil {
			return err
		}
		req.Header.Set("Idempotency-Key", "void-"+id)
		ch <- req
	}
	close(ch)
	for req := range ch {
		if resp, err := hc.Do(req); err == nil {
			resp.Body.Close()
		}
	}
	return nil
}

// Command is what a bus runs.
type Command interface {
	Run(ctx context.Context, hc *http.Client) error
}

type voiding struct{ id, key string }

// Run voids.
func (v voiding) Run(ctx context.Context, hc *http.Client) error {
	req, err := void(v.id)
	if err != nil {
		return err
	}
	if v.key != "" {
		req.Header.Set("Idempotency-Key", v.key)
	}
	resp, err := hc.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Bus runs commands.
type Bus struct {
	commands chan Command
	hc       *http.Client
}

// Serve runs what comes.
func (b *Bus) Serve(ctx context.Context) {
	for c := range b.commands {
		_ = c.Run(ctx, b.hc)
	}
}

// Cancel voids without a key.
func (b *Bus) Cancel(id string) {
	b.commands <- voiding{id: id} // want `leaves without an idempotency key`
}

// CancelKeyed voids with one.
func (b *Bus) CancelKeyed(id string) {
	b.commands <- voiding{id: id, key: "cancel-" + id}
}

// Press submits to a press of another package.
func Press(ctx context.Context, p *press.Press, id string) error {
	return p.Submit(ctx, press.Job{Method: "DELETE", Path: "/v2/customers/" + id}) // want `leaves without an idempotency key`
}

// PressKeyed submits with a key.
func PressKeyed(ctx context.Context, p *press.Press, id string) error {
	return p.Submit(ctx, press.Job{Method: "DELETE", Path: "/v2/customers/" + id, Key: "del-" + id})
}

// PressClose is judged where the job is made.
func PressClose(p *press.Press) { p.Close() }

// Mailroom sends by a queue of anything.
type Mailroom struct {
	q  *Queue[*http.Request]
	hc *http.Client
}

// Run sends what is put.
func (m *Mailroom) Run() {
	m.q.Each(func(r *http.Request) error {
		resp, err := m.hc.Do(r)
		if err != nil {
			return err
		}
		return resp.Body.Close()
	})
}

// Void puts a request without a key.
func (m *Mailroom) Void(id string) error {
	req, err := void(id) // want `leaves without an idempotency key`
	if err == nil {
		m.q.Put(req)
	}
	return err
}

// VoidKeyed puts one with a key.
func (m *Mailroom) VoidKeyed(id string) error {
	req, err := void(id)
	if err == nil {
		req.Header.Set("Idempotency-Key", "void-"+id)
		m.q.Put(req)
	}
	return err
}

// Drop has the line of another package send, which is reported there.
func Drop(ctx context.Context, id, order string) error {
	l := press.NewLine()
	go func() { _ = l.Serve(ctx) }()
	l.Void(id)
	l.VoidOnce(id, order)
	return ctx.Err()
}
