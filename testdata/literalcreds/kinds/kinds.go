// Package kinds gives the credentials of Flute through functions.
package kinds

import "os"

const host = "https://api.flute.com"

// SecretFunc gives a secret.
type SecretFunc func() (string, error)

// NameFunc gives a name.
type NameFunc func() (string, error)

var standard SecretFunc = func() (string, error) { return "hunter2-hunter4", nil } // want `is written in the source`

func fixed() SecretFunc {
	return func() (string, error) {
		return "hunter2-hunter6", nil // want `is written in the source`
	}
}

var given SecretFunc = func() (string, error) { return os.Getenv("FLUTE_CLIENT_SECRET"), nil }

var shop NameFunc = func() (string, error) { return "standard-shop-2", nil }

func bearer() string {
	scheme := "Bearer "
	return scheme + "q7hZ0pT4vKxW2mB9cD1e" // want `is written in the source`
}

func scheme(token string) string { return "Bearer " + token }

func region() string { return or(os.Getenv("FLUTE_TOKEN_REGION"), "eu-west-1") }

func password() string { return or(os.Getenv("FLUTE_TOKEN_REGION_PASSWORD"), "hunter2-hunter8") } // want `is written in the source`

func or(v, d string) string {
	if v != "" {
		return v
	}
	return d
}
