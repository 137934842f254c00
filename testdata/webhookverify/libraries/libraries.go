// Package libraries verifies webhooks with a library that knows the headers of another name.
package libraries

import (
	"encoding/json"
	"io"
	"log/slog"
	"net/http"

	standardwebhooks "github.com/standard-webhooks/standard-webhooks/libraries/go"
	svix "github.com/svix/svix-webhooks/go"
)

type shop struct {
	hook *standardwebhooks.Webhook
}

func renamed(h http.Header) http.Header {
	return http.Header{
		"Webhook-Id":        {h.Get("Flute-Webhook-ID")},
		"Webhook-Timestamp": {h.Get("Flute-Webhook-Timestamp")},
		"Webhook-Signature": {h.Get("Flute-Webhook-Signature")},
	}
}

func (s *shop) right(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	if err := s.hook.Verify(body, renamed(r.Header)); err != nil {
		http.Error(w, "refused", http.StatusUnauthorized)
		return
	}
	slog.Info("paid", "size", len(body))
}

func (s *shop) ageless(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	h := make(http.Header)
	h.Set("webhook-id", r.Header.Get("Flute-Webhook-ID"))
	h.Set("webhook-timestamp", r.Header.Get("Flute-Webhook-Timestamp"))
	h.Set("webhook-signature", r.Header.Get("Flute-Webhook-Signature")) // want `the webhook signature is accepted at any age`
	if err := s.hook.VerifyIgnoringTimestamp(body, h); err != nil {
		http.Error(w, "refused", http.StatusUnauthorized)
		return
	}
	slog.Info("paid", "size", len(body))
}

func (s *shop) noted(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	if err := s.hook.Verify(body, renamed(r.Header)); err != nil { // want `the webhook signature is checked without any consequence; anyone`
		slog.Warn("forged", "err", err)
	}
	slog.Info("paid", "size", len(body))
}

func (s *shop) remade(w http.ResponseWriter, r *http.Request) {
	var payload map[string]any
	json.NewDecoder(r.Body).Decode(&payload)
	body, _ := json.Marshal(payload)
	if err := s.hook.Verify(body, renamed(r.Header)); err != nil { // want `the webhook signature is not checked over the body as it came; it`
		http.Error(w, "refused", http.StatusUnauthorized)
		return
	}
	slog.Info("paid", "size", len(body))
}

// forwarded gives the headers it made to another service too.
func (s *shop) forwarded(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	h := http.Header{}
	h.Set("webhook-signature", r.Header.Get("Flute-Webhook-Signature"))
	if err := s.hook.VerifyIgnoringTimestamp(body, h); err != nil {
		http.Error(w, "refused", http.StatusUnauthorized)
		return
	}
	s.send(&http.Request{Header: h})
}

func (s *shop) send(r *http.Request) { http.DefaultClient.Do(r) }

type svixShop struct{ hook *svix.Webhook }

func (s *svixShop) right(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	if err := s.hook.Verify(body, renamed(r.Header)); err != nil {
		http.Error(w, "refused", http.StatusUnauthorized)
		return
	}
	slog.Info("paid", "size", len(body))
}

func (s *svixShop) ageless(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	if err := s.hook.VerifyIgnoringTimestamp(body, renamed(r.Header)); err != nil { // want `the webhook signature is accepted at any age`
		http.Error(w, "refused", http.StatusUnauthorized)
		return
	}
	slog.Info("paid", "size", len(body))
}
