// Package iterators goes over headers and layers by the iterators of slices and maps.
package iterators

import (
	"context"
	"maps"
	"net/http"
	"slices"
	"strings"
	"time"

	"github.com/google/uuid"
)

const voids = "https://api.flute.com/pay-api/v1/transactions/void"

type sender func(ctx context.Context, header http.Header, body string) error

type layer func(next sender) sender

func chain(last sender, layers ...layer) sender {
	for _, l := range slices.Backward(layers) {
		last = l(last)
	}
	return last
}

func patient(next sender) sender {
	return func(ctx context.Context, header http.Header, body string) (err error) {
		wait := time.Second
		for range 4 {
			if err = next(ctx, header, body); err == nil {
				return nil
			}
			time.Sleep(wait)
			wait *= 2
		}
		return err
	}
}

func keyed(next sender) sender {
	return func(ctx context.Context, header http.Header, body string) error {
		header.Set("Idempotency-Key", uuid.NewString())
		return next(ctx, header, body)
	}
}

func overHTTP(c *http.Client) sender {
	return func(ctx context.Context, header http.Header, body string) error {
		req, err := http.NewRequestWithContext(ctx, http.MethodPost, voids, strings.NewReader(body))
		if err != nil {
			return err
		}
		for name, values := range maps.All(header) {
			req.Header[name] = values
		}
		resp, err := c.Do(req)
		if err != nil {
			return err
		}
		return resp.Body.Close()
	}
}

var client = &http.Client{Timeout: 20 * time.Second}

// Right gives one key to all attempts.
type Right struct{ send sender }

func NewRight() *Right { return &Right{chain(overHTTP(client), keyed, patient)} }

func (r *Right) Void(ctx context.Context, body string) error {
	return r.send(ctx, http.Header{}, body)
}

// Wrong has its layers the other way round.
type Wrong struct{ send sender }

func NewWrong() *Wrong { return &Wrong{chain(overHTTP(client), patient, keyed)} }

func (w *Wrong) Void(ctx context.Context, body string) error {
	return w.send(ctx, http.Header{}, body) // want `gets another idempotency key for each attempt`
}

// Without has no layer for it.
type Without struct{ send sender }

func NewWithout() *Without { return &Without{chain(overHTTP(client), patient)} }

func (w *Without) Void(ctx context.Context, body string) error {
	return w.send(ctx, http.Header{}, body) // want `leaves without an idempotency key`
}

func post(ctx context.Context, body string, extra map[string]string) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, voids, strings.NewReader(body))
	if err != nil {
		return err
	}
	for _, name := range slices.Sorted(maps.Keys(extra)) {
		req.Header.Set(name, extra[name])
	}
	resp, err := client.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func Named(ctx context.Context, id string) error {
	return post(ctx, "{}", map[string]string{"X-Idempotency-Key": "void-" + id, "Accept": "application/json"})
}

func Nameless(ctx context.Context) error {
	return post(ctx, "{}", map[string]string{"Accept": "application/json"}) // want `leaves without an idempotency key`
}

// Each sends one request for each of a list that it does not know.
func Each(ctx context.Context, ids []string) error {
	for id := range slices.Values(ids) {
		req, err := http.NewRequestWithContext(ctx, http.MethodPost, voids, strings.NewReader(id))
		if err != nil {
			return err
		}
		req.Header.Set("Idempotency-Key", id)
		resp, err := client.Do(req)
		if err != nil {
			return err
		}
		resp.Body.Close()
	}
	return nil
}

// EachBare gives none of them a key.
func EachBare(ctx context.Context, ids []string) error {
	for _, id := range slices.Backward(ids) {
		req, err := http.NewRequestWithContext(ctx, http.MethodPost, voids, strings.NewReader(id)) // want `leaves without an idempotency key`
		if err != nil {
			return err
		}
		resp, err := client.Do(req)
		if err != nil {
			return err
		}
		resp.Body.Close()
	}
	return nil
}

// Given does not know what it is given.
func Given(ctx context.Context, header map[string]string) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, voids, nil)
	if err != nil {
		return err
	}
	for name, value := range maps.All(header) {
		req.Header.Set(name, value)
	}
	resp, err := client.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Collected goes over what was gathered.
func Collected(ctx context.Context, id string) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, voids, nil)
	if err != nil {
		return err
	}
	for _, set := range slices.Collect(slices.Values([]func(http.Header){
		func(h http.Header) { h.Set("Accept", "application/json") },
		func(h http.Header) { h.Set("Idempotency-Key", id) },
	})) {
		set(req.Header)
	}
	resp, err := client.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Split goes over a list that it has from an iterator which is not in view.
func Split(ctx context.Context, text string) error {
	for _, id := range slices.Collect(strings.SplitSeq(text, ",")) {
		req, err := http.NewRequestWithContext(ctx, http.MethodPost, voids, strings.NewReader(id)) // want `leaves without an idempotency key`
		if err != nil {
			return err
		}
		resp, err := client.Do(req)
		if err != nil {
			return err
		}
		resp.Body.Close()
	}
	return nil
}

// Sorted goes over the keys of a map that it does not know.
func Sorted(ctx context.Context, bodies map[string]string) error {
	for _, id := range slices.Sorted(maps.Keys(bodies)) {
		req, err := http.NewRequestWithContext(ctx, http.MethodPost, voids, strings.NewReader(bodies[id])) // want `leaves without an idempotency key`
		if err != nil {
			return err
		}
		resp, err := client.Do(req)
		if err != nil {
			return err
		}
		resp.Body.Close()
	}
	return nil
}
