// Package asked reads secrets by their names and has an answer of its own.
package asked

import (
	"cmp"
	"os"
)

const api = "https://api.flute.com"

func byReturn() string {
	if v := os.Getenv("FLUTE_CLIENT_SECRET"); v != "" {
		return v
	}
	return "fl-9xQ2mB7vT4pL" // want `FLUTE_CLIENT_SECRET is written in the source \(15 characters\)`
}

func byLookup() string {
	v, ok := os.LookupEnv("FLUTE_CLIENT_SECRET")
	if ok {
		return v
	}
	return "fl-9xQ2mB7vT4pL" // want `FLUTE_CLIENT_SECRET is written`
}

func byVariable() string {
	s := os.Getenv("FLUTE_CLIENT_SECRET")
	if s == "" {
		s = "fl-9xQ2mB7vT4pL" // want `FLUTE_CLIENT_SECRET is written`
	}
	return s
}

func bySetting() string {
	s := "fl-9xQ2mB7vT4pL" // want `FLUTE_CLIENT_SECRET is written`
	if v := os.Getenv("FLUTE_CLIENT_SECRET"); v != "" {
		s = v
	}
	return s
}

func byOr() string {
	return cmp.Or(os.Getenv("FLUTE_CLIENT_SECRET"), "fl-9xQ2mB7vT4pL") // want `FLUTE_CLIENT_SECRET is written`
}

func byEntry(secrets map[string]string) {
	secrets["webhook"] = "fl-9xQ2mB7vT4pL" // want `secrets is written`
}

type login struct{ user, pass string }

var desk = login{"shop", "fl-9xQ2mB7vT4pL"} // want `pass is written`

type boardingPass string

var gate boardingPass = "gate-17-b"

func where() (value, from string) {
	if v := os.Getenv("FLUTE_CLIENT_SECRET"); v != "" {
		return v, "from-env-2"
	}
	return "", "not-set-1"
}

func whether() string {
	if os.Getenv("FLUTE_CLIENT_SECRET") == "" {
		return "no-answer-1"
	}
	return "an-answer-1"
}

func base() string { return cmp.Or(os.Getenv("FLUTE_BASE"), "pay-gateway-2") }
