// Command wired puts handlers behind middleware that verifies.
package main

import (
	"encoding/json"
	"io"
	"log"
	"net/http"
	"os"
	"time"

	"github.com/gin-gonic/gin"
	"github.com/go-chi/chi/v5"
	"github.com/labstack/echo/v4"

	"github.com/auroravet/auroravet/testdata/webhookverify/signing"
)

func main() {
	v := &signing.Verifier{Secret: []byte(os.Getenv("FLUTE_WEBHOOK_SECRET")), Tolerance: 5 * time.Minute, Now: time.Now}
	r := chi.NewRouter()
	r.With(v.Middleware).Post("/hooks/payments", payments)
	r.With(warned).Post("/hooks/refunds", refunds)
	r.Post("/hooks/open", open)
	s := &shop{v}
	r.Post("/hooks/direct", s.direct)
	r.Post("/hooks/again", s.again)
	r.Post("/hooks/late", s.late)
	frameworks(v)
	log.Fatal(http.ListenAndServe(os.Getenv("LISTEN"), r))
}

func payments(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("Flute-Webhook-Signature") == "" {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	var ev struct{ TransactionID string }
	if err := json.NewDecoder(r.Body).Decode(&ev); err != nil {
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	log.Println("paid", ev.TransactionID)
}

// warned lets everything through.
func warned(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("Flute-Webhook-Signature") == "" { // want `the webhook signature is read and compared with nothing`
			log.Println("a call without a signature")
		}
		next.ServeHTTP(w, r)
	})
}

func refunds(w http.ResponseWriter, r *http.Request) {
	var ev struct{ TransactionID string }
	if err := json.NewDecoder(r.Body).Decode(&ev); err != nil {
		w.WriteHeader(http.StatusBadRequest)
	}
}

// open stands behind nothing.
func open(w http.ResponseWriter, r *http.Request) {
	var ev struct{ TransactionID string }
	if err := json.NewDecoder(r.Body).Decode(&ev); err == nil {
		log.Println("paid", ev.TransactionID, r.Header.Get("Flute-Webhook-Signature")) // want `the webhook signature is read and compared with nothing`
	}
}

type checker interface {
	Check(h http.Header, body []byte) error
}

type shop struct{ v checker }

// direct gives the body on as it came.
func (s *shop) direct(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	if err := s.v.Check(r.Header, body); err != nil {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	log.Println("event", r.Header.Get("Flute-Webhook-ID"))
}

// again gives it on as it was made anew.
func (s *shop) again(w http.ResponseWriter, r *http.Request) {
	var payload map[string]any
	json.NewDecoder(r.Body).Decode(&payload)
	body, _ := json.Marshal(payload)
	if err := s.v.Check(r.Header, body); err != nil { // want `the webhook signature is not checked over the body as it came`
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	log.Println("event", r.Header.Get("Flute-Webhook-ID"))
}

// late uses what is reported where it stands.
func (s *shop) late(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	if v, ok := s.v.(*signing.Verifier); !ok || !v.CheckLate(r.Header, body) {
		w.WriteHeader(http.StatusUnauthorized)
	}
}

func verifyEcho(v *signing.Verifier) echo.MiddlewareFunc {
	return func(next echo.HandlerFunc) echo.HandlerFunc {
		return func(c echo.Context) error {
			body, err := io.ReadAll(c.Request().Body)
			if err != nil || v.Check(c.Request().Header, body) != nil {
				return echo.ErrUnauthorized
			}
			c.Set("body", body)
			return next(c)
		}
	}
}

func verifyGin(v *signing.Verifier) gin.HandlerFunc {
	return func(c *gin.Context) {
		body, _ := c.GetRawData()
		if v.Check(c.Request.Header, body) != nil {
			c.AbortWithStatus(http.StatusUnauthorized)
		}
		c.Set("body", body)
	}
}

// frameworks has handlers behind the middleware of a group, and one behind none.
func frameworks(v *signing.Verifier) {
	e := echo.New()
	g := e.Group("/hooks", verifyEcho(v))
	g.POST("/signed", func(c echo.Context) error {
		body, _ := c.Get("body").([]byte)
		log.Println(len(body), c.Request().Header.Get("Flute-Webhook-Signature"), c.Request().Body != nil)
		return c.NoContent(http.StatusNoContent)
	})
	e.POST("/open", func(c echo.Context) error {
		var payload map[string]any
		log.Println(c.Request().Header.Get("Flute-Webhook-Signature")) // want `the webhook signature is read and compared with nothing`
		return c.Bind(&payload)
	})
	r := gin.New()
	hooks := r.Group("/hooks")
	hooks.Use(verifyGin(v))
	hooks.POST("/signed", func(c *gin.Context) {
		if c.GetHeader("Flute-Webhook-Signature") == "" {
			c.AbortWithStatus(http.StatusBadRequest)
			return
		}
		log.Println(len(c.MustGet("body").([]byte)))
	})
}
