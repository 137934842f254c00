// Package counter serves; it knows of nothing but the interfaces that it calls.
package counter

import (
	"context"
	"errors"
	"fmt"
	"net/http"

	"github.com/auroravet/auroravet/testdata/ports/yard"
)

// Payments is what the counter needs of payments.
type Payments interface {
	Look(ctx context.Context, id string) (string, error)
	Drop(ctx context.Context, id string) error
}

// Shelf is what it needs of the shelf.
type Shelf interface {
	Take(ctx context.Context, id string) error
}

// Counter serves.
type Counter struct {
	pay   Payments
	shelf Shelf
}

// New returns a counter.
func New(pay Payments, shelf Shelf) *Counter { return &Counter{pay, shelf} }

// Routes are what it serves.
func (c *Counter) Routes() *http.ServeMux {
	mux := http.NewServeMux()
	mux.HandleFunc("/look", c.look)
	mux.HandleFunc("/quiet", c.quiet)
	mux.HandleFunc("/drop", c.drop)
	mux.HandleFunc("/part", c.part)
	mux.HandleFunc("/staff", c.staff)
	mux.HandleFunc("/take", c.take)
	return mux
}

func (c *Counter) look(w http.ResponseWriter, r *http.Request) {
	state, err := c.pay.Look(r.Context(), r.FormValue("id"))
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway) // want "http.Error shows the customer an error of the payment API"
		return
	}
	fmt.Fprintln(w, state)
}

func (c *Counter) quiet(w http.ResponseWriter, r *http.Request) {
	state, err := c.pay.Look(r.Context(), r.FormValue("id"))
	if err != nil {
		http.Error(w, "The payment cannot be shown.", http.StatusBadGateway)
		return
	}
	fmt.Fprintln(w, state)
}

func (c *Counter) drop(w http.ResponseWriter, r *http.Request) {
	if err := c.pay.Drop(r.Context(), r.FormValue("id")); err != nil {
		fail(w, err) // want "counter.fail shows the customer an error of the payment API"
	}
}

func fail(w http.ResponseWriter, err error) {
	fmt.Fprintf(w, "failed: %v", err)
}

func (c *Counter) part(w http.ResponseWriter, r *http.Request) {
	var refused *yard.Refused
	if err := c.pay.Drop(r.Context(), r.FormValue("id")); errors.As(err, &refused) {
		http.Error(w, refused.Message, refused.Status) // want "http.Error shows the customer an error of the payment API"
	}
}

func (c *Counter) staff(w http.ResponseWriter, r *http.Request) {
	if err := c.pay.Drop(r.Context(), r.FormValue("id")); err != nil {
		//auroravet:ignore errorleak only our own people come here
		http.Error(w, err.Error(), http.StatusBadGateway)
	}
}

func (c *Counter) take(w http.ResponseWriter, r *http.Request) {
	if err := c.shelf.Take(r.Context(), r.FormValue("id")); err != nil {
		http.Error(w, err.Error(), http.StatusConflict)
	}
}
