// Package embeds carries files.
package embeds

import _ "embed"

//go:embed .env
var dotenv string // want `embedded file .env holds a value for AURORA_CLIENT_SECRET on line 2 \(24 characters\)`

//go:embed compose.env.tmpl
var compose string

//go:embed conf.yaml
var conf []byte // want `embedded file conf.yaml holds a value for client_secret on line 3`

//go:embed key.pem
var key []byte // want `embedded file key.pem holds a value for a private key on line 1`

//go:embed mail.yaml
var mail []byte
