// Package wired gives constructors to a framework, which calls what needs what they make.
package wired

import (
	"net/http"
	"time"

	"github.com/auroravet/auroravet/testdata/clients/handed/counter"
	"github.com/auroravet/auroravet/testdata/clients/handed/ledger"
)

// Provide is the framework.
var Provide func(constructors ...any)

// Wire wires the night.
func Wire() {
	Provide(func() (*ledger.Ledger, error) {
		return ledger.New(&http.Client{}), nil // want `http.Client that sends GET https://api.flute.com/v2/transactions/… has no timeout`
	}, counter.NewNight)
}

// WireQuick has a timeout.
func WireQuick() {
	Provide(func() *ledger.Ledger { return ledger.New(&http.Client{Timeout: time.Second}) })
}
