// Package envx reads the environment.
package envx

import (
	"fmt"
	"os"
)

// Must returns a variable that has to be there.
func Must(name string) string {
	v, ok := os.LookupEnv(name)
	if !ok {
		panic(fmt.Sprintf("%s is not set", name))
	}
	return v
}

// Or returns a variable, or what to take instead.
func Or(name, instead string) string {
	if v := os.Getenv(name); v != "" {
		return v
	}
	return instead
}
