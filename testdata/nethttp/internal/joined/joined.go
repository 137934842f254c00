// Package joined edits requests by several functions, and joins their errors.
package joined

import (
	"errors"
	"fmt"
	"net/http"
	"os"
	"time"
)

var client = &http.Client{Timeout: 20 * time.Second}

// Edit changes a request.
type Edit func(*http.Request) error

// Header is the edit that sets a header.
func Header(name, value string) Edit {
	return func(r *http.Request) error {
		r.Header.Set(name, value)
		return nil
	}
}

// All makes one edit of several.
func All(edits ...Edit) Edit {
	return func(r *http.Request) error {
		var errs []error
		for _, e := range edits {
			errs = append(errs, e(r))
		}
		return errors.Join(errs...)
	}
}

func capture(tx string, e Edit) error {
	req, err := http.NewRequest(http.MethodPost, os.Getenv("AURORA_BASE_URL")+"/v2/transactions/"+tx+"/capture", nil)
	if err != nil {
		return err
	}
	if err := e(req); err != nil {
		return err
	}
	return send(req)
}

func send(req *http.Request) error {
	resp, err := client.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Take captures under a name.
func Take(tx string) error {
	return capture(tx, All(Header("X-Desk", "1"), Header("Idempotency-Key", "take-"+tx)))
}

// TakeAny captures without one.
func TakeAny(tx string) error {
	return capture(tx, All(Header("X-Desk", "1"), Header("X-Name", tx))) // want `without an idempotency key`
}

func within(what string, n, most int) error {
	if n > most {
		return fmt.Errorf("%s: %d", what, n)
	}
	return nil
}

// Release looks at what it is given before it sends.
func Release(tx string, items, cents int) error {
	if err := errors.Join(within("items", items, 10), within("cents", cents, 10_000)); err != nil {
		return err
	}
	req, err := http.NewRequest(http.MethodPost, os.Getenv("AURORA_BASE_URL")+"/v2/transactions/"+tx+"/ach-release", nil) // want `without an idempotency key`
	if err != nil {
		return err
	}
	return send(req)
}

func named(tx string) (*http.Request, error) {
	req, err := http.NewRequest(http.MethodPost, os.Getenv("AURORA_BASE_URL")+"/v2/transactions/"+tx+"/ach-hold", nil)
	if err != nil {
		return req, errors.Join(errors.New("joined: no request"), err)
	}
	req.Header.Set("Idempotency-Key", "hold-"+tx)
	return req, nil
}

// Hold sends what has a name; who has none has an error.
func Hold(tx string) error {
	req, err := named(tx)
	if err != nil {
		return err
	}
	return send(req)
}
