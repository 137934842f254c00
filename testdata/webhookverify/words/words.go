// Package words compares the signature with what is no code of the request.
package words

import (
	"context"
	"crypto/hmac"
	"encoding/json"
	"io"
	"net/http"
	"os"
	"slices"
	"strings"

	"github.com/gin-gonic/gin"
	"github.com/labstack/echo/v4"

	"github.com/auroravet/auroravet/testdata/webhookverify/signing"
)

const head = "Flute-Webhook-Signature"

type gate struct {
	word   string
	words  []string
	scheme string
	v      *signing.Verifier
	save   func([]byte) error
}

var fromEnv = os.Getenv("HOOK_WORD")

// worded lets those in who know a word.
func (g *gate) worded() gin.HandlerFunc {
	return func(c *gin.Context) {
		if c.GetHeader(head) != g.word { // want `the webhook signature is compared with what is no code of the body; who learns that can send any event`
			c.AbortWithStatus(http.StatusUnauthorized)
			return
		}
		c.Next()
	}
}

// listed knows some words.
func (g *gate) listed(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !slices.Contains(g.words, r.Header.Get(head)) { // want `compared with what is no code of the body`
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func (g *gate) knows(r *http.Request) bool {
	return strings.EqualFold(r.Header.Get(head), "Bearer "+g.word)
}

// asking leaves the question to a helper.
func (g *gate) asking(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !g.knows(r) { // want `compared with what is no code of the body`
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// event is a handler that asks by itself.
func (g *gate) event(c echo.Context) error {
	if word := os.Getenv("HOOK_WORD"); c.Request().Header.Get(head) != word { // want `compared with what is no code of the body`
		return c.NoContent(http.StatusUnauthorized)
	}
	var ev map[string]any
	return c.Bind(&ev)
}

// global compares with a variable of the package.
func (g *gate) global(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get(head) != fromEnv { // want `compared with what is no code of the body`
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	body, _ := io.ReadAll(r.Body)
	g.save(body)
}

// schemed asks for the scheme first.
func (g *gate) schemed(w http.ResponseWriter, r *http.Request) {
	scheme, _, _ := strings.Cut(r.Header.Get(head), ",")
	if scheme != g.scheme {
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	body, err := io.ReadAll(r.Body)
	if err != nil || g.v.Check(r.Header, body) != nil {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	g.save(body)
}

// fronted asks for the scheme, and something before it has verified.
func (g *gate) fronted(w http.ResponseWriter, r *http.Request) {
	if !strings.HasPrefix(r.Header.Get(head), g.scheme) {
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	var ev map[string]any
	json.NewDecoder(r.Body).Decode(&ev)
}

func (g *gate) verified(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, err := io.ReadAll(r.Body)
		if err != nil || g.v.Check(r.Header, body) != nil {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		r.Body = io.NopCloser(strings.NewReader(string(body)))
		next.ServeHTTP(w, r)
	})
}

type expected struct{}

// prepared puts the code into the context.
func (g *gate) prepared(next http.Handler, sum func(*http.Request) string) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), expected{}, sum(r))))
	})
}

// compared takes it from there: not known.
func (g *gate) compared(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		want, _ := r.Context().Value(expected{}).(string)
		if r.Header.Get(head) != want {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// once keeps the last signature.
type once struct {
	*gate
	last string
}

// repeated refuses what comes twice.
func (o *once) repeated(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get(head) == o.last {
		w.WriteHeader(http.StatusConflict)
		return
	}
	o.last = r.Header.Get(head)
	body, err := io.ReadAll(r.Body)
	if err != nil || o.v.Check(r.Header, body) != nil {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	o.save(body)
}

// steady compares with a word in constant time; it is not for this package to say more.
func (g *gate) steady(w http.ResponseWriter, r *http.Request) {
	if !hmac.Equal([]byte(r.Header.Get(head)), []byte(g.word)) { // want `accepted at any age`
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	body, _ := io.ReadAll(r.Body)
	g.save(body)
}

func (g *gate) routes(mux *http.ServeMux, r *gin.Engine, e *echo.Echo, o *once) {
	r.Group("/gin", g.worded()).POST("/", func(c *gin.Context) { c.Status(http.StatusOK) })
	e.POST("/echo", g.event)
	mux.Handle("/listed", g.listed(http.NotFoundHandler()))
	mux.Handle("/asking", g.asking(http.NotFoundHandler()))
	mux.HandleFunc("/schemed", g.schemed)
	mux.HandleFunc("/global", g.global)
	mux.Handle("/fronted", g.verified(http.HandlerFunc(g.fronted)))
	mux.Handle("/compared", g.prepared(g.compared(http.NotFoundHandler()), nil))
	mux.HandleFunc("/repeated", o.repeated)
	mux.HandleFunc("/steady", g.steady)
}
