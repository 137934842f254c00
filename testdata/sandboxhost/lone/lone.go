// Package lone has hosts without a production sibling.
package lone

import (
	"net/http"
	"os"
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

// Address is a setting with a value from the start, which a setting of another kind replaces: it is
// reported here once, not at each of its uses.
var Address = "https://api.uat.arise.risewithaurora.com" // want `api.uat.arise`

func init() {
	if v := os.Getenv("AURORA_ADDRESS"); v != "" {
		Address = v
	}
}

func live() bool { return !strings.Contains(Address, ".uat.") }

// Refused is never set: it is what others compare with.
var Refused = "https://api.uat.arise.risewithaurora.com"

func refused(u string) bool { return u == Refused }
