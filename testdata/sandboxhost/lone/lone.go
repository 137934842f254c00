// Package lone has hosts without a production sibling.
package lone

import (
	"net/http"
	"strings"
)

const (
	auroraBase = "https://sandbox.api.flute.com" // want `sandbox.api.flute.com is fixed`
	pingPath   = "/v2/ping"
)

func ping() (*http.Response, error) { return http.Get(auroraBase + pingPath) }

func again() string { return auroraBase }

var oauthBase = "https://sandbox.oauth.api.flute.com" // want `sandbox.oauth.api.flute.com`

func token() string { return oauthBase + "/oauth2/token" }

// Exported and not used here: whoever imports it is bound.
const TerminalBase = "https://api.uat.arise.risewithaurora.com" // want `api.uat.arise`

var endpoints = struct{ api, oauth string }{
	api:   "https://sandbox.api.flute.com",       // want `sandbox.api.flute.com`
	oauth: "https://sandbox.oauth.api.flute.com", // want `sandbox.oauth.api.flute.com`
}

func use() string { return endpoints.api + endpoints.oauth }

// Only compared.
const forbidden = "sandbox.api.flute.com"

func refuse(u string) bool { return strings.Contains(u, forbidden) }

// Only shown.
const where = "https://sandbox.api.flute.com"

func help() { println("see", where) }
