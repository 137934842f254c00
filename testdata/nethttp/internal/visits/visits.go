// Package visits pays for visits at an address that who makes the worker may choose.
package visits

import (
	"bytes"
	"context"
	"crypto/rand"
	"encoding/hex"
	"encoding/json"
	"errors"
	"log"
	"net/http"
	"sync"
	"time"
)

type visit struct{ Order, Method string }

type worker struct {
	hc   *http.Client
	base string
}

func newWorker(base string) *worker {
	if base == "" {
		base = "https://api.flute.com"
	}
	return &worker{&http.Client{Timeout: 20 * time.Second}, base}
}

func (w *worker) serve(ctx context.Context, n int, visits <-chan visit) {
	var wg sync.WaitGroup
	for range n {
		wg.Go(func() {
			for v := range visits {
				if err := w.pay(ctx, v); err != nil {
					log.Print(err)
				}
			}
		})
	}
	wg.Wait()
}

func random() string {
	var b [16]byte
	rand.Read(b[:])
	return hex.EncodeToString(b[:])
}

func (w *worker) prepare(ctx context.Context, v visit) (*http.Request, error) {
	body, err := json.Marshal(v)
	if err != nil {
		return nil, err
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, w.base+"/v2/transactions", bytes.NewReader(body))
	if err != nil {
		return nil, err
	}
	req.Header.Set("Idempotency-Key", v.Order+"/"+random())
	return req, nil
}

// pay makes the key where it tries again, and not who calls it.
func (w *worker) pay(ctx context.Context, v visit) error {
	var errs []error
	for n := range 3 {
		req, err := w.prepare(ctx, v) // want `another idempotency key for each attempt`
		if err != nil {
			return err
		}
		resp, err := w.hc.Do(req)
		if err == nil && resp.StatusCode < 500 {
			return nil
		}
		errs = append(errs, err)
		time.Sleep(time.Second << n)
	}
	return errors.Join(errs...)
}

// credit makes a key when the first attempt wants one.
func (w *worker) credit(ctx context.Context, id string) error {
	key := sync.OnceValue(random)
	var errs []error
	for n := range 3 {
		req, err := http.NewRequestWithContext(ctx, http.MethodPost, w.base+"/v2/transactions/"+id+"/reversal", nil)
		if err != nil {
			errs = append(errs, err)
			continue
		}
		req.Header.Set("Idempotency-Key", key())
		resp, err := w.hc.Do(req)
		if err == nil && resp.StatusCode < 500 {
			return nil
		}
		errs = append(errs, err)
		time.Sleep(time.Second << n)
	}
	return errors.Join(errs...)
}
