// Package fanned computes the code while the body is read, by writers that write into several.
package fanned

import (
	"bytes"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
	"strconv"
	"time"
)

type sink struct {
	key  []byte
	take func([]byte) error
}

func (s *sink) recent(r *http.Request) bool {
	sec, err := strconv.ParseInt(r.Header.Get("Flute-Webhook-Timestamp"), 10, 64)
	return err == nil && time.Since(time.Unix(sec, 0)).Abs() < 5*time.Minute
}

func equal(r *http.Request, sum []byte) bool {
	got, err := hex.DecodeString(r.Header.Get("Flute-Webhook-Signature"))
	return err == nil && hmac.Equal(sum, got)
}

// copied copies the body into the code and a buffer.
func (s *sink) copied(w http.ResponseWriter, r *http.Request) {
	sum := hmac.New(sha256.New, s.key)
	fmt.Fprintf(sum, "%s.%s.", r.Header.Get("Flute-Webhook-Id"), r.Header.Get("Flute-Webhook-Timestamp"))
	body := new(bytes.Buffer)
	if _, err := io.CopyN(io.MultiWriter(body, sum), r.Body, r.ContentLength); err != nil || !s.recent(r) || !equal(r, sum.Sum(nil)) {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	s.take(body.Bytes())
}

// listed has the writers in a list.
func (s *sink) listed(w http.ResponseWriter, r *http.Request) {
	sum := hmac.New(sha256.New, s.key)
	var body bytes.Buffer
	to := []io.Writer{sum}
	to = append(to, &body)
	if _, err := io.Copy(io.MultiWriter(to...), r.Body); err != nil || !s.recent(r) || !equal(r, sum.Sum(nil)) {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	s.take(body.Bytes())
}

// encoded writes JSON that was made anew into both.
func (s *sink) encoded(w http.ResponseWriter, r *http.Request) {
	sum := hmac.New(sha256.New, s.key)
	var ev map[string]any
	if json.NewDecoder(r.Body).Decode(&ev) != nil {
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	var text bytes.Buffer
	json.NewEncoder(io.MultiWriter(sum, &text)).Encode(ev)
	got, err := hex.DecodeString(r.Header.Get("Flute-Webhook-Signature")) // want `the webhook signature is not checked over the body as it came`
	if err != nil || !s.recent(r) || !hmac.Equal(sum.Sum(nil), got) {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	s.take(text.Bytes())
}

// beside writes the body elsewhere.
func (s *sink) beside(w http.ResponseWriter, r *http.Request) {
	sum := hmac.New(sha256.New, s.key)
	io.WriteString(sum, r.Header.Get("Flute-Webhook-Timestamp"))
	var body bytes.Buffer
	io.Copy(io.MultiWriter(os.Stderr, &body), r.Body)
	got, err := hex.DecodeString(r.Header.Get("Flute-Webhook-Signature")) // want `the webhook signature is not checked over the body as it came`
	if err != nil || !s.recent(r) || !hmac.Equal(sum.Sum(nil), got) {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	s.take(body.Bytes())
}
