// Package importer imports members from files.
package importer

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"runtime"
	"sync"
	"time"

	"github.com/google/uuid"
	"golang.org/x/sync/errgroup"
)

const aurora = "https://api.arise.risewithaurora.com"

// Member is a row of the file.
type Member struct {
	First string `json:"firstName"`
	Last  string `json:"lastName"`
	line  int
}

// Importer imports.
type Importer struct {
	File  string
	http  *http.Client
	pages int
}

// Option changes an importer.
type Option func(*Importer)

// Patience limits each call.
func Patience(d time.Duration) Option {
	return func(i *Importer) { i.http.Timeout = d }
}

// Pages limits the pages.
func Pages(n int) Option { return func(i *Importer) { i.pages = n } }

// New returns an importer of a file.
func New(file string, opts ...Option) *Importer {
	// clienttimeout: a fault, Nightly leaves the patience out
	i := &Importer{File: file, http: &http.Client{}} // want `the http\.Client that sends POST https://api\.arise\.risewithaurora\.com/v2/customers has no timeout; a silent server holds the caller for ever \(clienttimeout\)`
	for _, o := range opts {
		o(i)
	}
	return i
}

// Hourly returns the importer of every hour.
func Hourly(file string) *Importer {
	// clienttimeout: fine, patience given
	return New(file, Patience(10*time.Second), Pages(3))
}

// Nightly returns the importer of the night.
func Nightly(file string) *Importer {
	// clienttimeout: a fault, patience left out
	return New(file, Pages(100))
}

func (i *Importer) rows(ctx context.Context, out chan<- Member) error {
	defer close(out)
	f, err := os.Open(i.File)
	if err != nil {
		return err
	}
	defer f.Close()
	r := csv.NewReader(f)
	for n := 1; ; n++ {
		rec, err := r.Read()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		select {
		case out <- Member{First: rec[0], Last: rec[1], line: n}:
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

func (i *Importer) request(ctx context.Context, m Member) (*http.Request, error) {
	// idempotencykey: a fault, built here, keyed by one runner only
	b, err := json.Marshal(m)
	if err != nil {
		return nil, err
	}
	return http.NewRequestWithContext(ctx, http.MethodPost, aurora+"/v2/customers", bytes.NewReader(b))
}

func (i *Importer) finish(req *http.Request) error {
	resp, err := i.http.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode >= 300 {
		return fmt.Errorf("importer: status %d", resp.StatusCode)
	}
	return nil
}

// Run imports with a pool of workers.
func (i *Importer) Run(ctx context.Context) error {
	// idempotencykey: fine, worker names each row by file and line
	in := make(chan Member)
	g, ctx := errgroup.WithContext(ctx)
	g.Go(func() error { return i.rows(ctx, in) })
	for range runtime.NumCPU() {
		g.Go(func() error {
			for m := range in {
				req, err := i.request(ctx, m)
				if err != nil {
					return err
				}
				req.Header.Set("Idempotency-Key", fmt.Sprintf("%s:%d", i.File, m.line))
				if err := i.finish(req); err != nil {
					return err
				}
			}
			return nil
		})
	}
	return g.Wait()
}

// RunBare imports with a pool of workers.
func (i *Importer) RunBare(ctx context.Context) error {
	// idempotencykey: a fault, worker sends the row as it is built
	in := make(chan Member)
	g, ctx := errgroup.WithContext(ctx)
	g.Go(func() error { return i.rows(ctx, in) })
	for range runtime.NumCPU() {
		g.Go(func() error {
			for m := range in {
				req, err := i.request(ctx, m) // want `POST https://api\.arise\.risewithaurora\.com/v2/customers leaves without an idempotency key; a repeated request is taken for a new one \(idempotencykey\)`
				if err != nil {
					return err
				}
				if err := i.finish(req); err != nil {
					return err
				}
			}
			return nil
		})
	}
	return g.Wait()
}

// Purge removes members; a worker tries each of them up to four times.
func (i *Importer) Purge(ctx context.Context, ids <-chan string) {
	// idempotencykey: a fault, per worker loop is fine, but the key is in the tries
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			for id := range ids {
				for try := 0; try < 4; try++ {
					req, err := http.NewRequestWithContext(ctx, http.MethodDelete, aurora+"/v2/customers/"+id, nil) // want `DELETE https://api\.arise\.risewithaurora\.com/v2/customers/. gets another idempotency key for each attempt; a retry is taken for a new request \(idempotencykey\)`
					if err != nil {
						break
					}
					req.Header.Set("Idempotency-Key", uuid.NewString())
					if i.finish(req) == nil {
						break
					}
					time.Sleep(time.Second << try)
				}
			}
		})
	}
	wg.Wait()
}
