// Package embeds carries files.
package embeds

import (
	"embed"
	_ "embed"
)

//go:embed defaults.yaml
var defaults string // want `embedded file defaults.yaml names the sandbox host sandbox.api.flute.com on line 4`

//go:embed good.yaml
var good string

//go:embed page.html
var page []byte // want `embedded file page.html names the sandbox host public.uat.arise.risewithaurora.com on line 2`

// Chosen by the name of the environment.
//
//go:embed conf
var conf embed.FS

//go:embed pair.env
var pair string // want `mixed environments: embedded file pair.env pairs the sandbox host sandbox.oauth.api.flute.com \(line 2\) with the production host api.flute.com`

//go:embed README.md
var readme string

//go:embed servers.json
var servers string
