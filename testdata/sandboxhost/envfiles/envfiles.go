// Package envfiles embeds one file for the trial and an example to fill in.
package envfiles

import _ "embed"

//go:embed trial.env
var trial string // want `embedded file trial.env names the sandbox host sandbox.api.flute.com on line 2`

// Example is written for people to fill in.
//
//go:embed live.example.env
var Example string

// Pages is of another kind.
//
//go:embed live.json
var Pages string

// One of two.
var (
	//go:embed sets/uat.yaml
	uat string
	//go:embed sets/prod.yaml
	prod string
)
