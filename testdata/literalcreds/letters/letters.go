// Package letters has keys without a digit beside texts that are no keys.
package letters

import (
	"crypto/hmac"
	"crypto/sha256"
	"net/http"

	"github.com/go-resty/resty/v2"
)

// Harbour checks a delivery with a key of letters alone.
func Harbour(r *http.Request, body []byte) bool {
	key := []byte("mTgQhXbWzKpVnRyLcJdFsHtGwNqBvZkP") // want `HMAC key is written`
	mac := hmac.New(sha256.New, key)
	mac.Write([]byte(r.Header.Get("Flute-Webhook-Id")))
	mac.Write(body)
	return hmac.Equal(mac.Sum(nil), []byte(r.Header.Get("Flute-Webhook-Signature")))
}

// Ferry names what it derives from a delivery: no key at all.
func Ferry(r *http.Request, body []byte) []byte {
	mac := hmac.New(sha256.New, []byte("FerryDeliveriesByArrivalTime"))
	mac.Write([]byte(r.Header.Get("Flute-Webhook-Id")))
	mac.Write(body)
	return mac.Sum(nil)
}

// Tug has a token of letters alone.
func Tug() *resty.Client {
	return resty.New().SetBaseURL("https://api.flute.com").SetAuthToken("RqZtLmXvBnKjHgFdSaPoIuYtReWqMnBv") // want `auth token is written`
}

// Barge has the name of one.
func Barge() *resty.Client {
	return resty.New().SetBaseURL("https://api.flute.com").SetAuthToken("HarbourDeskReadsTheOpenBatch")
}

// alphabet encodes berths.
const alphabetSecret = "AbCdEfGhIjKlMnOpQrStUvWxYz"

var accessToken = "IDOfTheTAPInTheHTTPHeaderRow" // a name
