// Package routed calls from handlers of a router that gives all of them a deadline.
package routed

import (
	"net/http"
	"time"

	"github.com/go-chi/chi/v5"
	"github.com/go-chi/chi/v5/middleware"
)

var hc = &http.Client{Transport: http.DefaultTransport}

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

// Routes gives its handlers ten seconds.
func Routes() http.Handler {
	r := chi.NewRouter()
	r.Use(middleware.Timeout(10 * time.Second))
	r.Get("/customers", customers)
	return r
}
