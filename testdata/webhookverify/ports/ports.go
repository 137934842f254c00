// Package ports has handlers that leave the verification to what is not in view, but for how they ask it.
package ports

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"log/slog"
	"net/http"
)

// Seals is implemented elsewhere.
type Seals interface {
	Verify(ctx context.Context, sig, ts string, body []byte) error
	Valid(sig string, body []byte) bool
	VerifyAndStore(ctx context.Context, sig string, body []byte) error
	Open(sig string, body []byte) error
}

type event struct {
	Kind string `json:"kind"`
}

type inbox struct {
	seals  Seals
	verify func(sig string, body []byte) error
	submit func(sig string, body []byte) error
	done   func(event) error
}

const seal = "Flute-Webhook-Signature"

func stamp(r *http.Request) string { return r.Header.Get("Flute-Webhook-Timestamp") }

// asked heeds what it is told.
func (i *inbox) asked(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	if err := i.seals.Verify(r.Context(), r.Header.Get(seal), stamp(r), body); err != nil {
		http.Error(w, "refused", http.StatusForbidden)
		return
	}
	var ev event
	if json.Unmarshal(body, &ev) == nil {
		i.done(ev)
	}
}

// answered goes on after it has answered.
func (i *inbox) answered(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	if err := i.seals.Verify(r.Context(), r.Header.Get(seal), stamp(r), body); err != nil { // want `the webhook signature is checked without any consequence; anyone can send`
		slog.Warn("refused", "err", err)
		w.WriteHeader(http.StatusForbidden)
	}
	var ev event
	if json.Unmarshal(body, &ev) == nil {
		i.done(ev)
	}
}

// dropped does not look at the answer.
func (i *inbox) dropped(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	_ = i.seals.Valid(r.Header.Get(seal), body) // want `the webhook signature is checked without any consequence`
	var ev event
	if json.Unmarshal(body, &ev) == nil {
		i.done(ev)
	}
}

// funcs asks a function in a field.
func (i *inbox) funcs(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	if err := i.verify(r.Header.Get(seal), body); err != nil { // want `the webhook signature is checked without any consequence`
		slog.Warn("refused", "err", err)
	}
	var ev event
	if json.Unmarshal(body, &ev) == nil {
		i.done(ev)
	}
}

// switched tells the two apart by a switch.
func (i *inbox) switched(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	switch ok := i.seals.Valid(r.Header.Get(seal), body); {
	case ok:
		var ev event
		if json.Unmarshal(body, &ev) == nil {
			i.done(ev)
		}
	default:
		w.WriteHeader(http.StatusForbidden)
	}
}

// both leaves all to what does all.
func (i *inbox) both(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	if err := i.seals.VerifyAndStore(r.Context(), r.Header.Get(seal), body); err != nil {
		slog.Warn("not stored", "err", err)
	}
	w.WriteHeader(http.StatusAccepted)
}

// submitted leaves it to what may do anything.
func (i *inbox) submitted(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	if err := i.submit(r.Header.Get(seal), body); err != nil {
		slog.Warn("not taken", "err", err)
	}
	if err := i.seals.Open(r.Header.Get(seal), body); err != nil {
		slog.Warn("not opened", "err", err)
	}
	w.WriteHeader(http.StatusAccepted)
}

// indented checks text that was made anew.
func (i *inbox) indented(w http.ResponseWriter, r *http.Request) {
	raw, _ := io.ReadAll(r.Body)
	var text bytes.Buffer
	if json.Indent(&text, raw, "", " ") != nil || !i.seals.Valid(r.Header.Get(seal), text.Bytes()) { // want `the webhook signature is not checked over the body as it came`
		w.WriteHeader(http.StatusForbidden)
		return
	}
	i.done(event{})
}

// marshalled does the same with a value.
func (i *inbox) marshalled(w http.ResponseWriter, r *http.Request) {
	var ev event
	if json.NewDecoder(r.Body).Decode(&ev) != nil {
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	text, _ := json.Marshal(ev)
	if i.verify(r.Header.Get(seal), text) != nil { // want `the webhook signature is not checked over the body as it came`
		w.WriteHeader(http.StatusForbidden)
		return
	}
	i.done(ev)
}

// indentedLater checks the body and shows another text.
func (i *inbox) indentedLater(w http.ResponseWriter, r *http.Request) {
	raw, _ := io.ReadAll(r.Body)
	if i.verify(r.Header.Get(seal), raw) != nil {
		w.WriteHeader(http.StatusForbidden)
		return
	}
	var text bytes.Buffer
	if json.Indent(&text, raw, "", " ") == nil {
		slog.Info("event", "text", text.String())
	}
	i.done(event{})
}

// optional asks only when there is one.
func (i *inbox) optional(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	if sig := r.Header.Get(seal); sig != "" { // want `the webhook signature is checked only when there is one`
		if err := i.seals.Verify(r.Context(), sig, stamp(r), body); err != nil {
			w.WriteHeader(http.StatusForbidden)
			return
		}
	}
	var ev event
	if json.Unmarshal(body, &ev) == nil {
		i.done(ev)
	}
}

// admit is a helper that gives the answer on.
func (i *inbox) admit(r *http.Request) ([]byte, error) {
	body, err := io.ReadAll(r.Body)
	if err != nil {
		return nil, err
	}
	return body, i.seals.Verify(r.Context(), r.Header.Get(seal), stamp(r), body)
}

func (i *inbox) admitted(w http.ResponseWriter, r *http.Request) {
	body, err := i.admit(r)
	if err != nil {
		w.WriteHeader(http.StatusForbidden)
		return
	}
	var ev event
	if json.Unmarshal(body, &ev) == nil {
		i.done(ev)
	}
}

// noted only notes that it was refused.
func (i *inbox) noted(w http.ResponseWriter, r *http.Request) {
	body, err := i.admit(r) // want `the webhook signature is checked without any consequence`
	if err != nil {
		slog.Warn("refused", "err", err)
	}
	var ev event
	if json.Unmarshal(body, &ev) == nil {
		i.done(ev)
	}
}

// marked leaves the answer to who comes after.
func (i *inbox) marked(next http.Handler) http.Handler {
	type trusted struct{}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		err := i.seals.Verify(r.Context(), r.Header.Get(seal), stamp(r), body)
		r.Body = io.NopCloser(bytes.NewReader(body))
		next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), trusted{}, err == nil)))
	})
}

// Routes wires them.
func Routes(mux *http.ServeMux, i *inbox) {
	for path, h := range map[string]http.HandlerFunc{
		"/asked": i.asked, "/answered": i.answered, "/dropped": i.dropped, "/funcs": i.funcs, "/switched": i.switched,
		"/both": i.both, "/submitted": i.submitted, "/indented": i.indented, "/marshalled": i.marshalled, "/later": i.indentedLater,
		"/optional": i.optional, "/admitted": i.admitted, "/noted": i.noted,
	} {
		mux.HandleFunc(path, h)
	}
}
