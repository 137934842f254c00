// Package shapesok has what looks like credentials of Aurora and is none.
package shapesok

import (
	"errors"
	"fmt"
	"net/http"
	"os"
	"regexp"
)

const base = "https://api.flute.com"

const (
	tokenRequest    = "grant_type=client_credentials&client_id=%s&client_secret=%s"
	secretEntry     = "aurora-production"
	tokenCookie     = "shop_session_2"
	passwordField   = "user_password"
	keyPrefix       = "aur_live_"
	cacheKey        = "a1b2c3d4e5f60718293a4b5c"
	idempotencyKey  = "550e8400-e29b-41d4-a716-446655440000"
	publicKey       = "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE8xOUetsCa8EfOlDEBAfREhJqspDo"
	secretVersion   = "v1.2.3"
	signatureHeader = "Flute-Webhook-Signature"
	tokenAlphabet   = "ABCDEFGHJKMNPQRSTVWXYZ0123456789"
	secretPattern   = `client_secret=([^&]+)`
)

var labels = map[string]string{"password": "Passwort", "client_secret": "Geheimnis", "token": "required"}

var errSecret = errors.New("aurora: client_secret=invalid was refused")

var re = regexp.MustCompile(`(?i)(client_secret|password)["']?[:=]\s*["']?[^&"'\s]+`)

func load(get func(secret string) (string, error)) (string, error) { return get("aurora-production") }

func store(secretID string) {}

func use() {
	store("prod/aurora/api1")
	fmt.Printf("secret %s, token %s\n", "is set", "is not set")
}

func login(w http.ResponseWriter) {
	fmt.Fprint(w, `<form><input type="password" name="client_secret" placeholder="Client secret"></form>`)
}

func redact(m map[string]string) {
	for _, k := range []string{"password", "client_secret", "access_token"} {
		if _, ok := m[k]; ok {
			m[k] = "[redacted]"
		}
	}
	m["token"] = "********"
}

type secretRef struct{ Secret, Key string }

var ref = secretRef{Secret: "aurora-credentials", Key: "client-secret"}

func fromEnv() (string, string) {
	token := os.Getenv("FLUTE_TOKEN")
	if token == "" {
		token = "none"
	}
	secret, ok := os.LookupEnv("FLUTE_CLIENT_SECRET")
	if !ok {
		secret = ""
	}
	return token, secret
}

func mode(s string) string {
	switch s {
	case "password":
		return "client_credentials"
	}
	return "Bearer"
}

func compare(token string) bool { return token == "dev" || token == "anonymous" }

type lexer struct{ token, text string }

var next = lexer{token: "NUMBER", text: "42"}

func maxTokens(tokens int) string { return fmt.Sprint(tokens) }

var schema = `{"type": "object", "properties": {"password": {"type": "string"}}, "password": "string"}`

var sql = "UPDATE shops SET client_secret=$1, token=? WHERE id=:id"

const checksum = "sha256:fc22e284d1eb5dbc1254a6afc68f945cfb5a2432222bcbf1c22d2992a4ed1886"

var magic = []byte{0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 1, 2, 3, 4, 5, 6, 7, 9}
