// Package optional has handlers that let events in without a signature.
package optional

import (
	"io"
	"log/slog"
	"net/http"

	"github.com/auroravet/auroravet/testdata/webhookverify/signing"
)

type office struct {
	v    *signing.Verifier
	save func([]byte) error
}

const signature = "Flute-Webhook-Signature"

// skipped saves what has no signature like what has a right one.
func (o *office) skipped(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	if r.Header.Get(signature) != "" { // want `the webhook signature is checked only when there is one; anyone can send`
		if err := o.v.Check(r.Header, body); err != nil {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
	}
	o.save(body)
}

// inner saves only what has a right one.
func (o *office) inner(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	if r.Header.Get(signature) != "" {
		if o.v.Check(r.Header, body) == nil {
			o.save(body)
			return
		}
	}
	w.WriteHeader(http.StatusUnauthorized)
}

// flagged tells the two apart later.
func (o *office) flagged(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	signed := false
	if r.Header.Get(signature) != "" {
		if err := o.v.Check(r.Header, body); err != nil {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		signed = true
	}
	if signed {
		o.save(body)
	}
	w.WriteHeader(http.StatusNoContent)
}

// several verifies each event by the scheme of who sent it.
func (o *office) several(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	switch {
	case r.Header.Get(signature) != "":
		if err := o.v.Check(r.Header, body); err != nil {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
	case r.Header.Get("X-Bank-Token") != "":
		slog.Info("a notice of the bank")
	default:
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	o.save(body)
}

// lenient approves an event without a signature.
func (o *office) lenient(r *http.Request, body []byte) error {
	if len(r.Header.Values(signature)) == 0 { // want `the webhook signature is checked only when there is one`
		return nil
	}
	return o.v.Check(r.Header, body)
}

func (o *office) asked(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	if err := o.lenient(r, body); err != nil {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	o.save(body)
}

func (o *office) right(sig, id, ts string, body []byte) bool {
	if sig == "" {
		return true
	}
	return o.v.Verify(id, ts, sig, body) == nil
}

// given leaves it to a helper to which no signature is a right one.
func (o *office) given(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	sig := r.Header.Get(signature) // want `the webhook signature is checked only when there is one`
	if !o.right(sig, r.Header.Get("Flute-Webhook-ID"), r.Header.Get("Flute-Webhook-Timestamp"), body) {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	o.save(body)
}

// refused does not go there without one.
func (o *office) refused(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	sig := r.Header.Get(signature)
	if sig == "" || !o.right(sig, r.Header.Get("Flute-Webhook-ID"), r.Header.Get("Flute-Webhook-Timestamp"), body) {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	o.save(body)
}

// passed hands on what has none.
func (o *office) passed(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get(signature) == "" { // want `the webhook signature is checked only when there is one`
			next.ServeHTTP(w, r)
			return
		}
		body, _ := io.ReadAll(r.Body)
		if err := o.v.Check(r.Header, body); err != nil {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

const verifies, trusts = true, true

// off never verifies.
func (o *office) off(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	if !trusts {
		if err := o.v.Check(r.Header, body); err != nil { // want `the webhook signature is read and compared with nothing`
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
	}
	o.save(body)
}

// on always does.
func (o *office) on(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	if verifies {
		if err := o.v.Check(r.Header, body); err != nil {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
	}
	o.save(body)
}
