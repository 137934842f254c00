// Package webhook verifies Aurora's notifications.
package webhook

import (
	"crypto/hmac"
	"crypto/sha256"
	"net/http"
)

var key = []byte("greeting-signer1") // want `HMAC key is written`

func verify(r *http.Request, body []byte) bool {
	mac := hmac.New(sha256.New, key)
	mac.Write([]byte(r.Header.Get("Flute-Webhook-Id") + "."))
	mac.Write(body)
	return hmac.Equal(mac.Sum(nil), []byte(r.Header.Get("Flute-Webhook-Signature")))
}
