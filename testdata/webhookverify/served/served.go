// Package served has handlers whose services verify an event and give it on, and say how to answer.
package served

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"net/http"

	"github.com/auroravet/auroravet/testdata/webhookverify/signing"
)

type store interface {
	Save(ctx context.Context, body []byte) error
}

type desk struct {
	v     *signing.Verifier
	queue chan<- []byte
	store store
}

func header(r *http.Request) http.Header { return r.Header }

// queued gives on what is verified.
func (d *desk) queued(h http.Header, body []byte) (int, error) {
	err := d.v.Check(h, body)
	if errors.Is(err, io.EOF) {
		return http.StatusBadRequest, nil
	}
	if err == nil {
		d.queue <- body
	}
	return http.StatusAccepted, err
}

// ServeHTTP answers with what the service says.
func (d *desk) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	_ = r.Header.Get("Flute-Webhook-Signature")
	status, err := d.queued(header(r), body)
	if err != nil {
		status = http.StatusInternalServerError
	}
	w.WriteHeader(status)
}

// saved does too.
func (d *desk) saved(ctx context.Context, h http.Header, body []byte) int {
	if err := d.v.Check(h, body); err != nil {
		return http.StatusUnauthorized
	}
	if err := d.store.Save(ctx, body); err != nil {
		return http.StatusInternalServerError
	}
	return http.StatusAccepted
}

func (d *desk) second(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	w.WriteHeader(d.saved(r.Context(), r.Header, body))
}

// all gives on everything.
func (d *desk) all(h http.Header, body []byte) (int, error) {
	err := d.v.Check(h, body) // want `the webhook signature is checked without any consequence`
	d.queue <- body
	return http.StatusAccepted, err
}

func (d *desk) third(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	status, err := d.all(r.Header, body)
	if err != nil {
		status = http.StatusInternalServerError
	}
	w.WriteHeader(status)
}

type event struct{ ID string }

// parsed only reads what is verified: who ignores that it is not goes on with nothing.
func (d *desk) parsed(h http.Header, body []byte) (event, error) {
	var e event
	if err := d.v.Check(h, body); err != nil { // want `the webhook signature is checked without any consequence`
		return e, err
	}
	return e, json.Unmarshal(body, &e)
}

func (d *desk) fourth(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	_, _ = d.parsed(r.Header, body)
	d.queue <- body
}

// Mount wires them.
func Mount(mux *http.ServeMux, d *desk) {
	mux.Handle("/first", d)
	mux.HandleFunc("/second", d.second)
	mux.HandleFunc("/third", d.third)
	mux.HandleFunc("/fourth", d.fourth)
}
