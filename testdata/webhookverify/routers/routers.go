// Package routers has middleware that stands in front of a part of the handlers.
package routers

import (
	"encoding/json"
	"log"
	"net/http"

	"github.com/gin-gonic/gin"
	"github.com/go-chi/chi/v5"
	"github.com/gofiber/fiber/v2"
	"github.com/labstack/echo/v4"

	"github.com/auroravet/auroravet/testdata/webhookverify/signing"
)

func take(r *http.Request) {
	var ev struct{ TransactionID string }
	if err := json.NewDecoder(r.Body).Decode(&ev); err == nil {
		log.Println("paid", ev.TransactionID)
	}
}

func grouped(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("Flute-Webhook-Signature") == "" {
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	take(r)
}

func outside(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("Flute-Webhook-Signature") == "" { // want `the webhook signature is read and compared with nothing`
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	take(r)
}

// till serves as a value.
type till struct{}

func (till) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("Flute-Webhook-Signature") == "" {
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	take(r)
}

// openTill is one in front of which nothing stands.
type openTill struct{}

func (*openTill) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("Flute-Webhook-Signature") == "" { // want `the webhook signature is read and compared with nothing`
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	take(r)
}

func mounted(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("Flute-Webhook-Signature") == "" {
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	take(r)
}

func helped(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("Flute-Webhook-Signature") == "" {
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	take(r)
}

func nested(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("Flute-Webhook-Signature") == "" {
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	take(r)
}

func register(r chi.Router) { r.Post("/helped", helped) }

func mountedRoutes() http.Handler {
	r := chi.NewRouter()
	r.Post("/", mounted)
	return r
}

// Chi has a group whose handlers are verified.
func Chi(v *signing.Verifier) http.Handler {
	r := chi.NewRouter()
	r.Post("/outside", outside)
	r.Method(http.MethodPost, "/open", &openTill{})
	r.Group(func(r chi.Router) {
		r.Use(v.Middleware)
		r.Post("/grouped", grouped)
		r.Method(http.MethodPost, "/till", till{})
		r.Mount("/mounted", mountedRoutes())
		r.Route("/sub", func(r chi.Router) { r.Post("/nested", nested) })
		register(r)
	})
	return r
}

func inner(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("Flute-Webhook-Signature") == "" {
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	take(r)
}

func outer(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("Flute-Webhook-Signature") == "" { // want `the webhook signature is read and compared with nothing`
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	take(r)
}

// Mux wraps one of two muxes.
func Mux(v *signing.Verifier) http.Handler {
	signed := http.NewServeMux()
	signed.HandleFunc("POST /hooks/inner", inner)
	mux := http.NewServeMux()
	mux.Handle("/hooks/", v.Middleware(signed))
	mux.HandleFunc("POST /outer", outer)
	return mux
}

func ginMiddleware(v *signing.Verifier) gin.HandlerFunc {
	return func(c *gin.Context) {
		body, err := c.GetRawData()
		if err != nil || v.Check(c.Request.Header, body) != nil {
			c.AbortWithStatus(http.StatusUnauthorized)
			return
		}
		c.Next()
	}
}

func ginSigned(c *gin.Context) {
	if c.GetHeader("Flute-Webhook-Signature") == "" {
		c.AbortWithStatus(http.StatusBadRequest)
	}
}

func ginOpen(c *gin.Context) {
	if c.GetHeader("Flute-Webhook-Signature") == "" { // want `the webhook signature is read and compared with nothing`
		c.AbortWithStatus(http.StatusBadRequest)
	}
}

// Gin has a group of the same router that is verified.
func Gin(v *signing.Verifier) *gin.Engine {
	e := gin.New()
	hooks := e.Group("/hooks")
	hooks.Use(ginMiddleware(v))
	{
		hooks.Group("/v1").POST("/signed", ginSigned)
	}
	e.POST("/open", ginOpen)
	return e
}

func echoMiddleware(v *signing.Verifier) echo.MiddlewareFunc {
	return func(next echo.HandlerFunc) echo.HandlerFunc {
		return func(c echo.Context) error {
			if _, err := v.Request(c.Request()); err != nil {
				return echo.ErrUnauthorized
			}
			return next(c)
		}
	}
}

func echoSigned(c echo.Context) error {
	if c.Request().Header.Get("Flute-Webhook-Signature") == "" {
		return echo.ErrBadRequest
	}
	return c.NoContent(http.StatusNoContent)
}

func echoOpen(c echo.Context) error {
	if c.Request().Header.Get("Flute-Webhook-Signature") == "" { // want `the webhook signature is read and compared with nothing`
		return echo.ErrBadRequest
	}
	return c.NoContent(http.StatusNoContent)
}

func echoRoutes(g *echo.Group) { g.POST("/signed", echoSigned) }

// Echo gives its group to a helper.
func Echo(e *echo.Echo, v *signing.Verifier) {
	g := e.Group("/hooks", echoMiddleware(v))
	echoRoutes(g)
	e.POST("/open", echoOpen)
}

func fiberSigned(c *fiber.Ctx) error {
	if c.Get("Flute-Webhook-Signature") == "" {
		return fiber.ErrBadRequest
	}
	return c.SendStatus(fiber.StatusNoContent)
}

func fiberMiddleware(verify func(id, ts, sig string, body []byte) error) fiber.Handler {
	return func(c *fiber.Ctx) error {
		if err := verify(c.Get("Flute-Webhook-ID"), c.Get("Flute-Webhook-Timestamp"), c.Get("Flute-Webhook-Signature"), c.Body()); err != nil {
			return fiber.ErrUnauthorized
		}
		return c.Next()
	}
}

// Fiber has one middleware for all.
func Fiber(v *signing.Verifier) *fiber.App {
	app := fiber.New()
	app.Use(fiberMiddleware(v.Verify))
	api := app.Group("/hooks")
	api.Post("/signed", fiberSigned)
	return app
}
