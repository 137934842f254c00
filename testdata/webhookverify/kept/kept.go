// Package kept has middleware that is kept in a list before a router uses it.
package kept

import (
	"net/http"

	"github.com/go-chi/chi/v5"

	"github.com/auroravet/auroravet/testdata/webhookverify/signing"
)

func taken(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("Flute-Webhook-Signature") == "" {
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	r.Body.Close()
}

// Routes uses what it has put into a list.
func Routes(v *signing.Verifier) http.Handler {
	list := []func(http.Handler) http.Handler{v.Middleware}
	r := chi.NewRouter()
	r.Group(func(r chi.Router) {
		r.Use(list...)
		r.Post("/taken", taken)
	})
	return r
}
