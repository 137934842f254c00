// Package opts has functions whose parameters do not say what they are.
package opts

import "os"

type client struct{ id, clientSecret string }

var current client

func Use(a, b string) { current.id, current.clientSecret = a, b }

func Get[T ~string](k string, d T) T {
	if v, ok := os.LookupEnv(k); ok {
		return T(v)
	}
	return d
}
