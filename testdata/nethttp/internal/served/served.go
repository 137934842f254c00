// Package served calls from handlers, some of which are given a deadline.
package served

import (
	"net/http"
	"time"
)

var patient = &http.Client{Transport: http.DefaultTransport}

var endless = &http.Client{Transport: http.DefaultTransport} // want `the http.Client that sends GET .*/v2/terminals has no timeout`

func get(w http.ResponseWriter, r *http.Request, hc *http.Client, path string) {
	req, err := http.NewRequestWithContext(r.Context(), http.MethodGet, "https://api.flute.com/v2/"+path, nil)
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

func links(w http.ResponseWriter, r *http.Request) { get(w, r, patient, "payment-links") }

func terminals(w http.ResponseWriter, r *http.Request) { get(w, r, endless, "terminals") }

// Routes gives one of its handlers five seconds.
func Routes() http.Handler {
	mux := http.NewServeMux()
	mux.Handle("/links", http.TimeoutHandler(http.HandlerFunc(links), 5*time.Second, ""))
	mux.HandleFunc("/terminals", terminals)
	return mux
}
