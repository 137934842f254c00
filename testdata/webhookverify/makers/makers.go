// Package makers has functions that make handlers, which are wired here.
package makers

import (
	"encoding/json"
	"log"
	"net/http"

	"github.com/gin-gonic/gin"
	"github.com/go-chi/chi/v5"

	"github.com/auroravet/auroravet/testdata/webhookverify/signing"
)

// opened makes a handler that only shows the signature.
func opened(shop string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		log.Println(shop, r.Header.Get("Flute-Webhook-Signature")) // want `the webhook signature is read and compared with nothing`
		var ev struct{ TransactionID string }
		_ = json.NewDecoder(r.Body).Decode(&ev)
	}
}

// of makes one for a type of events.
func of[E any](use func(E)) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		log.Println(r.Header.Get("Flute-Webhook-Signature")) // want `the webhook signature is read and compared with nothing`
		var ev E
		if json.NewDecoder(r.Body).Decode(&ev) == nil {
			use(ev)
		}
	})
}

// behind makes one that stands behind a middleware.
func behind(shop string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		log.Println(shop, r.Header.Get("Flute-Webhook-Signature"))
		var ev struct{ TransactionID string }
		_ = json.NewDecoder(r.Body).Decode(&ev)
	}
}

func wrapped[E any](use func(E)) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		log.Println(r.Header.Get("Flute-Webhook-Signature"))
		var ev E
		if json.NewDecoder(r.Body).Decode(&ev) == nil {
			use(ev)
		}
	})
}

func grouped() http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		log.Println(r.Header.Get("Flute-Webhook-Signature"))
		r.Body.Close()
	}
}

func muxed() http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		log.Println(r.Header.Get("Flute-Webhook-Signature"))
		r.Body.Close()
	}
}

// Elsewhere makes one for who imports it.
func Elsewhere() http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		log.Println(r.Header.Get("Flute-Webhook-Signature"))
		r.Body.Close()
	}
}

func onGin() gin.HandlerFunc {
	return func(c *gin.Context) {
		log.Println(c.GetHeader("Flute-Webhook-Signature")) // want `the webhook signature is read and compared with nothing`
		var ev struct{ TransactionID string }
		_ = c.BindJSON(&ev)
	}
}

type event struct{ ID string }

// Routes wires them.
func Routes(v *signing.Verifier, g *gin.Engine) http.Handler {
	r := chi.NewRouter()
	r.Post("/open", opened("north"))
	r.Method(http.MethodPost, "/of", of(func(e event) { log.Println(e.ID) }))
	r.With(v.Middleware).Post("/behind", behind("south"))
	r.Method(http.MethodPost, "/wrapped", v.Middleware(wrapped(func(e event) { log.Println(e.ID) })))
	r.Group(func(r chi.Router) {
		r.Use(v.Middleware)
		r.Post("/grouped", grouped())
	})
	mux := http.NewServeMux()
	mux.HandleFunc("/muxed", muxed())
	r.Mount("/mux", v.Middleware(mux))
	g.POST("/gin", onGin())
	return r
}
