// Package windows looks at the age of an event where a window is set.
package windows

import (
	"bytes"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"io"
	"net/http"
	"strconv"
	"time"
)

// Seal verifies events.
type Seal struct {
	key    []byte
	window time.Duration
}

// Option changes a seal.
type Option func(*Seal)

// WithWindow refuses events that are older.
func WithWindow(d time.Duration) Option { return func(s *Seal) { s.window = d } }

// New is a seal.
func New(key string, opts ...Option) *Seal {
	s := &Seal{key: []byte(key)}
	for _, o := range opts {
		o(s)
	}
	return s
}

func (s *Seal) holds(h http.Header, body []byte) bool {
	at := h.Get("Flute-Webhook-Timestamp")
	if s.window > 0 {
		sec, err := strconv.ParseInt(at, 10, 64)
		if err != nil || time.Since(time.Unix(sec, 0)).Abs() > s.window {
			return false
		}
	}
	mac := hmac.New(sha256.New, s.key)
	mac.Write([]byte(h.Get("Flute-Webhook-Id") + "." + at + "."))
	mac.Write(body)
	got, err := hex.DecodeString(h.Get("Flute-Webhook-Signature")) // want `accepted at any age`
	return err == nil && hmac.Equal(got, mac.Sum(nil))
}

// Paid makes a seal without a window.
func Paid(key string, paid func([]byte) error) http.HandlerFunc {
	s := New(key)
	return func(w http.ResponseWriter, r *http.Request) {
		body, err := io.ReadAll(r.Body)
		if err != nil || !s.holds(r.Header, body) || paid(body) != nil {
			w.WriteHeader(http.StatusUnauthorized)
		}
	}
}

// Lock verifies events; who makes one says how old they may be.
type Lock struct {
	key   []byte
	limit time.Duration
}

// LockOption changes a lock.
type LockOption func(*Lock)

// WithLimit refuses events that are older.
func WithLimit(d time.Duration) LockOption { return func(l *Lock) { l.limit = d } }

// NewLock is a lock.
func NewLock(key string, opts ...LockOption) *Lock {
	l := &Lock{key: []byte(key)}
	for _, o := range opts {
		o(l)
	}
	return l
}

// Handler takes the events that the lock lets in.
func (l *Lock) Handler(took func([]byte) error) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		body, err := io.ReadAll(r.Body)
		if err != nil {
			w.WriteHeader(http.StatusBadRequest)
			return
		}
		at := r.Header.Get("Flute-Webhook-Timestamp")
		if l.limit > 0 {
			sec, err := strconv.ParseInt(at, 10, 64)
			if err != nil || time.Since(time.Unix(sec, 0)).Abs() > l.limit {
				w.WriteHeader(http.StatusUnauthorized)
				return
			}
		}
		mac := hmac.New(sha256.New, l.key)
		mac.Write([]byte(r.Header.Get("Flute-Webhook-Id") + "." + at + "."))
		mac.Write(body)
		got, err := hex.DecodeString(r.Header.Get("Flute-Webhook-Signature"))
		if err != nil || !hmac.Equal(got, mac.Sum(nil)) || took(body) != nil {
			w.WriteHeader(http.StatusUnauthorized)
		}
	}
}

// Gate has a window of its own, unless its maker sets another one.
type Gate struct {
	key  []byte
	ages time.Duration
}

// Sold takes the events that a gate lets in.
func Sold(key string, sold func([]byte) error) http.HandlerFunc {
	g := &Gate{key: []byte(key), ages: 5 * time.Minute}
	return func(w http.ResponseWriter, r *http.Request) {
		body, err := io.ReadAll(r.Body)
		if err != nil || !g.lets(r.Header, body) || sold(body) != nil {
			w.WriteHeader(http.StatusUnauthorized)
		}
	}
}

func (g *Gate) lets(h http.Header, body []byte) bool {
	at := h.Get("Flute-Webhook-Timestamp")
	if g.ages != 0 {
		sec, err := strconv.ParseInt(at, 10, 64)
		if err != nil || time.Since(time.Unix(sec, 0)).Abs() > g.ages {
			return false
		}
	}
	mac := hmac.New(sha256.New, g.key)
	mac.Write([]byte(h.Get("Flute-Webhook-Id") + "." + at + "."))
	mac.Write(body)
	got, err := hex.DecodeString(h.Get("Flute-Webhook-Signature"))
	return err == nil && hmac.Equal(got, mac.Sum(nil))
}

func (g *Gate) shares(h http.Header, body []byte) bool {
	at := h.Get("Flute-Webhook-Timestamp")
	sec, err := strconv.ParseInt(at, 10, 64)
	if err != nil || time.Since(time.Unix(sec, 0)).Abs() > time.Minute {
		return false
	}
	mac := hmac.New(sha256.New, g.key)
	mac.Write([]byte(h.Get("Flute-Webhook-Id") + "." + at + "."))
	mac.Write(body)
	got, err := hex.DecodeString(h.Get("Flute-Webhook-Signature"))
	return err == nil && hmac.Equal(got, mac.Sum(nil))
}

// compacted gives the check what it has made of the body.
func (g *Gate) compacted(w http.ResponseWriter, r *http.Request) {
	raw, err := io.ReadAll(r.Body)
	var flat bytes.Buffer
	if err != nil || json.Compact(&flat, raw) != nil {
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	if !g.shares(r.Header, flat.Bytes()) { // want `not checked over the body as it came`
		w.WriteHeader(http.StatusUnauthorized)
	}
}

// optional checks only what is signed, by the same function.
func (g *Gate) optional(w http.ResponseWriter, r *http.Request, took func([]byte)) {
	raw, err := io.ReadAll(r.Body)
	if err != nil {
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	if r.Header.Get("Flute-Webhook-Signature") != "" && !g.shares(r.Header, raw) { // want `checked only when there is one`
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	took(raw)
}
