// Package spoken names what the API answers in words of its own; the tags say what it is.
package spoken

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"os"
	"time"
)

// Fault is an answer that is no success.
type Fault struct {
	Status int
	Kind   string `json:"errorCode"`
	Text   string `json:"details"`
	Ticket string `json:"correlationId"`
}

func (f *Fault) Error() string { return f.Kind + ": " + f.Text }

var client = &http.Client{Timeout: 20 * time.Second}

func load(ctx context.Context, path string, out any) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, os.Getenv("AURORA_BASE_URL")+path, nil)
	if err != nil {
		return err
	}
	resp, err := client.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode >= 400 {
		f := &Fault{Status: resp.StatusCode}
		_ = json.NewDecoder(resp.Body).Decode(f)
		return f
	}
	return json.NewDecoder(resp.Body).Decode(out)
}

// Deposits shows the number to ask support with.
func Deposits(w http.ResponseWriter, r *http.Request) {
	var list []map[string]any
	err := load(r.Context(), "/pay-api/v1/settlements/batches", &list)
	var f *Fault
	if errors.As(err, &f) {
		fmt.Fprintf(w, "no deposits could be read; tell us %s", f.Ticket)
		return
	}
	_ = json.NewEncoder(w).Encode(list)
}

// Terminals shows the text of the API.
func Terminals(w http.ResponseWriter, r *http.Request) {
	var list []map[string]any
	err := load(r.Context(), "/pay-int-api/pos/terminals", &list)
	var f *Fault
	if errors.As(err, &f) {
		fmt.Fprintf(w, "no terminals could be read: %s", f.Text) // want `shows the customer an error`
		return
	}
	_ = json.NewEncoder(w).Encode(list)
}

// outcome is any answer of the API: those that fail have a code.
type outcome struct {
	ID     string `json:"transactionId"`
	Kind   string `json:"errorCode"`
	Ticket string `json:"correlationId"`
}

// Receipt shows the code that the tag names.
func Receipt(w http.ResponseWriter, r *http.Request) {
	resp, err := client.Get(os.Getenv("AURORA_BASE_URL") + "/pay-api/v1/transactions/" + r.PathValue("id"))
	if err != nil {
		http.Error(w, "not reachable", http.StatusBadGateway)
		return
	}
	defer resp.Body.Close()
	var out outcome
	if json.NewDecoder(resp.Body).Decode(&out) != nil {
		http.Error(w, "not readable", http.StatusBadGateway)
		return
	}
	if out.ID == "" {
		http.Error(w, "refused: "+out.Kind, http.StatusBadGateway) // want `shows the customer an error`
		return
	}
	fmt.Fprint(w, out.ID, out.Ticket)
}
