// Package made has the environments as what a constructor makes.
package made

import (
	"net/url"
	"os"
)

// Environment is where the calls go.
type Environment struct{ base string }

// NewEnvironment returns the environment at a base.
func NewEnvironment(base string) Environment { return Environment{base: base} }

// The environments.
var (
	Local      = NewEnvironment("http://localhost:3000")
	Sandbox    = NewEnvironment("https://uat.api.flute.com:443")
	Production = NewEnvironment("https://api.flute.com:443")
)

func must(s string) *url.URL {
	u, err := url.Parse(s)
	if err != nil {
		panic(err)
	}
	return u
}

// The addresses.
var (
	TestURL = must("https://uat.oauth.api.flute.com/oauth2/token")
	LiveURL = must("https://oauth.api.flute.com/oauth2/token")
)

// ByName chooses.
func ByName(name string) (Environment, bool) {
	switch name {
	case "local":
		return Local, true
	case "sandbox":
		return Sandbox, true
	case "production":
		return Production, true
	}
	return Environment{}, false
}

// Client calls.
type Client struct {
	env   Environment
	token *url.URL
}

// New takes the sandbox whatever is asked for.
func New() *Client {
	return &Client{env: Sandbox} // want `Sandbox fixes the sandbox host`
}

// FromEnv chooses by the environment.
func FromEnv() *Client {
	c := &Client{env: Production, token: LiveURL}
	if os.Getenv("SHOP_ENV") == "sandbox" {
		c.env, c.token = Sandbox, TestURL
	}
	return c
}

var gateway = NewEnvironment("https://uat.api.flute.com") // want `sandbox host`

// Gateway returns the only one.
func Gateway() Environment { return gateway }
