// Package statuses looks at the status of an answer in several steps.
package statuses

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
)

const base = "https://api.flute.com"

type fault struct {
	ErrorCode string `json:"errorCode"`
	Title     string `json:"title"`
}

func (f *fault) Error() string { return f.ErrorCode + ": " + f.Title }

type device struct {
	ID    string `json:"id"`
	Model string `json:"model"`
}

func read(r *http.Response) error {
	f := new(fault)
	if err := json.NewDecoder(r.Body).Decode(f); err != nil {
		return err
	}
	return f
}

// ask has one way out for an answer without a body, after that for errors.
func ask[T any](ctx context.Context, hc *http.Client, path string) (*T, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, base+path, nil)
	if err != nil {
		return nil, err
	}
	resp, err := hc.Do(req)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	if resp.StatusCode >= http.StatusBadRequest {
		return nil, read(resp)
	}
	out := new(T)
	if resp.StatusCode == http.StatusNoContent {
		return out, nil
	}
	return out, json.NewDecoder(resp.Body).Decode(out)
}

// first has that way before the errors.
func first(hc *http.Client, out *device) error {
	resp, err := hc.Get(base + "/v2/terminals/1")
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	switch {
	case resp.StatusCode == http.StatusNoContent:
		return nil
	case resp.StatusCode > 299:
		return read(resp)
	}
	return json.NewDecoder(resp.Body).Decode(out)
}

// pending has one for an answer that comes later, and looks at no other.
func pending(hc *http.Client) (*device, error) {
	resp, err := hc.Get(base + "/v2/terminals/2")
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	if resp.StatusCode == http.StatusAccepted {
		return nil, errors.New("not yet")
	}
	var out device
	err = json.NewDecoder(resp.Body).Decode(&out)
	return &out, err
}

func show(w http.ResponseWriter, r *http.Request, hc *http.Client) {
	got, err := ask[device](r.Context(), hc, "/v2/terminals/3")
	if err != nil {
		http.Error(w, "please try again", http.StatusBadGateway)
		return
	}
	_ = json.NewEncoder(w).Encode(got)
}

func showError(w http.ResponseWriter, r *http.Request, hc *http.Client) {
	got, err := ask[device](r.Context(), hc, "/v2/terminals/4")
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway) // want `http.Error shows the customer an error`
		return
	}
	_ = json.NewEncoder(w).Encode(got)
}

func showFirst(w http.ResponseWriter, hc *http.Client) {
	var got device
	if err := first(hc, &got); err != nil {
		http.Error(w, fmt.Sprint("terminal: ", err), http.StatusBadGateway) // want `http.Error shows the customer an error`
		return
	}
	_ = json.NewEncoder(w).Encode(got)
}

func showPending(w http.ResponseWriter, hc *http.Client) {
	got, err := pending(hc)
	if err != nil {
		http.Error(w, "please try again", http.StatusBadGateway)
		return
	}
	_ = json.NewEncoder(w).Encode(got)
}

// classes goes on with what is neither the caller's fault nor the server's.
func classes(w http.ResponseWriter, hc *http.Client) {
	resp, err := hc.Get(base + "/v2/terminals/5")
	if err != nil {
		return
	}
	defer resp.Body.Close()
	switch resp.StatusCode / 100 {
	case 4:
		w.WriteHeader(http.StatusNotFound)
		return
	case 5:
		_, _ = io.Copy(w, resp.Body) // want `io.Copy shows the customer an error`
		return
	}
	_, _ = io.Copy(w, resp.Body)
}

// halves takes the errors apart, and forgets none.
func halves(w http.ResponseWriter, hc *http.Client) {
	resp, err := hc.Get(base + "/v2/terminals/6")
	if err != nil {
		return
	}
	defer resp.Body.Close()
	if resp.StatusCode >= 400 && resp.StatusCode < 500 {
		w.WriteHeader(http.StatusNotFound)
		return
	}
	if resp.StatusCode >= 500 {
		w.WriteHeader(http.StatusBadGateway)
		return
	}
	_, _ = io.Copy(w, resp.Body)
}

// half forgets those of the server.
func half(w http.ResponseWriter, hc *http.Client) {
	resp, err := hc.Get(base + "/v2/terminals/7")
	if err != nil {
		return
	}
	defer resp.Body.Close()
	if resp.StatusCode >= 400 && resp.StatusCode < 500 {
		w.WriteHeader(http.StatusNotFound)
		return
	}
	_, _ = io.Copy(w, resp.Body) // want `io.Copy passes on the body`
}

// both looks for one of two statuses that are fine.
func both(w http.ResponseWriter, hc *http.Client) {
	resp, err := hc.Post(base+"/v2/terminals", "application/json", nil)
	if err != nil {
		return
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK && resp.StatusCode != http.StatusCreated {
		_, _ = io.Copy(w, resp.Body) // want `io.Copy shows the customer an error`
		return
	}
	_, _ = io.Copy(w, resp.Body)
}
