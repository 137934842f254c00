package gorequest

import (
	"time"

	"github.com/parnurzeal/gorequest"
)

// Entry sets the key in the map itself.
func Entry(order string) []error {
	s := gorequest.New().Timeout(time.Second).Post("https://api.flute.com/v2/customers")
	s.Header["Idempotency-Key"] = "e-" + order
	_, _, errs := s.End()
	return errs
}

// EntryLost sets it before the method, which begins with no headers.
func EntryLost(order string) []error {
	s := gorequest.New().Timeout(time.Second) // want `POST https://api.flute.com/v2/customers leaves without an idempotency key`
	s.Header["Idempotency-Key"] = "e-" + order
	_, _, errs := s.Post("https://api.flute.com/v2/customers").End()
	return errs
}
