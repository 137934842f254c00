// Package iterated goes over the signatures of a header by iterators and by functions that a library calls.
package iterated

import (
	"bytes"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"io"
	"iter"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"time"
)

var errForged = errors.New("forged")

// Verifier verifies deliveries.
type Verifier struct {
	Secret []byte
}

// Verify gives a body that is signed.
func (v Verifier) Verify(r *http.Request) ([]byte, error) {
	raw, err := io.ReadAll(r.Body)
	if err != nil {
		return nil, err
	}
	ts, err := strconv.ParseInt(r.Header.Get("Flute-Webhook-Timestamp"), 10, 64)
	if err != nil {
		return nil, errForged
	}
	if time.Since(time.Unix(ts, 0)).Abs() > 5*time.Minute {
		return nil, errForged
	}
	m := hmac.New(sha256.New, v.Secret)
	m.Write([]byte(r.Header.Get("Flute-Webhook-ID") + "." + r.Header.Get("Flute-Webhook-Timestamp") + "."))
	m.Write(raw)
	for sig := range strings.FieldsSeq(r.Header.Get("Flute-Webhook-Signature")) {
		got, err := base64.StdEncoding.DecodeString(strings.TrimPrefix(sig, "v1,"))
		if err == nil && hmac.Equal(got, m.Sum(nil)) {
			return raw, nil
		}
	}
	return nil, errForged
}

// Direct takes a delivery.
func (v Verifier) Direct(w http.ResponseWriter, r *http.Request) {
	raw, err := v.Verify(r)
	if err != nil {
		w.WriteHeader(401)
		return
	}
	w.Write(raw)
}

// Verified stands in front of a tree of handlers.
func (v Verifier) Verified(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		raw, err := v.Verify(r)
		if err != nil {
			w.WriteHeader(401)
			return
		}
		r.Body = io.NopCloser(bytes.NewReader(raw))
		next.ServeHTTP(w, r)
	})
}

// Terminal stands behind Verified.
func (v Verifier) Terminal(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("Flute-Webhook-Signature") != "" {
		println("signed")
	}
	w.WriteHeader(204)
}

// Mount wires the tree.
func (v Verifier) Mount(mux *http.ServeMux) {
	v2 := http.NewServeMux()
	v2.HandleFunc("POST /t", v.Terminal)
	mux.Handle("/v2/", v.Verified(v2))
}

func sigs(r *http.Request) iter.Seq[string] {
	return func(yield func(string) bool) {
		for _, s := range strings.Fields(r.Header.Get("Flute-Webhook-Signature")) {
			if !yield(strings.TrimPrefix(s, "v1,")) {
				return
			}
		}
	}
}

func (v Verifier) good(r *http.Request, raw []byte) bool {
	ts, err := strconv.ParseInt(r.Header.Get("Flute-Webhook-Timestamp"), 10, 64)
	if err != nil || time.Since(time.Unix(ts, 0)).Abs() > 5*time.Minute {
		return false
	}
	m := hmac.New(sha256.New, v.Secret)
	m.Write([]byte(r.Header.Get("Flute-Webhook-ID") + "." + r.Header.Get("Flute-Webhook-Timestamp") + "."))
	m.Write(raw)
	want := m.Sum(nil)
	for sig := range sigs(r) {
		got, err := base64.StdEncoding.DecodeString(sig)
		if err == nil && hmac.Equal(got, want) {
			return true
		}
	}
	return false
}

// Own uses an iterator of its own.
func (v Verifier) Own(w http.ResponseWriter, r *http.Request) {
	raw, _ := io.ReadAll(r.Body)
	if !v.good(r, raw) {
		w.WriteHeader(401)
		return
	}
	w.Write(raw)
}

// Split compares texts.
func (v Verifier) Split(w http.ResponseWriter, r *http.Request) {
	raw, _ := io.ReadAll(r.Body)
	ts, err := strconv.ParseInt(r.Header.Get("Flute-Webhook-Timestamp"), 10, 64)
	if err != nil || time.Since(time.Unix(ts, 0)).Abs() > 5*time.Minute {
		w.WriteHeader(401)
		return
	}
	m := hmac.New(sha256.New, v.Secret)
	m.Write([]byte(r.Header.Get("Flute-Webhook-ID") + "." + r.Header.Get("Flute-Webhook-Timestamp") + "."))
	m.Write(raw)
	want := m.Sum(nil)
	for sig := range strings.SplitSeq(r.Header.Get("Flute-Webhook-Signature"), " ") {
		if sig == "v1,"+base64.StdEncoding.EncodeToString(want) { // want `not compared in constant time`
			w.Write(raw)
			return
		}
	}
	w.WriteHeader(401)
}

// Counted compares nothing.
func (v Verifier) Counted(w http.ResponseWriter, r *http.Request) {
	raw, _ := io.ReadAll(r.Body)
	for sig := range strings.SplitSeq(r.Header.Get("Flute-Webhook-Signature"), " ") { // want `compared with nothing`
		if sig != "" {
			println("signed")
		}
	}
	w.Write(raw)
}

func (v Verifier) code(r *http.Request, raw []byte) []byte {
	m := hmac.New(sha256.New, v.Secret)
	m.Write([]byte(r.Header.Get("Flute-Webhook-ID") + "." + r.Header.Get("Flute-Webhook-Timestamp") + "."))
	m.Write(raw)
	return m.Sum(nil)
}

func fresh(r *http.Request) bool {
	ts, err := strconv.ParseInt(r.Header.Get("Flute-Webhook-Timestamp"), 10, 64)
	return err == nil && time.Since(time.Unix(ts, 0)).Abs() <= 5*time.Minute
}

// Contains looks for one that is good.
func (v Verifier) Contains(w http.ResponseWriter, r *http.Request) {
	raw, _ := io.ReadAll(r.Body)
	want := v.code(r, raw)
	ok := slices.ContainsFunc(strings.Fields(r.Header.Get("Flute-Webhook-Signature")), func(s string) bool {
		got, err := base64.StdEncoding.DecodeString(strings.TrimPrefix(s, "v1,"))
		return err == nil && hmac.Equal(got, want)
	})
	if !ok || !fresh(r) {
		w.WriteHeader(401)
		return
	}
	w.Write(raw)
}

// Found compares texts.
func (v Verifier) Found(w http.ResponseWriter, r *http.Request) {
	raw, _ := io.ReadAll(r.Body)
	want := base64.StdEncoding.EncodeToString(v.code(r, raw))
	ok := slices.ContainsFunc(strings.Fields(r.Header.Get("Flute-Webhook-Signature")), func(s string) bool {
		return strings.TrimPrefix(s, "v1,") == want // want `not compared in constant time`
	})
	if !ok || !fresh(r) {
		w.WriteHeader(401)
		return
	}
	w.Write(raw)
}
