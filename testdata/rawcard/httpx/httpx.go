// Package httpx sends and reads JSON for others, and knows nothing of cards.
package httpx

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"net/http"
)

// Post sends v as JSON.
func Post(ctx context.Context, c *http.Client, url string, v, out any) error {
	raw, err := json.Marshal(v)
	if err != nil {
		return err
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, url, bytes.NewReader(raw))
	if err != nil {
		return err
	}
	resp, err := c.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	return json.NewDecoder(resp.Body).Decode(out)
}

// Send sends what it is given as it is.
func Send(c *http.Client, url string, body io.Reader) error {
	resp, err := c.Post(url, "application/json", body)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Call sends a T and gets an R.
func Call[T, R any](ctx context.Context, c *http.Client, url string, body T) (R, error) {
	var out R
	return out, Post(ctx, c, url, body, &out)
}

// Poster is what sends JSON.
type Poster interface {
	PostJSON(ctx context.Context, path string, body any) error
}

type poster struct {
	base string
	c    *http.Client
}

// NewPoster makes a Poster.
func NewPoster(base string, c *http.Client) Poster { return &poster{base, c} }

func (p *poster) PostJSON(ctx context.Context, path string, body any) error {
	return Post(ctx, p.c, p.base+path, body, nil)
}

// ReadJSON reads the body of a request.
func ReadJSON(w http.ResponseWriter, r *http.Request, into any) error {
	if r.Body == nil {
		return errors.New("no body")
	}
	return json.NewDecoder(http.MaxBytesReader(w, r.Body, 1<<20)).Decode(into)
}

// Decode reads the body of a request into a T.
func Decode[T any](r *http.Request) (v T, err error) {
	err = json.NewDecoder(r.Body).Decode(&v)
	return v, err
}

// Handle makes a handler of a function.
func Handle[In, Out any](f func(context.Context, In) (Out, error)) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		in, err := Decode[In](r)
		if err != nil {
			http.Error(w, "bad", http.StatusBadRequest)
			return
		}
		out, err := f(r.Context(), in)
		if err != nil {
			http.Error(w, "refused", http.StatusPaymentRequired)
			return
		}
		_ = json.NewEncoder(w).Encode(out)
	}
}
