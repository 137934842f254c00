// Package shared has things of the whole shop.
package shared

import "os"

// EnvOr reads a variable.
func EnvOr(name string, alternatives ...string) string {
	if v := os.Getenv(name); v != "" {
		return v
	}
	for _, a := range alternatives {
		if a != "" {
			return a
		}
	}
	return ""
}

// Lookup is EnvOr with an error.
func Lookup(name, fallback string) (string, error) {
	if v, ok := os.LookupEnv(name); ok {
		return v, nil
	}
	return fallback, nil
}

// Creds is a pair.
type Creds struct{ User, Pass string }

// Pair makes one.
func Pair(a, b string) Creds { return Creds{a, b} }

// FluteSecret is the shop's.
const FluteSecret = "b7d1f0a94c2e4f5a8d6b3c1e" // want `FluteSecret is written`
