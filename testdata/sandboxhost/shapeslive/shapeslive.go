// Package shapeslive has more choices, and more that look like one.
package shapeslive

import (
	"flag"
	"fmt"
	"net/http"
	"os"
	"strings"

	"github.com/spf13/cobra"
)

const (
	liveBase = "https://api.flute.com"
	testBase = "https://sandbox.api.flute.com"
)

var baseFlag = flag.String("base", testBase, "payment API") // want `testBase f`

func command() *cobra.Command {
	var base string
	cmd := &cobra.Command{Use: "pay", Example: "pay --base https://sandbox.api.flute.com"}
	cmd.Flags().StringVar(&base, "base", testBase, "payment API") // want `testBase f`
	return cmd
}

func request(body string) (*http.Request, error) {
	return http.NewRequest(http.MethodPost, fmt.Sprintf("%s/pay-api/v1/transactions", testBase), strings.NewReader(body)) // want `testBase fixes`
}

func byMap(live bool) string {
	return map[bool]string{true: liveBase, false: testBase}[live]
}

func byIndex(i int) string { return []string{liveBase, testBase}[i] }

func fixedIndex() string {
	return []string{liveBase, testBase}[1] // want `fixes the sandbox host`
}

func closure(env string) func() string {
	if env == "production" {
		return func() string { return liveBase }
	}
	return func() string { return testBase }
}

func inline() string {
	switch env := os.Getenv("TIER"); strings.ToLower(env) {
	case "production":
		return liveBase
	case "staging":
		return testBase
	default:
		panic("unknown tier " + env)
	}
}

func isLive() bool { return os.Getenv("LIVE") == "1" }

func byCall() string {
	if isLive() {
		return liveBase
	}
	return testBase
}

func both(env string) bool {
	return env != "production" || !strings.HasPrefix(os.Getenv("AURORA_BASE_URL"), testBase)
}

func refuse(base string) error {
	if base == testBase && os.Getenv("TIER") == "prod" {
		return fmt.Errorf("%s in production", testBase)
	}
	return nil
}

type server struct{ URL, Description string }

var servers = []server{{liveBase, "production"}, {URL: testBase, Description: "sandbox"}}

func find(name string) server {
	for _, s := range servers {
		if s.Description == name {
			return s
		}
	}
	return servers[1] // want `servers\[1\] f`
}

type client struct{ base string }

func (c *client) SetLive(live bool) {
	c.base = testBase
	if live {
		c.base = liveBase
	}
}

func newClient(opts ...func(*client)) *client {
	c := &client{base: liveBase}
	for _, o := range opts {
		o(c)
	}
	return c
}

func withEnv(env string) func(*client) {
	return func(c *client) {
		switch env {
		case "sandbox", "uat":
			c.base = testBase
		}
	}
}

func training() *client {
	return newClient(func(c *client) { c.base = testBase }) // want `testBase fixes`
}

// A bare early return is an error.
func handler(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodPost {
		http.Error(w, "POST only", http.StatusMethodNotAllowed)
		return
	}
	http.Redirect(w, r, testBase, http.StatusFound) // want `testBase fixes`
}

// A cache hit is no choice of an environment.
var cache = map[string]*http.Response{}

func cached(id string) (*http.Response, error) {
	if r, ok := cache[id]; ok {
		return r, nil
	}
	return http.Get(testBase + "/v2/transactions/" + id) // want `testBase f`
}

// The environment of a function that is about one alone.
func sandboxBase() string { return testBase }

func useBase() string {
	return sandboxBase() // want `sandboxBase fixes`
}

func maybeSandboxBase(test bool) string {
	if test {
		return sandboxBase()
	}
	return liveBase
}

// ping of the sandbox makes the call itself.
func pingSandbox() error {
	_, err := http.Get(testBase + "/v2/ping") // want `testBase fixes`
	return err
}

var current = testBase // want `testBase fixes`

func addr() string { return current }

func fill(m map[string]string, env string) {
	if _, ok := m["base"]; !ok {
		m["base"] = testBase // want `testBase falls back`
	}
}

func lookup(env string) (string, error) {
	if env == "production" {
		return liveBase, nil
	}
	if env == "sandbox" {
		return testBase, nil
	}
	return "", fmt.Errorf("unknown environment %q", env)
}

func constant() (string, error) {
	return lookup("sandbox") // want `lookup\("sandbox"\) fixes the sandbox host`
}

func constantLive() (string, error) { return lookup("production") }

func dynamic(env string) (string, error) { return lookup(env) }

func viaLookup(env string) *client {
	base, err := lookup(env)
	if err != nil {
		return nil
	}
	return &client{base}
}

var kiosk = viaLookup("sandbox") // want `viaLookup\("sandbox"\) fixes`
