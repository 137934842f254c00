// Package tables has tables of environments.
package tables

import "os"

type env struct {
	name  string
	api   string
	oauth string
}

var byName = map[string]env{
	"production": {api: "https://api.flute.com", oauth: "https://oauth.api.flute.com"},
	"sandbox":    {api: "https://sandbox.api.flute.com", oauth: "https://sandbox.oauth.api.flute.com"},
}

var list = []env{
	{"live", "https://api.flute.com", "https://oauth.api.flute.com"},
	{"sandbox", "https://sandbox.api.flute.com", "https://sandbox.oauth.api.flute.com"},
}

var pointers = map[string]*env{
	"live": {api: "https://api.flute.com"},
	"test": {api: "https://sandbox.api.flute.com"},
}

var origins = []string{"https://api.flute.com", "https://sandbox.api.flute.com"}

var array = [...]string{0: "https://api.flute.com", 1: "https://sandbox.api.flute.com"}

var funcs = map[string]func() string{
	"live": func() string { return "https://api.flute.com" },
	"test": func() string { return "https://sandbox.api.flute.com" },
}

type pair struct{ Live, Sandbox string }

var urls = pair{Live: "https://api.flute.com", Sandbox: "https://sandbox.api.flute.com"}

var fromEnv = pair{os.Getenv("AURORA_LIVE_URL"), "https://sandbox.api.flute.com"}

func lookup(name string) (env, bool) { e, ok := byName[name]; return e, ok }

func fixedEntry() env {
	return byName["sandbox"] // want `byName\["sandbox"\] fixes`
}

func fixedField() string {
	return byName["sandbox"].api // want `byName\["sandbox"\].api fixes`
}

func liveEntry() string { return byName["production"].api + urls.Live + origins[0] }

func fixedElement() string {
	return origins[1] // want `origins\[1\] fixes`
}

func fixedMember() string {
	return urls.Sandbox // want `urls.Sandbox fixes`
}

func member(live bool) string {
	if live {
		return urls.Live
	}
	return urls.Sandbox
}

func local(name string) string {
	hosts := map[string]string{"live": "api.flute.com", "sandbox": "sandbox.api.flute.com"}
	return "https://" + hosts[name]
}

func localFixed() string {
	hosts := []string{"api.flute.com", "sandbox.api.flute.com"}
	return "https://" + hosts[1] // want `hosts\[1\] fixes`
}

func filled() map[string]string {
	m := map[string]string{}
	m["production"] = "https://api.flute.com"
	m["sandbox"] = "https://sandbox.api.flute.com"
	return m
}

type registry struct{}

func (registry) Add(name, url string) {}

func registered(r registry) {
	r.Add("production", "https://api.flute.com")
	r.Add("sandbox", "https://sandbox.api.flute.com")
}
