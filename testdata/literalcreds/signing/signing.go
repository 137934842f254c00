// Package signing signs requests for api.flute.com.
package signing

import (
	"net/http"
	"strings"
)

const (
	scheme    = "FLUTE1-HMAC-SHA256"
	cipher    = "AES-256-GCM"
	signature = "F1UTE-H4K9-XQ27-M8ZP-L0R3" // want `Authorization is written`
)

var base = "https://api.flute.com"

func sign(req *http.Request, credential, names, mac string) {
	req.Header.Set("Authorization", strings.Join([]string{
		scheme + " Credential=" + credential,
		"SignedHeaders=" + names,
		"Signature=" + mac,
	}, ", "))
	req.Header.Set("X-Encryption-Secret", cipher)
}

func fixed(req *http.Request, names string) {
	req.Header.Set("Authorization", strings.Join([]string{
		scheme + " SignedHeaders=" + names,
		signature,
	}, ", "))
}
