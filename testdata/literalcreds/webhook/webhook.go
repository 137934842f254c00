// Package webhook verifies Aurora's notifications.
package webhook

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"net/http"
	"os"
)

var key = []byte("greeting-signer1") // want `HMAC key is written`

func verify(r *http.Request, body []byte) bool {
	mac := hmac.New(sha256.New, key)
	mac.Write([]byte(r.Header.Get("Flute-Webhook-Id") + "."))
	mac.Write(body)
	return hmac.Equal(mac.Sum(nil), []byte(r.Header.Get("Flute-Webhook-Signature")))
}

var portalKey = func() []byte {
	b, err := hex.DecodeString("4f6a0c1de2937b58a40ed1c6f7825b3990ab64e71d3c8f52e6a90b17c4d8f203") // want `is written in the source`
	if err != nil {
		panic(err)
	}
	return b
}()

var envKey = func() []byte { return []byte(os.Getenv("HOOK_KEY")) }()

func code(b []byte, live bool) []byte {
	key := envKey
	if live {
		key = portalKey
	}
	mac := hmac.New(sha256.New, key)
	mac.Write(b)
	return mac.Sum(nil)
}
