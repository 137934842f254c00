// Package growing makes addresses step by step.
package growing

import (
	"net/http"
	"strings"
)

func added(id string) string {
	u := "https://sandbox"
	u += ".api"
	u += ".flute.com" // want `sandbox host sandbox.api.flute.com is fixed`
	return u + "/v2/transactions/" + id
}

func live(id string) string {
	u := "https://api"
	u += ".flute.com"
	u += "/v2/sandbox/" + id
	return u
}

func chosen(test bool) string {
	u := "https://"
	if test {
		u += "sandbox."
	}
	u += "api.flute.com"
	return u
}

func replaced() string {
	return strings.NewReplacer("{service}", "api", "{env}", "uat").Replace("https://{service}.{env}.arise.risewithaurora.com") // want `sandbox host api.uat.arise.risewithaurora.com is fixed`
}

var names = strings.NewReplacer("{env}", "arise")

func replacedLive() string { return names.Replace("https://api.{env}.risewithaurora.com") }

// One policy, written as a list of directives.
var directives = map[string][]string{
	"script-src":  {"'self'", "https://public.flute.com"},
	"connect-src": {"https://api.flute.com", "https://sandbox.api.flute.com"}, // want `sandbox host sandbox.api.flute.com is fixed`
}

func policy(w http.ResponseWriter) {
	for name, sources := range directives {
		for _, s := range sources {
			w.Header().Add("Content-Security-Policy", name+" "+s)
		}
	}
}

// To choose from.
var bases = map[string][]string{
	"payments": {"https://api.flute.com", "https://sandbox.api.flute.com"},
}

func base(sandbox bool) string {
	all := bases["payments"]
	if sandbox {
		return all[1]
	}
	return all[0]
}

// An element that another one may replace.
func options(done map[string]bool, region string) []string {
	out := []string{sandboxBase}
	if done[region] {
		out[0] = liveBase
	}
	return out
}

const (
	sandboxBase = "https://sandbox.api.flute.com"
	liveBase    = "https://api.flute.com"
)
