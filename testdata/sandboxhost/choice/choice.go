// Package choice chooses at run time.
package choice

import (
	"flag"
	"fmt"
	"os"
)

type client struct{ base, oauth string }

func ifElse(env string) string {
	if env == "production" {
		return "https://api.flute.com"
	}
	return "https://sandbox.api.flute.com"
}

func negated(env string) string {
	if env != "production" {
		return "https://sandbox.api.flute.com"
	}
	return "https://api.flute.com"
}

func overwritten(env string) string {
	base := "https://api.flute.com"
	if env == "sandbox" {
		base = "https://sandbox.api.flute.com"
	}
	return base
}

func started(live bool) string {
	base := "https://sandbox.api.flute.com"
	if live {
		base = "https://api.flute.com"
	}
	return base
}

func byParam(sandbox bool) *client {
	c := &client{base: "https://api.flute.com", oauth: "https://oauth.api.flute.com"}
	if sandbox {
		c.base, c.oauth = "https://sandbox.api.flute.com", "https://sandbox.oauth.api.flute.com"
	}
	return c
}

type features interface{ Enabled(name string) bool }

func byFeature(f features, base string) string {
	if f.Enabled("new-checkout") {
		base = "https://sandbox.api.flute.com"
	}
	return base
}

func byEnvVar() string {
	if os.Getenv("AURORA_LIVE") == "" {
		return "https://sandbox.api.flute.com"
	}
	return "https://api.flute.com"
}

func cases(env string) (string, error) {
	switch env {
	case "prod", "production":
		return "https://api.flute.com", nil
	case "sandbox", "test":
		return "https://sandbox.api.flute.com", nil
	default:
		return "", fmt.Errorf("unknown environment %q", env)
	}
}

type Environment int

const (
	Production Environment = iota
	Sandbox
)

func (e Environment) BaseURL() string {
	switch e {
	case Production:
		return "https://api.flute.com"
	case Sandbox:
		return "https://sandbox.api.flute.com"
	}
	panic("unknown environment")
}

func noTag(c struct{ Live bool }) string {
	switch {
	case c.Live:
		return "https://api.flute.com"
	default:
		return "https://sandbox.api.flute.com"
	}
}

func elseIf(env string) (string, error) {
	if env == "production" {
		return "https://api.flute.com", nil
	} else if env == "sandbox" {
		return "https://sandbox.api.flute.com", nil
	} else {
		return "", fmt.Errorf("unknown environment %q", env)
	}
}

func ternary(ok bool, a, b string) string {
	if ok {
		return a
	}
	return b
}

func byHelper(prod bool) string {
	return ternary(prod, "https://api.flute.com", "https://sandbox.api.flute.com")
}

func locals(env string) string {
	const (
		prod = "https://api.flute.com"
		test = "https://sandbox.api.flute.com"
	)
	if env == "live" {
		return prod
	}
	return test
}

func prefix(env string) string {
	sub := "api"
	if env == "sandbox" {
		sub = "sandbox.api"
	}
	return "https://" + sub + ".flute.com"
}

func fromFlag() string {
	test := flag.Bool("test", false, "use https://sandbox.api.flute.com")
	flag.Parse()
	if *test {
		return "https://sandbox.api.flute.com"
	}
	return "https://api.flute.com"
}

// A default inside the branch for the sandbox is that branch's business.
func nested(env string) string {
	if env == "sandbox" {
		if u := os.Getenv("AURORA_SANDBOX_URL"); u != "" {
			return u
		}
		return "https://sandbox.api.flute.com"
	}
	return os.Getenv("AURORA_BASE_URL")
}

func template(env string) string { return fmt.Sprintf("https://%s.api.flute.com", env) }
