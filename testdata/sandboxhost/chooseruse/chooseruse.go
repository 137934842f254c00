// Package chooseruse gives constants to the choosers of another package.
package chooseruse

import "github.com/auroravet/auroravet/testdata/sandboxhost/typed"

func dial() string {
	return typed.Dial(typed.Sandbox) // want `typed.Dial\(typed.Sandbox\) fixes`
}

func live() string { return typed.Dial(typed.Production) + typed.Open(false) }

func open() string {
	return typed.Open(true) // want `typed.Open\(true\) fixes`
}

func openIf(test bool) string { return typed.Open(test) }

func url() string {
	return typed.Sandbox.URL() // want `fixes the sandbox host`
}
