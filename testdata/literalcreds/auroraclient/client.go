// Package auroraclient is about Aurora by its name.
package auroraclient

import (
	"encoding/base64"
	"encoding/hex"
	"os"
	"strings"
)

type Config struct {
	BaseURL      string
	ClientID     string
	ClientSecret string
	Token        string
	secretName   string
}

const clientSecret = "bc5390f7069632585fbd0b48" // want `clientSecret is written in the source \(24 characters\)`

var apiKey = "aur_live_8fK2mQx9Lp3RtV7w" // want `apiKey is written in the source`

var password string = "hunter2" // want `password is written`

const weak = "swordfish"

var conf = Config{
	ClientID:     "630995ab-c906-44e9-9b51-075fa4c60234", // want `ClientID is written beside its secret`
	ClientSecret: "swordfish",                            // want `ClientSecret is written`
}

var positional = Config{"https://api.flute.com", "", "bc5390f7069632585fbd0b48", "", ""} // want `ClientSecret is written`

// Half a credential is none.
var half = Config{ClientID: "630995ab-c906-44e9-9b51-075fa4c60234", ClientSecret: os.Getenv("AURORA_CLIENT_SECRET")}

func assign(c *Config) {
	c.ClientSecret = "bc5390f7" + "069632585fbd0b48"      // want `ClientSecret is written`
	c.Token = strings.TrimSpace(" 9f8e7d6c5b4a39281706 ") // want `Token is written`
}

func bytes() []byte {
	secret := []byte("bc5390f7069632585fbd0b48") // want `secret is written`
	return secret
}

func decoded() (*Config, error) {
	raw, err := base64.StdEncoding.DecodeString("N2ZiMjFkOWRhY2FhNTdiNGUzYWM0MTUx") // want `ClientSecret is written`
	if err != nil {
		return nil, err
	}
	return &Config{ClientSecret: string(raw)}, nil
}

func fromHex() []byte {
	key, _ := hex.DecodeString("e8c8435ec581a7275768c7b61b9b3ae1") // want `hmacKey is written`
	var hmacKey = key
	return hmacKey
}

func local() Config {
	s := "bc5390f7069632585fbd0b48" // want `ClientSecret is written`
	return Config{ClientSecret: s}
}

func choose(env string) string {
	secret := "sandbox-8fK2mQx9" // want `secret is written`
	if env == "production" {
		secret = "prod-Lp3RtV7w2" // want `secret is written`
	}
	return secret
}

func table() map[string]Config {
	return map[string]Config{
		"lakeside": {ClientID: "b6169959-0a8c-4bdf-8212-bf9a6984c621", ClientSecret: "605c8a1fc09685c57057d5c9"}, // want `ClientID is written` `ClientSecret is written`
	}
}

func returned() (id, secret string) {
	return "630995ab-c906-44e9-9b51-075fa4c60234", "bc5390f7069632585fbd0b48" // want `id|secret is written`
}

func ClientSecret() string {
	return "bc5390f7069632585fbd0b48" // want `ClientSecret is written`
}

// Secret is a type of its own.
type Secret string

var typed = Secret("bc5390f7069632585fbd0b48") // want `Secret is written`

const typedConst Secret = "bc5390f7069632585fbd0b48" // want `Secret is written`

// Not credentials.
const (
	clientSecretKey  = "client_secret"
	clientSecretEnv  = "AURORA_CLIENT_SECRET"
	headerToken      = "X-Api-Token"
	tokenType        = "Bearer"
	tokenURL         = "https://oauth.flute.com/oauth2/token"
	tokenPath        = "/oauth2/token"
	secretFile       = "/run/secrets/aurora_client_secret"
	passwordHint     = "Passwords need 12 characters."
	secretName       = "aurora-client-secret-2024"
	secretPrefix     = "whsec_"
	emptySecret      = ""
	placeholder      = "your-client-secret"
	authTokenHeader  = "X-Auth-Token"
	grantType        = "password"
	secretARN        = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:aurora-8fK2mQ"
	clientSecretHash = "fc22e284d1eb5dbc1254a6afc68f945cfb5a2432222bcbf1c22d2992a4ed1886"
	idempotencyKey   = "550e8400-e29b-41d4-a716-446655440000"
	requestID        = "550e8400-e29b-41d4-a716-446655440001"
	schemaHash       = "fc22e284d1eb5dbc1254a6afc68f945cfb5a2432222bcbf1c22d2992a4ed1886"
)

var placeholders = []Config{
	{ClientSecret: "prod_client_secret_here"}, {ClientSecret: "xxx"}, {ClientSecret: "<secret>"}, {ClientSecret: "${SECRET}"},
	{ClientSecret: "changeme"}, {ClientSecret: "REDACTED"}, {ClientSecret: "dummy-secret"}, {ClientSecret: "***"},
	{secretName: "aurora/production/client"},
}

// Kind is an enumeration.
type TokenKind string

const (
	TokenAccess  TokenKind = "access1"
	TokenRefresh TokenKind = "refresh1"
	TokenID      TokenKind = "id_token1"
)

// token is only the name of a header here.
const token = "X-Shop-9"

func header(h map[string][]string) []string { return h[token] }

func check(secret string) bool {
	switch secret {
	case "changeme", "secret":
		return false
	}
	return secret != "none"
}
