// Package kinds has errors of several types, which are told apart and asked for what they hold.
package kinds

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"time"
)

// Sheet is an answer of the program's own.
type Sheet struct {
	Title string `json:"title"`
	Hint  string `json:"hint,omitempty"`
}

func (s *Sheet) Error() string { return s.Title }

// Handler may fail.
type Handler func(http.ResponseWriter, *http.Request) error

// ServeHTTP implements http.Handler: what is no sheet is not shown.
func (h Handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	err := h(w, r)
	if err == nil {
		return
	}
	sheet := &Sheet{Title: "Sorry"}
	errors.As(err, &sheet)
	w.WriteHeader(http.StatusBadGateway)
	_ = json.NewEncoder(w).Encode(sheet) // want "json.Encoder.Encode shows the customer an error"
}

// Strict may fail too.
type Strict func(http.ResponseWriter, *http.Request) error

// ServeHTTP implements http.Handler in the same way, for functions that say nothing of the API's in a sheet.
func (h Strict) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	err := h(w, r)
	if err == nil {
		return
	}
	var sheet *Sheet
	if !errors.As(err, &sheet) {
		sheet = &Sheet{Title: "Sorry"}
	}
	w.WriteHeader(http.StatusBadGateway)
	_ = json.NewEncoder(w).Encode(sheet)
}

// because makes a sheet of an error.
func because(err error) *Sheet { return &Sheet{Title: "Not paid", Hint: err.Error()} }

// refused is an error of the API.
type refused struct {
	Reason string `json:"errorCode"`
	Words  string `json:"details"`
	Trace  string `json:"correlationId"`
	Status int    `json:"-"`
}

func (r *refused) Error() string { return fmt.Sprint(r.Status, " ", r.Words) }

// Code is what the API calls it.
func (r *refused) Code() string { return r.Reason }

// Ticket is what to ask support with.
func (r *refused) Ticket() string { return r.Trace }

// Public is for everybody.
func (r *refused) Public() string {
	if r.Reason == "E01" {
		return "Please try another card."
	}
	return "Please come to the desk."
}

// busy is an error of the program's own.
type busy struct{ since string }

func (b busy) Error() string { return "busy since " + b.since }

// Code is the program's own.
func (b busy) Code() string { return "BUSY" }

// Lane is one of the program's own.
func (b busy) Lane() string { return b.since }

// Desk calls the API.
type Desk struct{ HTTP *http.Client }

// Ask asks for a transaction.
func (d *Desk) Ask(ctx context.Context, id string) error {
	if id == "" {
		return busy{since: time.Now().String()}
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, "https://api.flute.com/pay-api/v1/transactions/"+id, nil)
	if err != nil {
		return err
	}
	resp, err := d.HTTP.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode > 299 {
		no := &refused{Status: resp.StatusCode}
		if err := json.NewDecoder(resp.Body).Decode(no); err != nil {
			return err
		}
		return no
	}
	return nil
}

// Routes mounts the handlers.
func (d *Desk) Routes(mux *http.ServeMux) {
	mux.Handle("/hinted", Handler(d.hinted))
	mux.Handle("/plain", Strict(d.plain))
	mux.Handle("/wrapped", Strict(d.wrapped))
}

func (d *Desk) hinted(_ http.ResponseWriter, r *http.Request) error {
	if err := d.Ask(r.Context(), r.FormValue("id")); err != nil {
		return because(err)
	}
	return nil
}

// plain returns sheets of its own, and errors of the API that are none.
func (d *Desk) plain(_ http.ResponseWriter, r *http.Request) error {
	id := r.FormValue("id")
	if len(id) > 20 {
		return &Sheet{Title: "Too long", Hint: "a transaction has twenty characters"}
	}
	return d.Ask(r.Context(), id)
}

// wrapped returns both, wrapped.
func (d *Desk) wrapped(_ http.ResponseWriter, r *http.Request) error {
	id := r.FormValue("id")
	if len(id) > 20 {
		return fmt.Errorf("asked: %w", &Sheet{Title: "Too long"})
	}
	if err := d.Ask(r.Context(), id); err != nil {
		return fmt.Errorf("asked: %w", err)
	}
	return nil
}

type coder interface{ Code() string }

// Codes shows the codes of what has some.
func (d *Desk) Codes(w http.ResponseWriter, r *http.Request) {
	err := d.Ask(r.Context(), r.FormValue("id"))
	var c coder
	if errors.As(err, &c) {
		http.Error(w, c.Code(), http.StatusBadGateway) // want "http.Error shows the customer an error"
	}
}

// Unnamed does the same by an interface that has no name.
func (d *Desk) Unnamed(w http.ResponseWriter, r *http.Request) {
	if c, ok := d.Ask(r.Context(), r.FormValue("id")).(interface{ Code() string }); ok {
		http.Error(w, c.Code(), http.StatusBadGateway) // want "http.Error shows the customer an error"
	}
}

// codeOf is given the error.
func codeOf(err error) string {
	var c interface {
		error
		Code() string
	}
	if errors.As(err, &c) {
		return c.Code()
	}
	return "none"
}

// sure is given it too, and knows that it has a code.
func sure(err error) string { return err.(coder).Code() }

// Helped leaves the asking to functions.
func (d *Desk) Helped(w http.ResponseWriter, r *http.Request) {
	err := d.Ask(r.Context(), r.FormValue("id"))
	if r.FormValue("sure") != "" {
		http.Error(w, sure(err), http.StatusBadGateway) // want "http.Error shows the customer an error"
		return
	}
	http.Error(w, codeOf(err), http.StatusBadGateway) // want "http.Error shows the customer an error"
}

// Own asks an error that is not the API's.
func Own(w http.ResponseWriter, _ *http.Request) {
	http.Error(w, codeOf(busy{since: "noon"}), http.StatusConflict)
}

// Kind asks for what anybody may see.
func (d *Desk) Kind(w http.ResponseWriter, r *http.Request) {
	err := d.Ask(r.Context(), r.FormValue("id"))
	var p interface{ Public() string }
	if errors.As(err, &p) {
		http.Error(w, p.Public(), http.StatusBadGateway)
		return
	}
	var t interface{ Ticket() string }
	if errors.As(err, &t) {
		http.Error(w, "ask for "+t.Ticket(), http.StatusBadGateway)
		return
	}
	var l interface{ Lane() string }
	if errors.As(err, &l) {
		http.Error(w, l.Lane(), http.StatusBadGateway)
	}
}
