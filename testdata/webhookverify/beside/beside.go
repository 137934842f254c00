// Package beside has handlers that are made by functions, of which not all stand behind the middleware.
package beside

import (
	"encoding/json"
	"log"
	"net/http"

	"github.com/auroravet/auroravet/testdata/webhookverify/signing"
)

func guarded(v *signing.Verifier, next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if _, err := v.Request(r); err != nil {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		next(w, r)
	}
}

func inside() http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		log.Println(r.Header.Get("Flute-Webhook-Signature"))
		r.Body.Close()
	}
}

func outside[E any](use func(E)) http.HandlerFunc {
	handler := func(w http.ResponseWriter, r *http.Request) {
		log.Println(r.Header.Get("Flute-Webhook-Signature")) // want `the webhook signature is read and compared with nothing`
		var e E
		if json.NewDecoder(r.Body).Decode(&e) == nil {
			use(e)
		}
	}
	return handler
}

// Mount wires them.
func Mount(mux *http.ServeMux, v *signing.Verifier) {
	mux.HandleFunc("/inside", guarded(v, inside()))
	mux.HandleFunc("/outside", outside(func(id string) { log.Println(id) }))
}
