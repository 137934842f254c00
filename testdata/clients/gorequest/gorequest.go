// Package gorequest calls the API by gorequest.
package gorequest

import (
	"os"
	"time"

	"github.com/google/uuid"
	"github.com/parnurzeal/gorequest"
)

var base = os.Getenv("AURORA_BASE_URL")

func agent() *gorequest.SuperAgent { return gorequest.New().Timeout(10 * time.Second) }

// Bare has no key.
func Bare() []error {
	_, _, errs := agent().Post(base + "/v2/customers").Send(`{"name":"n"}`).End() // want `POST …/v2/customers leaves without an idempotency key`
	return errs
}

// Keyed has one.
func Keyed(id string) []error {
	_, _, errs := agent().Post(base+"/v2/customers").Set("Idempotency-Key", "c-"+id).Send(`{"name":"n"}`).End()
	return errs
}

// Cleared sets it before the method, which forgets it.
func Cleared(id string) []error {
	_, _, errs := agent().Set("Idempotency-Key", "c-"+id).Post(base + "/v2/customers").End() // want `POST …/v2/customers leaves without an idempotency key`
	return errs
}

// Reference has one in the body.
func Reference(order string) []error {
	_, _, errs := agent().Post(base + "/v2/transactions").SendMap(map[string]any{"referenceId": "o" + order}).End()
	return errs
}

// Retried repeats with one key.
func Retried() []error {
	_, _, errs := agent().Retry(3, time.Second, 502).Put(base+"/v2/customers/1").Set("Idempotency-Key", uuid.NewString()).End()
	return errs
}

// Endless has no timeout.
func Endless() []error {
	_, _, errs := gorequest.New().Get(base + "/v2/terminals").End() // want `the gorequest.SuperAgent that sends GET …/v2/terminals has no timeout`
	return errs
}
