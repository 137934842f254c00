// Package written has bodies that write themselves.
package written

import (
	"bytes"
	"encoding/json"
	"net/http"
	"os"
	"time"
)

var client = &http.Client{Timeout: 20 * time.Second}

func post(v any) error {
	b, err := json.Marshal(v)
	if err != nil {
		return err
	}
	resp, err := client.Post(os.Getenv("AURORA_BASE_URL")+"/v2/transactions", "application/json", bytes.NewReader(b))
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

type sale struct {
	order string
	cents int64
}

// MarshalJSON writes the names of the API.
func (s sale) MarshalJSON() ([]byte, error) {
	return json.Marshal(map[string]any{"amount": float64(s.cents) / 100, "referenceId": s.order})
}

// Sell sells what names itself.
func Sell(order string, cents int64) error { return post(sale{order, cents}) }

type plain struct {
	Order  string  `json:"order"`
	Amount float64 `json:"amount"`
}

// SellPlain sells what does not.
func SellPlain(order string, v float64) error {
	return post(plain{order, v}) // want `without an idempotency key|can carry no idempotency key`
}
