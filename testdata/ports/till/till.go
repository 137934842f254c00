// Package till serves as package counter does; what stands behind its interfaces hides the errors.
package till

import (
	"context"
	"net/http"
)

// Dropper gives payments up.
type Dropper interface {
	Drop(ctx context.Context, id string) error
}

// Drop serves.
func Drop(d Dropper) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if err := d.Drop(r.Context(), r.FormValue("id")); err != nil {
			http.Error(w, err.Error(), http.StatusBadGateway)
		}
	}
}

// Either is what is there in one program and hides the errors in another.
type Either interface {
	Drop(ctx context.Context, id string) error
}

// DropEither serves.
func DropEither(e Either) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if err := e.Drop(r.Context(), r.FormValue("id")); err != nil {
			http.Error(w, err.Error(), http.StatusBadGateway)
		}
	}
}
