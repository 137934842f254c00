// Package open has the same router without the deadline.
package open

import (
	"net/http"

	"github.com/go-chi/chi/v5"
	"github.com/go-chi/chi/v5/middleware"
)

var hc = &http.Client{Transport: http.DefaultTransport} // want `the http.Client that sends GET .*/v2/customers has no timeout`

func customers(w http.ResponseWriter, r *http.Request) {
	req, err := http.NewRequestWithContext(r.Context(), http.MethodGet, "https://api.flute.com/v2/customers", nil)
	if err != nil {
		return
	}
	resp, err := hc.Do(req)
	if err != nil {
		http.Error(w, "no answer", http.StatusBadGateway)
		return
	}
	resp.Body.Close()
}

// Routes only logs.
func Routes() http.Handler {
	r := chi.NewRouter()
	r.Use(middleware.Recoverer)
	r.Get("/customers", customers)
	return r
}
