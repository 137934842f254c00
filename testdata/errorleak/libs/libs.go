// Package libs calls the API by other libraries than net/http.
package libs

import (
	"context"
	"encoding/json"
	"net/http"
	"time"

	"github.com/avast/retry-go/v4"
	"github.com/cenkalti/backoff/v5"
	"github.com/go-resty/resty/v2"
	"golang.org/x/sync/errgroup"
)

const base = "https://api.flute.com"

type shop struct {
	rc *resty.Client
	hc *http.Client
}

type apiError struct {
	ErrorCode string `json:"errorCode"`
	Title     string `json:"title"`
}

func (s *shop) resty(w http.ResponseWriter, r *http.Request) {
	var fault apiError
	resp, err := s.rc.R().SetError(&fault).SetHeader("Idempotency-Key", "k").Post(base + "/v2/transactions")
	if err != nil {
		http.Error(w, "please try again", http.StatusBadGateway)
		return
	}
	if resp.IsError() {
		http.Error(w, fault.Title, resp.StatusCode()) // want `http.Error shows the customer an error`
		return
	}
	_, _ = w.Write(resp.Body())
}

func (s *shop) restyBody(w http.ResponseWriter, r *http.Request) {
	resp, err := s.rc.R().Get(base + "/v2/transactions/1")
	if err != nil {
		http.Error(w, "please try again", http.StatusBadGateway)
		return
	}
	if resp.StatusCode() >= 400 {
		http.Error(w, resp.String(), resp.StatusCode()) // want `http.Error shows the customer an error`
	}
}

func (s *shop) retried(w http.ResponseWriter, r *http.Request) {
	var out struct {
		ID string `json:"id"`
	}
	err := retry.Do(func() error {
		return s.get(r.Context(), base+"/v2/transactions/1", &out)
	}, retry.Attempts(3))
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway) // want `http.Error shows the customer an error`
		return
	}
	_ = json.NewEncoder(w).Encode(out)
}

func (s *shop) backedOff(w http.ResponseWriter, r *http.Request) {
	_, err := backoff.Retry(r.Context(), func() (string, error) {
		return "", s.get(r.Context(), base+"/v2/transactions/1", nil)
	}, backoff.WithMaxElapsedTime(time.Minute))
	if err != nil {
		http.Error(w, "failed: "+err.Error(), http.StatusBadGateway) // want `http.Error shows the customer an error`
	}
}

func (s *shop) together(w http.ResponseWriter, r *http.Request) {
	g, ctx := errgroup.WithContext(r.Context())
	g.Go(func() error { return s.get(ctx, base+"/v2/transactions/1", nil) })
	g.Go(func() error { return s.get(ctx, base+"/v2/transactions/2", nil) })
	if err := g.Wait(); err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway) // want `http.Error shows the customer an error`
	}
}

func (s *shop) shipping(w http.ResponseWriter, r *http.Request) {
	if err := s.get(r.Context(), "https://api.parcel.example.com/v1/labels/7", nil); err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
	}
}

func (s *shop) get(ctx context.Context, url string, out any) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		return err
	}
	resp, err := s.hc.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if out == nil {
		return nil
	}
	return json.NewDecoder(resp.Body).Decode(out)
}
