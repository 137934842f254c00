// Package unseen has handlers behind middleware that is not in view.
package unseen

import (
	"log"
	"net/http"

	"github.com/gin-gonic/gin"
	"github.com/go-chi/chi/v5"
	"github.com/go-chi/chi/v5/middleware"
)

// Gate is a middleware of another package.
type Gate interface {
	Wrap(next http.Handler) http.Handler
}

// Routes has the handlers.
type Routes struct{ gate Gate }

func (p *Routes) used(w http.ResponseWriter, r *http.Request) {
	log.Println("version", r.Header.Get("Flute-Webhook-Signature")[:2])
	r.Body.Close()
}

func (p *Routes) with(w http.ResponseWriter, r *http.Request) {
	log.Println("version", r.Header.Get("Flute-Webhook-Signature")[:2])
	r.Body.Close()
}

func (p *Routes) wrapped(w http.ResponseWriter, r *http.Request) {
	log.Println("version", r.Header.Get("Flute-Webhook-Signature")[:2])
	r.Body.Close()
}

func (p *Routes) passed(w http.ResponseWriter, r *http.Request) {
	log.Println("version", r.Header.Get("Flute-Webhook-Signature")[:2])
	r.Body.Close()
}

func (p *Routes) field(w http.ResponseWriter, r *http.Request) {
	log.Println("version", r.Header.Get("Flute-Webhook-Signature")[:2])
	r.Body.Close()
}

func (p *Routes) outside(w http.ResponseWriter, r *http.Request) {
	log.Println("version", r.Header.Get("Flute-Webhook-Signature")[:2]) // want `the webhook signature is read and compared with nothing`
	r.Body.Close()
}

func (p *Routes) logged(w http.ResponseWriter, r *http.Request) {
	log.Println("version", r.Header.Get("Flute-Webhook-Signature")[:2]) // want `the webhook signature is read and compared with nothing`
	r.Body.Close()
}

// Grouped uses what an interface gives for a group.
func (p *Routes) Grouped() http.Handler {
	r := chi.NewRouter()
	r.Post("/outside", p.outside)
	r.Group(func(r chi.Router) {
		r.Use(p.gate.Wrap)
		r.Post("/used", p.used)
	})
	r.With(p.gate.Wrap).Post("/with", p.with)
	r.With(middleware.NoCache).Post("/logged", p.logged)
	return r
}

// Wrapped has one that a call of an interface wraps.
func (p *Routes) Wrapped(mux *http.ServeMux) {
	mux.Handle("/wrapped", p.gate.Wrap(http.HandlerFunc(p.wrapped)))
}

// Passed takes the middleware.
func (p *Routes) Passed(check func(http.Handler) http.Handler) http.Handler {
	r := chi.NewRouter()
	r.Use(check)
	r.Post("/passed", p.passed)
	return r
}

// Kept has it in a field.
type Kept struct {
	check func(http.Handler) http.Handler
}

// Router uses it.
func (k *Kept) Router(p *Routes) http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("/field", p.field)
	return k.check(mux)
}

func inner(w http.ResponseWriter, r *http.Request) {
	log.Println("version", r.Header.Get("Flute-Webhook-Signature")[:2])
	r.Body.Close()
}

// Captured uses it in the literal of a group.
func Captured(check func(http.Handler) http.Handler) http.Handler {
	r := chi.NewRouter()
	r.Route("/hooks", func(r chi.Router) {
		r.Use(check)
		r.Post("/inner", inner)
	})
	return r
}

func plain(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		log.Println(r.URL.Path)
		next.ServeHTTP(w, r)
	})
}

func local(w http.ResponseWriter, r *http.Request) {
	log.Println("version", r.Header.Get("Flute-Webhook-Signature")[:2]) // want `the webhook signature is read and compared with nothing`
	r.Body.Close()
}

// Local has what is in view in a variable.
func Local() http.Handler {
	trace := plain
	r := chi.NewRouter()
	r.Group(func(r chi.Router) {
		r.Use(trace)
		r.Post("/local", local)
	})
	return r
}

func called(w http.ResponseWriter, r *http.Request) {
	log.Println("version", r.Header.Get("Flute-Webhook-Signature")[:2]) // want `the webhook signature is read and compared with nothing`
	r.Body.Close()
}

func routes(trace func(http.Handler) http.Handler) http.Handler {
	r := chi.NewRouter()
	r.Use(trace)
	r.Post("/called", called)
	return r
}

// Traced gives what is in view.
func Traced() http.Handler { return routes(plain) }

func ginned(c *gin.Context) {
	log.Println("version", c.GetHeader("Flute-Webhook-Signature")[:2])
	c.Request.Body.Close()
}

func listed(c *gin.Context) {
	log.Println("version", c.GetHeader("Flute-Webhook-Signature")[:2])
	c.Request.Body.Close()
}

func open(c *gin.Context) {
	log.Println("version", c.GetHeader("Flute-Webhook-Signature")[:2]) // want `the webhook signature is read and compared with nothing`
	c.Request.Body.Close()
}

// Gin has it in a group, and one beside.
func Gin(e *gin.Engine, check gin.HandlerFunc) {
	g := e.Group("/hooks")
	g.Use(check)
	g.POST("/ginned", ginned)
	e.Use(gin.Logger())
}

// GinListed gives it together with the handler.
func GinListed(e *gin.Engine, check gin.HandlerFunc) {
	e.POST("/listed", check, listed)
	e.POST("/open", open)
}
