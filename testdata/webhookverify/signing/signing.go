// Package signing verifies webhooks for the packages that receive them.
package signing

import (
	"bytes"
	"crypto/hmac"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/base64"
	"errors"
	"io"
	"net/http"
	"strconv"
	"strings"
	"time"
)

// The headers of a webhook.
const (
	HeaderID        = "Flute-Webhook-ID"
	HeaderTimestamp = "Flute-Webhook-Timestamp"
	HeaderSignature = "flute-webhook-signature"
)

var errStale = errors.New("stale")

// Verifier holds the secret.
type Verifier struct {
	Secret    []byte
	Tolerance time.Duration
	Now       func() time.Time
}

// Sum is the code of a message.
func (v *Verifier) Sum(id, ts string, body []byte) []byte {
	mac := hmac.New(sha256.New, v.Secret)
	for _, part := range []string{id, ".", ts, "."} {
		io.WriteString(mac, part)
	}
	mac.Write(body)
	return mac.Sum(nil)
}

// Verify gets all that it checks.
func (v *Verifier) Verify(id, ts, sig string, body []byte) error {
	sec, err := strconv.ParseInt(ts, 10, 64)
	if err != nil {
		return err
	}
	if d := v.Now().Unix() - sec; d > int64(v.Tolerance.Seconds()) || d < -int64(v.Tolerance.Seconds()) {
		return errStale
	}
	got, err := base64.StdEncoding.DecodeString(strings.TrimPrefix(sig, "v1,"))
	if err != nil {
		return err
	}
	if subtle.ConstantTimeCompare(v.Sum(id, ts, body), got) != 1 {
		return errors.New("wrong signature")
	}
	return nil
}

// Loose gets the values and takes any age: who calls it may check that.
func (v *Verifier) Loose(id, ts, sig string, body []byte) bool {
	got, _ := base64.StdEncoding.DecodeString(strings.TrimPrefix(sig, "v1,"))
	return hmac.Equal(v.Sum(id, ts, body), got)
}

// Request verifies a request and gives its body.
func (v *Verifier) Request(r *http.Request) ([]byte, error) {
	body, err := io.ReadAll(r.Body)
	if err != nil {
		return nil, err
	}
	return body, v.Verify(r.Header.Get(HeaderID), r.Header.Get(HeaderTimestamp), r.Header.Get(HeaderSignature), body)
}

// Ageless verifies a request of any age.
func (v *Verifier) Ageless(r *http.Request) ([]byte, bool) {
	body, err := io.ReadAll(r.Body)
	if err != nil {
		return nil, false
	}
	return body, v.Loose(r.Header.Get(HeaderID), r.Header.Get(HeaderTimestamp), r.Header.Get(HeaderSignature), body) // want `the webhook signature is accepted at any age; a recorded event can be sent again`
}

// Message is a webhook that was read.
type Message struct {
	ID   string
	Sent time.Time
	MACs [][]byte
	Raw  []byte
}

// Parse reads one.
func Parse(h http.Header, body []byte) (*Message, error) {
	m := &Message{ID: h.Get(HeaderID), Raw: body}
	sec, err := strconv.ParseInt(h.Get(HeaderTimestamp), 10, 64)
	if err != nil {
		return nil, err
	}
	m.Sent = time.Unix(sec, 0)
	for _, s := range strings.Split(h.Get(HeaderSignature), " ") {
		if rest, ok := strings.CutPrefix(s, "v1,"); ok {
			got, err := base64.StdEncoding.DecodeString(rest)
			if err != nil {
				return nil, err
			}
			m.MACs = append(m.MACs, got)
		}
	}
	return m, nil
}

func (v *Verifier) matches(m *Message) bool {
	want := v.Sum(m.ID, strconv.FormatInt(m.Sent.Unix(), 10), m.Raw)
	for _, got := range m.MACs {
		if hmac.Equal(got, want) {
			return true
		}
	}
	return false
}

// Check verifies what it has read.
func (v *Verifier) Check(h http.Header, body []byte) error {
	m, err := Parse(h, body)
	if err != nil {
		return err
	}
	if age := v.Now().Sub(m.Sent); age > v.Tolerance || age < -v.Tolerance || !v.matches(m) {
		return errStale
	}
	return nil
}

// CheckLate does not look at the time.
func (v *Verifier) CheckLate(h http.Header, body []byte) bool {
	m, err := Parse(h, body) // want `the webhook signature is accepted at any age`
	return err == nil && v.matches(m)
}

// Middleware lets only verified requests through.
func (v *Verifier) Middleware(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, err := v.Request(r)
		if err != nil {
			http.Error(w, "refused", http.StatusUnauthorized)
			return
		}
		r.Body = io.NopCloser(bytes.NewReader(body))
		next.ServeHTTP(w, r)
	})
}

// Signature gives the header to who verifies it.
func Signature(h http.Header) string { return h.Get(HeaderSignature) }

// Required only looks whether there is a signature; that Middleware comes after it is nowhere in view.
func Required(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("Flute-Webhook-Signature") == "" { // want `the webhook signature is read and compared with nothing`
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}
