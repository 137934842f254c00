// Package joins makes texts out of parts.
package joins

import (
	"fmt"
	"net/url"

	"github.com/auroravet/auroravet/testdata/literalcreds/halves"
)

const tokenURL = "https://oauth.api.flute.com/oauth2/token"

type config struct{ ClientSecret string }

func parts() config {
	return config{ClientSecret: halves.First + halves.Second} // want `ClientSecret is written in the source \(24 characters\)`
}

func label() string { return halves.Label + halves.Label }

func form(id string) string {
	const s = "7d1f0c52b83e964a" // want `client_secret is written in the source \(16 characters\)`
	return "grant_type=client_credentials&client_id=" + url.QueryEscape(id) + "&client_secret=" + s
}

func formed(id string) string {
	p := "harbour-lights-22"                                             // want `client_secret is written in the source \(17 characters\)`
	return fmt.Sprintf("client_id=%s&client_secret=%s&scope=all", id, p) // the verb after the key
}

func other(id, secret string) string {
	scope := "charge-fares-22"
	return "client_secret=" + secret + "&scope=" + scope
}

func object(id string) string {
	key := "harbour-lights-22" // want `api_key is written`
	return `{"id":"` + id + `","api_key":"` + key + `"}`
}

func told(id string) error {
	state := "expired-since-22"
	return fmt.Errorf("token=%s: %s", state, id)
}
