// Package returned has a function that makes a router for others, and one that is given handlers in a table.
package returned

import (
	"net/http"

	"github.com/go-chi/chi/v5"

	"github.com/auroravet/auroravet/testdata/webhookverify/signing"
)

func health(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusOK) }

func take(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("Flute-Webhook-Signature") == "" {
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	r.Body.Close()
}

func refund(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("Flute-Webhook-Signature") == "" {
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	r.Body.Close()
}

func newRouter(v *signing.Verifier) chi.Router {
	r := chi.NewRouter()
	r.Use(v.Middleware)
	r.Get("/health", health)
	return r
}

// Routes gives the router that it got one more handler.
func Routes(v *signing.Verifier) http.Handler {
	r := newRouter(v)
	r.Post("/take", take)
	return r
}

type route struct {
	path    string
	handler http.HandlerFunc
}

func table() []route { return []route{{"/refund", refund}} }

// Table has handlers that are not named where the router gets them.
func Table(v *signing.Verifier) http.Handler {
	r := chi.NewRouter()
	r.Group(func(r chi.Router) {
		r.Use(v.Middleware)
		r.Get("/health", health)
		for _, t := range table() {
			r.Post(t.path, t.handler)
		}
	})
	return r
}
