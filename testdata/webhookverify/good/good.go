// Package good verifies webhooks in ways that are easily taken for none.
package good

import (
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"errors"
	"io"
	"log/slog"
	"net/http"
	"strconv"
	"strings"
	"time"
)

// Delivery is all parts of a webhook.
type Delivery struct {
	ID, Timestamp, Signature string
	Body                     []byte
}

func read(r *http.Request) (*Delivery, error) {
	body, err := io.ReadAll(http.MaxBytesReader(nil, r.Body, 1<<20))
	if err != nil {
		return nil, err
	}
	d := &Delivery{ID: r.Header.Get("Flute-Webhook-ID"), Timestamp: r.Header.Get("Flute-Webhook-Timestamp"), Signature: r.Header.Get("Flute-Webhook-Signature"), Body: body}
	if d.ID == "" || d.Timestamp == "" || d.Signature == "" {
		return nil, errors.New("incomplete")
	}
	return d, nil
}

type clock interface{ Now() time.Time }

// Receiver takes webhooks.
type Receiver struct {
	secrets [][]byte
	clock   clock
	handle  func(context.Context, []byte) error
}

func (v *Receiver) inTime(d *Delivery) bool {
	sec, err := strconv.ParseInt(d.Timestamp, 10, 64)
	if err != nil {
		return false
	}
	sent := time.Unix(sec, 0)
	now := v.clock.Now()
	return sent.After(now.Add(-5*time.Minute)) && sent.Before(now.Add(5*time.Minute))
}

func (v *Receiver) signed(d *Delivery) bool {
	for _, candidate := range strings.Fields(d.Signature) {
		version, text, _ := strings.Cut(candidate, ",")
		if version != "v1" {
			continue
		}
		got, err := base64.StdEncoding.DecodeString(text)
		if err != nil {
			continue
		}
		for _, secret := range v.secrets {
			mac := hmac.New(sha256.New, secret)
			mac.Write([]byte(strings.Join([]string{d.ID, d.Timestamp, string(d.Body)}, ".")))
			if hmac.Equal(mac.Sum(nil), got) {
				return true
			}
		}
	}
	return false
}

// ServeHTTP verifies in helpers and a struct.
func (v *Receiver) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	d, err := read(r)
	if err != nil {
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	if !v.inTime(d) || !v.signed(d) {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	if err := v.handle(r.Context(), d.Body); err != nil {
		w.WriteHeader(http.StatusInternalServerError)
	}
}

type verifier interface {
	Verify(ctx context.Context, id, timestamp, signature string, body []byte) error
}

// Injected leaves it to what is not in view.
type Injected struct{ v verifier }

// ServeHTTP hands everything on.
func (h Injected) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	if err := h.v.Verify(r.Context(), r.Header.Get("Flute-Webhook-ID"), r.Header.Get("Flute-Webhook-Timestamp"), r.Header.Get("Flute-Webhook-Signature"), body); err != nil {
		w.WriteHeader(http.StatusUnauthorized)
	}
}

// Queue keeps the delivery for a worker that verifies it.
func Queue(out chan<- Delivery) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if d, err := read(r); err == nil {
			out <- *d
		}
		w.WriteHeader(http.StatusAccepted)
	}
}

// Forward gives the request to another service as it is.
func Forward(client *http.Client, target string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		req, err := http.NewRequestWithContext(r.Context(), http.MethodPost, target, r.Body)
		if err != nil {
			w.WriteHeader(http.StatusBadGateway)
			return
		}
		req.Header.Set("Flute-Webhook-Signature", r.Header.Get("Flute-Webhook-Signature"))
		if resp, err := client.Do(req); err == nil {
			resp.Body.Close()
		}
	}
}

// Note logs a delivery that a middleware elsewhere verified.
func Note(w http.ResponseWriter, r *http.Request) {
	slog.Info("delivery", "signed", len(r.Header.Get("Flute-Webhook-Signature")) > 0)
}

// Logged is a middleware that shows what comes.
func Logged(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		slog.Info("delivery", "signed", r.Header.Get("Flute-Webhook-Signature") != "", "body", r.Body != nil)
		next.ServeHTTP(w, r)
	})
}

// Complete is a middleware that refuses what lacks a part, in front of one that verifies.
func Complete(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("Flute-Webhook-Signature") == "" {
			w.WriteHeader(http.StatusBadRequest)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// Checked has Complete stand before what verifies.
func (v *Receiver) Checked() http.Handler { return Complete(http.HandlerFunc(v.Later)) }

// Later verifies after it has answered.
func (v *Receiver) Later(w http.ResponseWriter, r *http.Request) {
	d, err := read(r)
	if err != nil {
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	go func() {
		if !v.inTime(d) || !v.signed(d) {
			return
		}
		if err := v.handle(context.Background(), d.Body); err != nil {
			slog.Error("event", "err", err)
		}
	}()
	w.WriteHeader(http.StatusAccepted)
}

// Other is a webhook of another company.
func Other(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("X-Parcel-Signature") != r.URL.Query().Get("expect") {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	var ev map[string]any
	json.NewDecoder(r.Body).Decode(&ev)
}
