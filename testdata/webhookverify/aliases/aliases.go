// Package aliases has handlers that write the types of a framework under names of their own.
package aliases

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"net/http"
	"os"
	"strconv"
	"time"

	"github.com/gin-gonic/gin"
)

type (
	call    = gin.Context
	request = http.Request
)

func code(at string, body []byte) []byte {
	m := hmac.New(sha256.New, []byte(os.Getenv("FLUTE_WEBHOOK_SECRET")))
	m.Write([]byte(at + "."))
	m.Write(body)
	return m.Sum(nil)
}

func settled(c *call) {
	body, err := io.ReadAll(c.Request.Body)
	if err != nil || c.GetHeader("Flute-Webhook-Signature") != hex.EncodeToString(code("", body)) { // want `not compared in constant time and is accepted at any age`
		c.Status(http.StatusForbidden)
		return
	}
	c.Status(http.StatusNoContent)
}

func refunded(w http.ResponseWriter, r *request) {
	body, err := io.ReadAll(r.Body)
	if err != nil || r.Header.Get("Flute-Webhook-Signature") != hex.EncodeToString(code("", body)) { // want `not compared in constant time and is accepted at any age`
		w.WriteHeader(http.StatusForbidden)
	}
}

func voided(w http.ResponseWriter, r *request) {
	body, err := io.ReadAll(r.Body)
	if err != nil {
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	at := r.Header.Get("Flute-Webhook-Timestamp")
	sec, err := strconv.ParseInt(at, 10, 64)
	if err != nil || time.Since(time.Unix(sec, 0)).Abs() > 5*time.Minute {
		w.WriteHeader(http.StatusForbidden)
		return
	}
	got, err := hex.DecodeString(r.Header.Get("Flute-Webhook-Signature"))
	if err != nil || !hmac.Equal(got, code(at, body)) {
		w.WriteHeader(http.StatusForbidden)
	}
}

// Routes registers the handlers.
func Routes(e *gin.Engine, mux *http.ServeMux) {
	e.POST("/settled", settled)
	mux.HandleFunc("/refunded", refunded)
	mux.HandleFunc("/voided", voided)
}
