// Package wired is given its client by the command, and sees no more of it than an interface.
package wired

import (
	"context"
	"errors"
	"net/http"

	flute "github.com/auroravet/auroravet/testdata/errorleak/flutepay"
)

type payments interface {
	Charge(ctx context.Context, order string) error
}

type shop struct{ pay payments }

func (s *shop) coded(w http.ResponseWriter, r *http.Request) {
	var e *flute.Error
	if err := s.pay.Charge(r.Context(), "1"); errors.As(err, &e) {
		http.Error(w, "failed: "+e.ErrorCode, e.Status) // want `http.Error shows the customer an error`
	}
}

func (s *shop) said(w http.ResponseWriter, r *http.Request) {
	err := s.pay.Charge(r.Context(), "1")
	if e, ok := errors.AsType[*flute.Error](err); ok {
		http.Error(w, e.Text(), e.Status)
		return
	}
	if err != nil {
		http.Error(w, "please try again", http.StatusBadGateway)
	}
}
