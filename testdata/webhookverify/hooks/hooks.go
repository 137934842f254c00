// Package hooks receives webhooks in handlers of net/http.
package hooks

import (
	"bytes"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"reflect"
	"strconv"
	"strings"
	"time"

	"github.com/auroravet/auroravet/testdata/webhookverify/signing"
)

type event struct {
	Type string `json:"eventType"`
	ID   string `json:"transactionId"`
}

type server struct {
	secret []byte
	check  *signing.Verifier
	mux    *http.ServeMux
}

func (s *server) mac(r *http.Request, body []byte) string {
	mac := hmac.New(sha256.New, s.secret)
	fmt.Fprintf(mac, "%s.%s.%s", r.Header.Get("Flute-Webhook-ID"), r.Header.Get("Flute-Webhook-Timestamp"), body)
	return "v1," + base64.StdEncoding.EncodeToString(mac.Sum(nil))
}

func fresh(r *http.Request) bool {
	sec, err := strconv.ParseInt(r.Header.Get("Flute-Webhook-Timestamp"), 10, 64)
	return err == nil && time.Since(time.Unix(sec, 0)).Abs() < 5*time.Minute
}

// present asks only whether there is a signature.
func (s *server) present(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("Flute-Webhook-Signature") == "" { // want `the webhook signature is read and compared with nothing; anyone can send such an event`
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	var ev event
	json.NewDecoder(r.Body).Decode(&ev)
	slog.Info("paid", "id", ev.ID)
}

// compared takes equal strings, in its own window.
func (s *server) compared(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	if !fresh(r) || r.Header.Get("Flute-Webhook-Signature") != s.mac(r, body) { // want `the webhook signature is not compared in constant time; a forged one can be guessed byte by byte`
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
}

// bytesEqual compares bytes.
func (s *server) bytesEqual(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	got := []byte(r.Header["Flute-Webhook-Signature"][0])
	if !fresh(r) || !bytes.Equal(got, []byte(s.mac(r, body))) { // want `the webhook signature is not compared in constant time; a forged`
		w.WriteHeader(http.StatusUnauthorized)
	}
}

// reflected compares them in a roundabout way.
func (s *server) reflected(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	want := s.mac(r, body)
	switch sig := r.Header.Get(signing.HeaderSignature); {
	case !fresh(r), !reflect.DeepEqual(sig, want): // want `the webhook signature is not compared in constant time; a forged`
		w.WriteHeader(http.StatusUnauthorized)
	}
}

// remade verifies JSON that it made itself.
func (s *server) remade(w http.ResponseWriter, r *http.Request) {
	var payload map[string]any
	if err := json.NewDecoder(r.Body).Decode(&payload); err != nil || !fresh(r) {
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	again, _ := json.Marshal(payload)
	sig := []byte(r.Header.Get("Flute-Webhook-Signature")) // want `the webhook signature is not checked over the body as it came; it does not say what was sent`
	if !hmac.Equal(sig, []byte(s.mac(r, again))) {
		w.WriteHeader(http.StatusUnauthorized)
	}
}

// bodiless signs no body.
func (s *server) bodiless(w http.ResponseWriter, r *http.Request) {
	if !fresh(r) || !hmac.Equal([]byte(r.Header.Get("Flute-Webhook-Signature")), []byte(s.mac(r, nil))) { // want `the webhook signature is not checked over the body as it came`
		w.WriteHeader(http.StatusUnauthorized)
	}
}

// discarded does nothing with the answer.
func (s *server) discarded(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	_ = hmac.Equal([]byte(r.Header.Get("Flute-Webhook-Signature")), []byte(s.mac(r, body))) // want `the webhook signature is checked without any consequence and is accepted at any age; anyone can send`
	slog.Info("event", "size", len(body))
}

// parsedOnly reads the time and compares it with nothing.
func (s *server) parsedOnly(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	ts := r.Header.Get("Flute-Webhook-Timestamp")
	if sec, err := strconv.ParseInt(ts, 10, 64); err != nil || sec <= 0 {
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	if !s.check.Loose(r.Header.Get("Flute-Webhook-ID"), ts, r.Header.Get("Flute-Webhook-Signature"), body) { // want `the webhook signature is accepted at any age`
		w.WriteHeader(http.StatusUnauthorized)
	}
}

// verify is a helper that all callers leave the window to.
func (s *server) verify(r *http.Request, body []byte) error {
	got := r.Header.Get("Flute-Webhook-Signature") // want `the webhook signature is accepted at any age`
	if !hmac.Equal([]byte(got), []byte(s.mac(r, body))) {
		return fmt.Errorf("signature %d bytes", len(got))
	}
	return nil
}

func (s *server) first(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	if err := s.verify(r, body); err != nil {
		w.WriteHeader(http.StatusUnauthorized)
	}
}

func (s *server) second(w http.ResponseWriter, r *http.Request) {
	var buf bytes.Buffer
	buf.ReadFrom(r.Body)
	if err := s.verify(r, buf.Bytes()); err != nil {
		w.WriteHeader(http.StatusUnauthorized)
	}
}

// verifyOnce is one that one of its callers completes.
func (s *server) verifyOnce(r *http.Request, body []byte) bool {
	return hmac.Equal([]byte(signing.Signature(r.Header)), []byte(s.mac(r, body)))
}

func (s *server) third(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	if !fresh(r) || !s.verifyOnce(r, body) {
		w.WriteHeader(http.StatusUnauthorized)
	}
}

func (s *server) fourth(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	if !s.verifyOnce(r, body) { // want `the webhook signature is accepted at any age`
		w.WriteHeader(http.StatusUnauthorized)
	}
}

// whole leaves all to another package, which is told there.
func (s *server) whole(w http.ResponseWriter, r *http.Request) {
	if _, err := s.check.Request(r); err != nil {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	if _, ok := s.check.Ageless(r); !ok {
		w.WriteHeader(http.StatusUnauthorized)
	}
}

// noted goes on after a wrong signature.
func (s *server) noted(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	if !fresh(r) {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	if !hmac.Equal([]byte(r.Header.Get("Flute-Webhook-Signature")), []byte(s.mac(r, body))) { // want `the webhook signature is checked without any consequence; anyone can send`
		slog.Warn("wrong signature", "size", len(body))
	}
	var ev event
	json.Unmarshal(body, &ev)
	slog.Info("paid", "id", ev.ID)
}

func (s *server) strict(r *http.Request, body []byte) error {
	if !fresh(r) || !hmac.Equal([]byte(r.Header.Get("Flute-Webhook-Signature")), []byte(s.mac(r, body))) {
		return fmt.Errorf("refused")
	}
	return nil
}

// answered writes the refusal and goes on.
func (s *server) answered(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	if err := s.strict(r, body); err != nil { // want `the webhook signature is checked without any consequence; anyone can send`
		http.Error(w, "refused", http.StatusUnauthorized)
	}
	slog.Info("paid", "size", len(body))
}

// belated notes that an event is old and takes it.
func (s *server) belated(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	sec, err := strconv.ParseInt(r.Header.Get("Flute-Webhook-Timestamp"), 10, 64)
	if err != nil {
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	if age := time.Since(time.Unix(sec, 0)); age > 5*time.Minute || age < -5*time.Minute {
		slog.Warn("old event", "age", age)
	}
	if !hmac.Equal([]byte(r.Header.Get("Flute-Webhook-Signature")), []byte(s.mac(r, body))) { // want `the webhook signature is accepted at any age`
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	slog.Info("paid", "size", len(body))
}

// punctual notes it and refuses it.
func (s *server) punctual(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	sec, _ := strconv.ParseInt(r.Header.Get("Flute-Webhook-Timestamp"), 10, 64)
	late := time.Since(time.Unix(sec, 0)) > 5*time.Minute
	if late {
		slog.Warn("old event")
	}
	if late || !hmac.Equal([]byte(r.Header.Get("Flute-Webhook-Signature")), []byte(s.mac(r, body))) {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	slog.Info("paid", "size", len(body))
}

// tolerant leaves the age to a helper, and notes what that says.
func (s *server) tolerant(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	if !fresh(r) {
		slog.Warn("old event")
	}
	if !hmac.Equal([]byte(r.Header.Get("Flute-Webhook-Signature")), []byte(s.mac(r, body))) { // want `the webhook signature is accepted at any age`
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	slog.Info("paid", "size", len(body))
}

// twice notes it and refuses it.
func (s *server) twice(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	slog.Info("event", "fresh", fresh(r))
	if !fresh(r) || !hmac.Equal([]byte(r.Header.Get("Flute-Webhook-Signature")), []byte(s.mac(r, body))) {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	slog.Info("paid", "size", len(body))
}

// counted shows both answers in one.
func (s *server) counted(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	ok := fresh(r) && hmac.Equal([]byte(r.Header.Get("Flute-Webhook-Signature")), []byte(s.mac(r, body))) // want `the webhook signature is checked without any consequence; anyone can send`
	slog.Info("event", "forged", !ok, "size", len(body))
}

// weighed shows them and refuses.
func (s *server) weighed(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	ok := fresh(r) && hmac.Equal([]byte(r.Header.Get("Flute-Webhook-Signature")), []byte(s.mac(r, body)))
	slog.Info("event", "forged", !ok, "size", len(body))
	if !ok {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	slog.Info("paid", "size", len(body))
}

// Printable are the headers of a request with the signature left out.
func Printable(h http.Header) string {
	text := h.Get("Flute-Webhook-ID")
	if h.Get("Flute-Webhook-Signature") != "" {
		text += " (signed)"
	}
	return text
}

// Summary tells of a request.
func Summary(r *http.Request) string {
	if r.Header.Get("Flute-Webhook-Signature") == "" {
		return r.URL.Path
	}
	return r.URL.Path + " signed"
}

// Incoming gives the event of a request to who asks, and refuses only what has no signature.
func Incoming(r *http.Request) (ev event, err error) {
	if r.Header.Get("Flute-Webhook-Signature") == "" { // want `the webhook signature is read and compared with nothing`
		return ev, http.ErrNoCookie
	}
	return ev, json.NewDecoder(r.Body).Decode(&ev)
}

func must(err error) {
	if err != nil {
		panic(http.ErrAbortHandler)
	}
}

// aborted leaves it to a helper that ends the request.
func (s *server) aborted(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	must(s.strict(r, body))
	slog.Info("paid", "size", len(body))
}

func note(text string, err error) { slog.Warn(text, "err", err) }

// shown gives the answer to a helper that only logs it.
func (s *server) shown(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	note("verified", s.strict(r, body)) // want `the webhook signature is checked without any consequence; anyone can send`
	slog.Info("paid", "size", len(body))
}

// rotated tries two secrets and notes which was right.
func (s *server) rotated(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	ok := false
	for range 2 {
		if hmac.Equal([]byte(r.Header.Get("Flute-Webhook-Signature")), []byte(s.mac(r, body))) {
			ok = true
		}
	}
	if err := s.strict(r, body); err == nil && ok && fresh(r) {
		slog.Info("paid", "size", len(body))
		return
	}
	w.WriteHeader(http.StatusUnauthorized)
}

// Trusting shows the signature, in a package whose handlers verify: who wires it knows what stands before it.
func Trusting(w http.ResponseWriter, r *http.Request) {
	var ev event
	if err := json.NewDecoder(r.Body).Decode(&ev); err == nil {
		slog.Info("paid", "id", ev.ID, "signature", r.Header.Get("Flute-Webhook-Signature"))
	}
}

// Tracing shows it in a struct of a log.
func Tracing(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	sig := slog.Attr{Key: "signature", Value: slog.StringValue(r.Header.Get("Flute-Webhook-Signature"))}
	slog.LogAttrs(r.Context(), slog.LevelInfo, "paid", sig, slog.Int("size", len(body)))
}

type proof struct {
	Signature string
	Body      json.RawMessage
}

// Filing keeps it for a proof that nobody has checked.
func Filing(keep func([]byte) error) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		data, err := json.Marshal(proof{r.Header.Get("Flute-Webhook-Signature"), body}) // want `the webhook signature is read and compared with nothing`
		if err != nil || keep(data) != nil {
			w.WriteHeader(http.StatusInternalServerError)
		}
	}
}

// given gets the body from its caller.
func (s *server) given(h http.Header, body []byte) bool {
	mac := hmac.New(sha256.New, s.secret)
	fmt.Fprintf(mac, "%s.%s.%s", h.Get("Flute-Webhook-ID"), h.Get("Flute-Webhook-Timestamp"), body)
	sec, err := strconv.ParseInt(h.Get("Flute-Webhook-Timestamp"), 10, 64)
	return err == nil && time.Now().Unix()-sec < 300 && hmac.Equal([]byte(h.Get("Flute-Webhook-Signature")), mac.Sum(nil))
}

// remadeGiven gives it one that it made itself.
func (s *server) remadeGiven(w http.ResponseWriter, r *http.Request) {
	var payload map[string]any
	json.NewDecoder(r.Body).Decode(&payload)
	again, _ := json.Marshal(payload)
	if !s.given(r.Header, again) { // want `the webhook signature is not checked over the body as it came`
		w.WriteHeader(http.StatusUnauthorized)
	}
}

// rightGiven gives it the right one.
func (s *server) rightGiven(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	if !s.given(r.Header, body) {
		w.WriteHeader(http.StatusUnauthorized)
	}
}

// literal is a handler in place.
func (s *server) routes(secret string) {
	s.mux.HandleFunc("POST /a", s.present)
	s.mux.HandleFunc("POST /b", func(w http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		h := hmac.New(sha256.New, []byte(secret))
		h.Write([]byte(r.Header.Get("Flute-Webhook-ID") + "." + r.Header.Get("Flute-Webhook-Timestamp") + "."))
		h.Write(body)
		want := base64.StdEncoding.EncodeToString(h.Sum(nil))
		_, sig, _ := strings.Cut(r.Header.Get("Flute-Webhook-Signature"), ",")
		if sig != want { // want `the webhook signature is not compared in constant time and is accepted at any age; a forged`
			w.WriteHeader(http.StatusUnauthorized)
		}
	})
	s.mux.HandleFunc("POST /c", func(w http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		if !fresh(r) || !hmac.Equal([]byte(s.mac(r, body)), []byte(r.Header.Get("Flute-Webhook-Signature"))) {
			w.WriteHeader(http.StatusUnauthorized)
		}
	})
}
