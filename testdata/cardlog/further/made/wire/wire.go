// Package wire makes requests for others to send.
package wire

import (
	"bytes"
	"encoding/json"
	"net/http"
)

// Card is what is paid with.
type Card struct {
	CardNumber string `json:"cardNumber"`
	CVV        string `json:"cvv"`
}

// Pay makes the request of a payment.
func Pay(base string, c Card) (*http.Request, error) {
	raw, err := json.Marshal(c)
	if err != nil {
		return nil, err
	}
	return http.NewRequest(http.MethodPost, base+"/pay", bytes.NewReader(raw))
}

// Ping makes one without card data.
func Ping(base, text string) (*http.Request, error) {
	return http.NewRequest(http.MethodPost, base+"/ping", bytes.NewReader([]byte(text)))
}
