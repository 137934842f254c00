// Package visitors answers with values that write themselves, as generated strict servers do.
package visitors

import (
	"context"
	"encoding/json"
	"net/http"

	"github.com/auroravet/auroravet/testdata/errorleak/pay"
)

// Answer writes itself.
type Answer interface {
	Visit(w http.ResponseWriter) error
}

// Sold says what was sold.
type Sold struct {
	Name string `json:"name"`
}

// Visit implements Answer.
func (s Sold) Visit(w http.ResponseWriter) error { return json.NewEncoder(w).Encode(s) }

// Failed says why nothing was.
type Failed struct {
	Reason string `json:"reason"`
}

// Visit implements Answer.
func (f Failed) Visit(w http.ResponseWriter) error {
	w.WriteHeader(http.StatusBadGateway)
	return json.NewEncoder(w).Encode(f) // want "json.Encoder.Encode shows the customer an error of the payment API"
}

// Busy has the reason that the program gives.
type Busy struct {
	Note string `json:"note"`
}

// Visit implements Answer.
func (b Busy) Visit(w http.ResponseWriter) error {
	w.WriteHeader(http.StatusServiceUnavailable)
	return json.NewEncoder(w).Encode(b)
}

// Stall sells.
type Stall struct{ Pay *pay.Client }

// Sell sells.
func (s *Stall) Sell(ctx context.Context, name string) Answer {
	if name == "" {
		return Busy{Note: "nothing is to be sold"}
	}
	if _, err := s.Pay.Charge(ctx, name, 100); err != nil {
		return Failed{Reason: err.Error()}
	}
	return Sold{Name: name}
}

// Serve answers with what a function returns.
func Serve(sell func(ctx context.Context, name string) Answer) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if err := sell(r.Context(), r.FormValue("name")).Visit(w); err != nil {
			w.WriteHeader(http.StatusInternalServerError)
		}
	}
}

// Routes are what is served.
func Routes(s *Stall) http.Handler {
	mux := http.NewServeMux()
	mux.Handle("/sell", Serve(s.Sell))
	return mux
}
