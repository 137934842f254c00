// Package nightly has the jobs of the night.
package nightly

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"os"
	"strings"
	"sync"
	"time"

	"github.com/google/uuid"
)

// Job is one job.
type Job interface {
	Name() string
	Run(ctx context.Context) error
}

// Post sends a body somewhere. It is a client in the form of a function.
type Post func(ctx context.Context, path, once, body string) error

// Schedule runs jobs at their hours.
type Schedule struct {
	mu   sync.Mutex
	jobs map[int][]Job
}

// Add adds a job at an hour.
func (s *Schedule) Add(hour int, j Job) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.jobs == nil {
		s.jobs = map[int][]Job{}
	}
	s.jobs[hour] = append(s.jobs[hour], j)
}

// Loop runs what is due, for ever.
func (s *Schedule) Loop(ctx context.Context) {
	for now := range time.Tick(time.Hour) {
		s.mu.Lock()
		due := s.jobs[now.Hour()]
		s.mu.Unlock()
		for _, j := range due {
			if err := j.Run(ctx); err != nil {
				slog.Error("job", "name", j.Name())
			}
		}
	}
}

// Poster returns a function that posts to the gateway.
func Poster(hc *http.Client) Post {
	base := os.Getenv("ARISE_BASE_URL")
	return func(ctx context.Context, path, once, body string) error {
		// idempotencykey: fine, callers of the function give path and name
		req, err := http.NewRequestWithContext(ctx, http.MethodPost, base+path, strings.NewReader(body))
		if err != nil {
			return err
		}
		if once != "" {
			req.Header.Set("Idempotency-Key", once)
		}
		resp, err := hc.Do(req)
		if err != nil {
			return err
		}
		defer resp.Body.Close()
		if resp.StatusCode >= 300 {
			return errors.New(resp.Status)
		}
		return nil
	}
}

// All returns the schedule of the house.
func All() *Schedule {
	// clienttimeout: fine, limited client in the closure of the poster
	post := Poster(&http.Client{Timeout: 45 * time.Second})
	s := &Schedule{}
	s.Add(1, &settle{post: post, processor: os.Getenv("PROCESSOR")})
	s.Add(2, &sweep{post: post})
	s.Add(3, &renew{post: post, fresh: uuid.NewString})
	return s
}

type settle struct {
	post      Post
	processor string
}

// Name is the name.
func (j *settle) Name() string { return "settle" }

// Run closes the batch of yesterday.
func (j *settle) Run(ctx context.Context) error {
	// idempotencykey: fine, processor and day name the operation
	day := time.Now().AddDate(0, 0, -1).Format(time.DateOnly)
	return j.post(ctx, "/pay-api/v1/transactions/settle", fmt.Sprintf("settle/%s/%s", j.processor, day), `{}`)
}

type sweep struct {
	post  Post
	holds []string
}

// Name is the name.
func (j *sweep) Name() string { return "sweep" }

// Run gives old holds back.
func (j *sweep) Run(ctx context.Context) error {
	// idempotencykey: a fault, function client called with an empty name
	var errs []error
	for _, h := range j.holds {
		errs = append(errs, j.post(ctx, "/pay-api/v1/transactions/void", "", `{"transactionId":"`+h+`"}`)) // want `POST ./pay-api/v1/transactions/void leaves without an idempotency key; a repeated request is taken for a new one \(idempotencykey\)`
	}
	return errors.Join(errs...)
}

type renew struct {
	post  Post
	fresh func() string
	plans []string
}

// Name is the name.
func (j *renew) Name() string { return "renew" }

// Run starts the plans of the month.
func (j *renew) Run(ctx context.Context) error {
	// idempotencykey: fine, fresh name per plan, before its attempts
	var errs []error
	for _, p := range j.plans {
		once := j.fresh()
		var err error
		for n := range 3 {
			if err = j.post(ctx, "/sub-api/v1/subscriptions", once, p); err == nil {
				break
			}
			time.Sleep(time.Minute << n)
		}
		errs = append(errs, err)
	}
	return errors.Join(errs...)
}
