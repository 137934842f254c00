// Package fields keeps middleware in fields and variables.
package fields

import (
	"encoding/json"
	"log/slog"
	"net/http"

	"github.com/gin-gonic/gin"

	"github.com/auroravet/auroravet/testdata/webhookverify/signing"
)

type server struct {
	signed func(http.Handler) http.Handler
	save   func(string) error
}

func newServer(v *signing.Verifier, save func(string) error) *server {
	return &server{signed: v.Middleware, save: save}
}

func (s *server) routes() http.Handler {
	mux := http.NewServeMux()
	mux.Handle("POST /paid", s.signed(http.HandlerFunc(s.paid)))
	mux.HandleFunc("POST /voided", s.voided)
	return mux
}

type event struct{ ID string }

// paid stands behind the middleware.
func (s *server) paid(w http.ResponseWriter, r *http.Request) {
	slog.Info("paid", "signature", r.Header.Get("Flute-Webhook-Signature"))
	var ev event
	if json.NewDecoder(r.Body).Decode(&ev) == nil {
		s.save(ev.ID)
	}
}

// voided stands beside it.
func (s *server) voided(w http.ResponseWriter, r *http.Request) {
	slog.Info("voided", "signature", r.Header.Get("Flute-Webhook-Signature")) // want `the webhook signature is read and compared with nothing`
	var ev event
	if json.NewDecoder(r.Body).Decode(&ev) == nil {
		s.save(ev.ID)
	}
}

func guard(v *signing.Verifier) gin.HandlerFunc {
	return func(c *gin.Context) {
		body, _ := c.GetRawData()
		if v.Check(c.Request.Header, body) != nil {
			c.AbortWithStatus(http.StatusUnauthorized)
			return
		}
		c.Set("body", body)
		c.Next()
	}
}

// answered answers, and goes on.
func answered(v *signing.Verifier) gin.HandlerFunc {
	return func(c *gin.Context) {
		body, _ := c.GetRawData()
		if v.Check(c.Request.Header, body) != nil { // want `the webhook signature is checked without any consequence`
			c.JSON(http.StatusUnauthorized, gin.H{"error": "signature"})
		}
		c.Set("body", body)
		c.Next()
	}
}

var guarded = guard(&signing.Verifier{})

func register(r *gin.Engine) {
	r.Group("/hooks", guarded).POST("/settled", settled)
	r.POST("/open", open)
}

func settled(c *gin.Context) {
	slog.Info("settled", "signature", c.GetHeader("Flute-Webhook-Signature"))
	var ev event
	c.Status(map[bool]int{true: http.StatusOK, false: http.StatusBadRequest}[c.ShouldBindJSON(&ev) == nil])
}

func open(c *gin.Context) {
	slog.Info("open", "signature", c.GetHeader("Flute-Webhook-Signature")) // want `the webhook signature is read and compared with nothing`
	var ev event
	c.Status(map[bool]int{true: http.StatusOK, false: http.StatusBadRequest}[c.ShouldBindJSON(&ev) == nil])
}
