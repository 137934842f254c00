// Package web is a small toolkit under handlers that return errors.
package web

import (
	"encoding/json"
	"errors"
	"net/http"
)

// Func is a handler that may fail.
type Func func(w http.ResponseWriter, r *http.Request) error

// Trouble is an answer that tells what went wrong.
type Trouble struct {
	Status int    `json:"-"`
	Title  string `json:"title"`
	Detail string `json:"detail"`
}

func (t *Trouble) Error() string { return t.Title }

// From makes one of an error of somebody else.
func From(err error) *Trouble {
	return &Trouble{http.StatusBadGateway, "The payment did not work", err.Error()}
}

// ServeHTTP implements http.Handler.
func (f Func) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	err := f(w, r)
	if err == nil {
		return
	}
	t := &Trouble{Status: http.StatusInternalServerError, Title: "Something went wrong"}
	errors.As(err, &t)
	w.WriteHeader(t.Status)
	json.NewEncoder(w).Encode(t)
}

// Plain is a handler whose errors are shown as they are.
type Plain func(w http.ResponseWriter, r *http.Request) error

// ServeHTTP implements http.Handler.
func (p Plain) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if err := p(w, r); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
	}
}

// Quiet is a handler whose errors are shown to nobody.
type Quiet func(w http.ResponseWriter, r *http.Request) error

// ServeHTTP implements http.Handler.
func (q Quiet) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if err := q(w, r); err != nil {
		http.Error(w, "please try again", http.StatusInternalServerError)
	}
}
