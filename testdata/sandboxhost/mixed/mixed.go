// Package mixed pairs hosts that do not go together.
package mixed

import (
	"os"

	"github.com/spf13/viper"
)

type endpoints struct{ API, OAuth string }

func literal() endpoints {
	return endpoints{
		API:   "https://api.flute.com",
		OAuth: "https://sandbox.oauth.api.flute.com", // want `mixed environments: the sandbox host sandbox.oauth.api.flute.com stands beside the production host api.flute.com`
	}
}

func reverse() endpoints {
	return endpoints{"https://sandbox.api.flute.com", "https://oauth.api.flute.com"} // want `mixed environments`
}

var table = map[string]endpoints{
	"live": {API: "https://api.flute.com", OAuth: "https://sandbox.oauth.api.flute.com"}, // want `mixed environments`
	"test": {API: "https://sandbox.api.flute.com", OAuth: "https://sandbox.oauth.api.flute.com"},
}

func set(v *viper.Viper) {
	v.SetDefault("aurora.base_url", "https://api.flute.com")
	v.SetDefault("aurora.oauth_url", "https://sandbox.oauth.api.flute.com") // want `mixed environments`
}

func environ() {
	os.Setenv("AURORA_BASE_URL", "https://api.flute.com")
	os.Setenv("AURORA_OAUTH_URL", "https://sandbox.oauth.api.flute.com") // want `mixed environments`
}

func branch(env string) (api, oauth string) {
	switch env {
	case "live":
		api = "https://api.flute.com"
		oauth = "https://sandbox.oauth.api.flute.com" // want `mixed environments`
	case "test":
		api = "https://sandbox.api.flute.com"
		oauth = "https://sandbox.oauth.api.flute.com"
	}
	return api, oauth
}

func results(env string) (string, string) {
	if env == "live" {
		return "https://api.flute.com", "https://sandbox.oauth.api.flute.com" // want `mixed environments`
	}
	return "https://sandbox.api.flute.com", "https://sandbox.oauth.api.flute.com"
}

func flat() map[string]string {
	return map[string]string{
		"api":   "https://api.flute.com",
		"oauth": "https://sandbox.oauth.api.flute.com", // want `mixed environments`
	}
}

func named() map[string]string {
	return map[string]string{
		"live_api":      "https://api.flute.com",
		"sandbox_oauth": "https://sandbox.oauth.api.flute.com",
	}
}

func newClient(api, oauth string) {}

func call() {
	newClient("https://api.flute.com", "https://sandbox.oauth.api.flute.com") // want `mixed environments`
}

type all struct{ ProdAPI, ProdOAuth, TestAPI, TestOAuth string }

var every = all{"https://api.flute.com", "https://oauth.api.flute.com", "https://sandbox.api.flute.com", "https://sandbox.oauth.api.flute.com"}

const yaml = "api: https://api.flute.com\noauth: https://sandbox.oauth.api.flute.com\n" // want `mixed environments`

type page struct{ API, OAuth, Script string }

// The script's host serves every environment: it makes no pair and no table.
func pageFor(env string) page {
	if env == "sandbox" {
		return page{"https://sandbox.api.flute.com", "https://sandbox.oauth.api.flute.com", "https://public.flute.com/lib/v1.0/flute.mjs"}
	}
	return page{"https://api.flute.com", "https://oauth.api.flute.com", "https://public.flute.com/lib/v1.0/flute.mjs"}
}

func scripted() map[string]string {
	return map[string]string{
		"api":    "https://sandbox.api.flute.com", // want `sandbox`
		"script": "https://public.flute.com/lib/v1.0/flute.mjs",
	}
}
