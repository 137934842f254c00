// Code generated for the tests. DO NOT EDIT.

package shelfapi

import (
	"net/http"

	"github.com/go-chi/chi/v5"
)

// HandlerOnChi has the form of what is written for chi.
func HandlerOnChi(si ServerInterface, r chi.Router) http.Handler {
	wrapper := ServerInterfaceWrapper{Handler: si, ErrorHandlerFunc: func(w http.ResponseWriter, r *http.Request, err error) {
		http.Error(w, err.Error(), http.StatusBadRequest)
	}}
	r.Group(func(r chi.Router) {
		r.Post("/books/{book}/loans", wrapper.LendBook)
	})
	r.Group(func(r chi.Router) {
		r.Get("/fees", wrapper.ReadFees)
	})
	return r
}
