// Package tables has handlers that one function finds in a table and calls.
package tables

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"net/http"
	"os"
	"strconv"
	"time"
)

const header = "Flute-Webhook-Signature"

func code(at string, body []byte) []byte {
	m := hmac.New(sha256.New, []byte(os.Getenv("FLUTE_WEBHOOK_SECRET")))
	m.Write([]byte(at + "."))
	m.Write(body)
	return m.Sum(nil)
}

// captured verifies.
func captured(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(r.Body)
	at := r.Header.Get("Flute-Webhook-Timestamp")
	sec, bad := strconv.ParseInt(at, 10, 64)
	if err != nil || bad != nil || time.Since(time.Unix(sec, 0)).Abs() > 5*time.Minute {
		w.WriteHeader(http.StatusForbidden)
		return
	}
	got, err := hex.DecodeString(r.Header.Get(header))
	if err != nil || !hmac.Equal(got, code(at, body)) {
		w.WriteHeader(http.StatusForbidden)
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

// voided compares as text.
func voided(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(r.Body)
	at := r.Header.Get("Flute-Webhook-Timestamp")
	sec, bad := strconv.ParseInt(at, 10, 64)
	if err != nil || bad != nil || time.Since(time.Unix(sec, 0)).Abs() > 5*time.Minute {
		w.WriteHeader(http.StatusForbidden)
		return
	}
	if r.Header.Get(header) != hex.EncodeToString(code(at, body)) { // want `not compared in constant time`
		w.WriteHeader(http.StatusForbidden)
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

// old has no window.
func old(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(r.Body)
	got, bad := hex.DecodeString(r.Header.Get(header)) // want `accepted at any age`
	if err != nil || bad != nil || !hmac.Equal(got, code("", body)) {
		w.WriteHeader(http.StatusForbidden)
	}
}

// Serve finds the handler of an event.
func Serve(w http.ResponseWriter, r *http.Request) {
	routes := map[string]func(http.ResponseWriter, *http.Request){"/captured": captured, "/voided": voided, "/old": old}
	if h, ok := routes[r.URL.Path]; ok {
		h(w, r)
		return
	}
	http.NotFound(w, r)
}
