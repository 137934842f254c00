// Package policies sends content security policies.
package policies

import "net/http"

// Both environments are let in, whichever page asks.
const policy = "default-src 'self'; script-src 'self' https://public.flute.com https://public.uat.flute.com" // want `public.uat.flute.com is fixed`

const livePolicy = "default-src 'self'; script-src 'self' https://public.flute.com"

func secure(w http.ResponseWriter, embedded bool) {
	p := policy
	if embedded {
		p = livePolicy
	}
	w.Header().Set("Content-Security-Policy", p)
}

// The environment decides.
const wide = "default-src 'self'; connect-src https://api.flute.com https://sandbox.api.flute.com"

func strict(w http.ResponseWriter, env string) {
	p := livePolicy
	if env != "production" {
		p = wide
	}
	w.Header().Set("Content-Security-Policy", p)
}

// One for each environment.
const (
	sandboxPolicy = "default-src 'self'; connect-src https://sandbox.api.flute.com"
	prodPolicy    = "default-src 'self'; connect-src https://api.flute.com"
)

func chosen(w http.ResponseWriter, sandbox bool) {
	p := prodPolicy
	if sandbox {
		p = sandboxPolicy
	}
	w.Header().Set("Content-Security-Policy", p)
}

// Browsers connect ahead of the page.
func ahead(w http.ResponseWriter) {
	w.Header().Add("Link", "<https://sandbox.api.flute.com>; rel=preconnect") // want `sandbox.api.flute.com`
	w.Header().Add("Link", "<https://developer.uat.flute.com/docs>; rel=help")
	w.Header().Add("Link", "<https://api.flute.com>; rel=preconnect")
}
