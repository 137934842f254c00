// Package swaps compares hosts and puts others in their place.
package swaps

import (
	"net/http"
	"strings"
)

// TrialURL has no other beside it: production is only compared here.
const TrialURL = "https://API.UAT.Arise.RiseWithAurora.com/pay-api/v1" // want `sandbox host api.uat.arise.risewithaurora.com is fixed`

var mirrors = []string{"https://eu.api.flute.com", "https://us.api.flute.com"}

func toSandbox(r *http.Request) {
	if r.URL.Host == "api.flute.com" {
		r.URL.Host = "sandbox.api.flute.com" // want `sandbox host sandbox.api.flute.com is fixed`
	}
}

func allToSandbox(r *http.Request) {
	if strings.HasSuffix(r.URL.Host, ".flute.com") && r.URL.Host != "oauth.api.flute.com" {
		r.URL.Host = "sandbox.api.flute.com" // want `sandbox host sandbox.api.flute.com is fixed`
	}
}

func toProduction(r *http.Request) {
	if r.URL.Host == "sandbox.api.flute.com" {
		r.URL.Host = "api.flute.com"
	}
}

func inTrial(r *http.Request, trial bool) {
	if trial && r.URL.Host == "api.flute.com" {
		r.URL.Host = "sandbox.api.flute.com"
	}
}

func mirror(i int) string { return mirrors[i] }
