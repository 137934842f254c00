// Package ported leaves the verification to a port.
package ported

import (
	"bytes"
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"io"
	"log/slog"
	"net/http"
	"strconv"
	"strings"
	"time"
)

// Seal says whether a text was sent by the platform.
type Seal interface {
	Verify(id, at, signature string, text []byte) error
	Valid(header http.Header, text []byte) bool
}

type event struct{ Kind, ID string }

type inbox struct {
	seal Seal
	key  []byte
	keep func(context.Context, event) error
}

func (b *inbox) check(r *http.Request, text []byte) error {
	return b.seal.Verify(r.Header.Get("Flute-Webhook-Id"), r.Header.Get("Flute-Webhook-Timestamp"), r.Header.Get("Flute-Webhook-Signature"), text)
}

func (b *inbox) take(w http.ResponseWriter, r *http.Request, text []byte) {
	var e event
	if json.Unmarshal(text, &e) != nil {
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	if err := b.keep(r.Context(), e); err != nil {
		w.WriteHeader(http.StatusInternalServerError)
	}
}

// Sales refuses what is not signed.
func (b *inbox) Sales(w http.ResponseWriter, r *http.Request) {
	text, err := io.ReadAll(r.Body)
	if err != nil {
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	if err := b.seal.Verify(r.Header.Get("Flute-Webhook-Id"), r.Header.Get("Flute-Webhook-Timestamp"), r.Header.Get("Flute-Webhook-Signature"), text); err != nil {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	b.take(w, r, text)
}

// Returns says that it refuses, and goes on.
func (b *inbox) Returns(w http.ResponseWriter, r *http.Request) {
	text, err := io.ReadAll(r.Body)
	if err != nil {
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	if err := b.seal.Verify(r.Header.Get("Flute-Webhook-Id"), r.Header.Get("Flute-Webhook-Timestamp"), r.Header.Get("Flute-Webhook-Signature"), text); err != nil { // want `checked without any consequence`
		slog.Warn("not signed", "err", err)
		http.Error(w, "not signed", http.StatusUnauthorized)
	}
	b.take(w, r, text)
}

// Voids asks and does not listen.
func (b *inbox) Voids(w http.ResponseWriter, r *http.Request) {
	text, err := io.ReadAll(r.Body)
	if err != nil {
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	_ = b.seal.Verify(r.Header.Get("Flute-Webhook-Id"), r.Header.Get("Flute-Webhook-Timestamp"), r.Header.Get("Flute-Webhook-Signature"), text) // want `checked without any consequence`
	b.take(w, r, text)
}

// Links has the answer of the port be its own.
func (b *inbox) Links(w http.ResponseWriter, r *http.Request) {
	text, err := io.ReadAll(r.Body)
	if err == nil {
		err = b.check(r, text)
	}
	if err != nil {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	b.take(w, r, text)
}

// Devices verifies another text than the one that came.
func (b *inbox) Devices(w http.ResponseWriter, r *http.Request) {
	raw, err := io.ReadAll(r.Body)
	if err != nil {
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	var text bytes.Buffer
	if json.Compact(&text, raw) != nil {
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	if b.seal.Verify(r.Header.Get("Flute-Webhook-Id"), r.Header.Get("Flute-Webhook-Timestamp"), r.Header.Get("Flute-Webhook-Signature"), text.Bytes()) != nil { // want `not checked over the body as it came`
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	b.take(w, r, text.Bytes())
}

// Batches lets the port read the headers.
func (b *inbox) Batches(w http.ResponseWriter, r *http.Request) {
	text, err := io.ReadAll(r.Body)
	if err != nil || !b.seal.Valid(r.Header, text) {
		slog.Warn("refused", "signature", r.Header.Get("Flute-Webhook-Signature"))
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	b.take(w, r, text)
}

// Payouts computes the code while it reads.
func (b *inbox) Payouts(w http.ResponseWriter, r *http.Request) {
	at := r.Header.Get("Flute-Webhook-Timestamp")
	mac := hmac.New(sha256.New, b.key)
	io.WriteString(mac, r.Header.Get("Flute-Webhook-Id")+"."+at+".")
	var text bytes.Buffer
	if _, err := io.Copy(io.MultiWriter(&text, mac), r.Body); err != nil {
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	sent, err := strconv.ParseInt(at, 10, 64)
	got, wrong := base64.StdEncoding.DecodeString(strings.TrimPrefix(r.Header.Get("Flute-Webhook-Signature"), "v1,"))
	if err != nil || wrong != nil || time.Since(time.Unix(sent, 0)).Abs() > 5*time.Minute || !hmac.Equal(got, mac.Sum(nil)) {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	b.take(w, r, text.Bytes())
}
