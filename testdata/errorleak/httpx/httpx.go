// Package httpx has what all handlers of the shop answer with.
package httpx

import (
	"encoding/json"
	"errors"
	"log/slog"
	"net/http"

	"github.com/auroravet/auroravet/testdata/errorleak/pay"
)

// Error answers with the text of an error.
func Error(w http.ResponseWriter, status int, err error) {
	JSON(w, status, map[string]any{"error": map[string]string{"message": err.Error()}})
}

// Safe answers with a text of its own.
func Safe(w http.ResponseWriter, status int, err error) {
	slog.Error("request failed", "err", err)
	JSON(w, status, map[string]string{"message": http.StatusText(status)})
}

// JSON answers with any value.
func JSON(w http.ResponseWriter, status int, v any) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(v)
}

// Translate answers with what the error is known as.
func Translate(w http.ResponseWriter, err error) {
	var known *Problem
	var api *pay.Error
	switch {
	case errors.As(err, &known):
		JSON(w, known.Status, known)
	case errors.As(err, &api) && api.StatusCode == http.StatusPaymentRequired:
		JSON(w, http.StatusPaymentRequired, Problem{Message: "your bank refused the payment"})
	default:
		JSON(w, http.StatusInternalServerError, Problem{Message: "please try again"})
	}
}

// Problem is an error that customers may read.
type Problem struct {
	Status  int    `json:"-"`
	Message string `json:"message"`
	Cause   error  `json:"-"`
}

func (p *Problem) Error() string { return p.Message }
func (p *Problem) Unwrap() error { return p.Cause }

// Func is a handler that returns an error.
type Func func(w http.ResponseWriter, r *http.Request) error

// Loud answers with the text of whatever a handler returns.
func Loud(f Func) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if err := f(w, r); err != nil {
			Error(w, http.StatusInternalServerError, err)
		}
	}
}

// Quiet answers with what customers may read.
func Quiet(f Func) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if err := f(w, r); err != nil {
			Translate(w, err)
		}
	}
}
