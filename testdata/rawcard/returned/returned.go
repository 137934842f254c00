// Package returned sends a card by ways on which its request is read again.
package returned

import (
	"bytes"
	"encoding/json"
	"net/http"

	"github.com/auroravet/auroravet/testdata/rawcard/returned/wire"
)

func sale(pan, cvv string) (*http.Request, error) {
	raw, err := json.Marshal(map[string]string{"cardNumber": pan, "cvv": cvv})
	if err != nil {
		return nil, err
	}
	return http.NewRequest(http.MethodPost, "https://api.flute.com/v2/transactions", bytes.NewReader(raw)) // want `puts the card number and security code into a request`
}

func pay(pan, cvv string) error {
	req, err := sale(pan, cvv)
	if err != nil {
		return err
	}
	if wire.Sum(req) == 0 {
		return nil
	}
	counted := &wire.Counted{Next: http.DefaultTransport}
	if _, err := counted.RoundTrip(req); err != nil {
		return err
	}
	return wire.Relay(http.DefaultClient, req, "https://api.flute.com/v2/verifications")
}
