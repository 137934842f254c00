// Package formats carries settings in several formats.
package formats

import _ "embed"

//go:embed server.xml
var server string // want `embedded file server.xml names the sandbox host sandbox.api.flute.com on line 4`

//go:embed good.xml
var good string

//go:embed pay.service
var unit string // want `embedded file pay.service names the sandbox host api.uat.arise.risewithaurora.com on line 2`

//go:embed schema.json
var schema string

//go:embed headers.json
var headers string // want `embedded file headers.json names the sandbox host sandbox.api.flute.com on line 2`
