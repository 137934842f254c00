// Package outlet makes the program's clients.
package outlet

import (
	"net/http"
	"time"

	"github.com/auroravet/auroravet/testdata/cardlog/tapped/probe"
)

// Watched gives a client that is being looked at.
func Watched() *http.Client {
	return &http.Client{Timeout: time.Second, Transport: probe.Again{Next: probe.Tape{Next: http.DefaultTransport}}}
}

// Usual gives one that is not.
func Usual() *http.Client {
	return &http.Client{Timeout: time.Second, Transport: probe.Again{Next: probe.Head{Next: http.DefaultTransport}}}
}

// Off gives one that could be.
func Off() *http.Client {
	return &http.Client{Timeout: time.Second, Transport: &probe.Muted{Next: http.DefaultTransport, On: false}}
}
