// Package formats carries settings in several formats.
package formats

import _ "embed"

//go:embed server.xml
var server string // want `embedded file server.xml holds a value for clientSecret on line 3`

//go:embed good.xml
var good string

//go:embed pay.service
var unit string // want `embedded file pay.service holds a value for FLUTE_CLIENT_SECRET on line 3`

//go:embed tables.toml
var tables string // want `embedded file tables.toml holds a value for client_secret on line 2`

//go:embed fallback.yaml
var fallback string // want `embedded file fallback.yaml holds a value for client-secret on line 3`

//go:embed asked.yaml
var asked string

//go:embed block.yaml
var block string // want `embedded file block.yaml holds a value for client_secret on line 4`

//go:embed address.yaml
var address string // want `embedded file address.yaml holds a value for URL password on line 2`

//go:embed sealed.yaml
var sealed string

// run is what we write for the container.
const run = "FROM scratch\nENV FLUTE_BASE_URL=https://api.flute.com\nENV FLUTE_CLIENT_SECRET=\"q7hZ0pT4vKxW2mB9\"\n" // want `FLUTE_CLIENT_SECRET is written in the source`

const runAsked = "FROM scratch\nENV FLUTE_BASE_URL=https://api.flute.com\nENV FLUTE_CLIENT_SECRET=\"\"\nARG FLUTE_TOKEN_REGION=eu-west-1\n"
