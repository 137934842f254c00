// Package outside has nothing to do with Aurora.
package outside

import (
	"crypto/hmac"
	"crypto/sha256"
	"net/http"
)

type chat struct{ Channel, SigningSecret string }

var ops = chat{Channel: "#ops", SigningSecret: "N3QxeHKBbNIvhzCxqbfCK3HjdhwXYR1C"} // want `SigningSecret is written`

var dev = struct{ Host, User, Password string }{"mailhog:1025", "dev", "dev-password1"}

const dbPassword = "postgres1"

const apiToken = "9f86d081884c7d659a2feaa0c55ad015" // want `apiToken is written`

// Hashes, UUIDs and alphabets.
const (
	schema      = "fc22e284d1eb5dbc1254a6afc68f945cfb5a2432222bcbf1c22d2992a4ed1886"
	tokenAlphas = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
	commit      = "da39a3ee5e6b4b0d3255bfef95601890afd80709"
	namespace   = "6ba7b810-9dad-11d1-80b4-00c04fd430c8"
)

func sign(b []byte) []byte {
	m := hmac.New(sha256.New, []byte("greeting-signer1"))
	m.Write(b)
	return m.Sum(nil)
}

func call(r *http.Request) {
	r.SetBasicAuth("dev", "dev-password1")
	r.SetBasicAuth("shop", "8fK2mQx9Lp3RtV7wZ1kQ") // want `basic auth password is written`
	r.Header.Set("Authorization", "Bearer test1234")
	r.Header.Set("Authorization", "token 8fK2mQx9Lp3RtV7wZ1kQ") // want `Authorization is written`
}
