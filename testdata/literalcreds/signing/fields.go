package signing

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"net/http"
)

// verifier checks deliveries with what it is made with.
type verifier struct {
	key    []byte
	domain string
}

func (v *verifier) verify(r *http.Request, body []byte) bool {
	mac := hmac.New(sha256.New, v.key)
	mac.Write([]byte(v.domain))
	mac.Write(body)
	return hmac.Equal(mac.Sum(nil), []byte(r.Header.Get("Flute-Webhook-Signature")))
}

func written() (*verifier, error) {
	k, err := base64.StdEncoding.DecodeString("Zb0uT7q1mXk3vWc9LrYe5PnGs8JhAd2F4iQoUxVtKzM=") // want `HMAC key is written`
	if err != nil {
		return nil, err
	}
	return &verifier{key: k, domain: "F1UTE-H4K9-XQ27-M8ZP-L0R3"}, nil
}

func later(v *verifier) {
	v.key = []byte("9c4e1f7a2b8d6035e7f1a4c8b2d95e60") // want `HMAC key is written`
	v.domain = "9c4e1f7a2b8d6035e7f1a4c8b2d95e61"
}

func given(v *verifier, key []byte) { v.key = key }

// caller signs its own requests.
type caller struct{ scheme, user, pass string }

func (c *caller) sign(r *http.Request, mac string) {
	r.Header.Set("Authorization", c.scheme+" "+mac)
}

func (c *caller) basic(r *http.Request) { r.SetBasicAuth(c.user, c.pass) }

func fresh() *caller { return &caller{scheme: "F1UTE-H4K9-XQ27-M8ZP-L0R3"} }

func clerk() *caller {
	return &caller{user: "clerk-7", pass: "Rq8sVb3NzKy6"} // want `pass is written`
}
