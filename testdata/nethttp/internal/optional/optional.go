// Package optional takes the key among the optional parts of a call, which may be nil.
package optional

import (
	"net/http"
	"strings"
	"time"

	"github.com/google/uuid"
)

var hc = &http.Client{Timeout: 10 * time.Second}

// Extras are what a refund may have besides its transaction.
type Extras struct {
	Note string
	Key  string
}

// Refund sends the extras that it is given.
func Refund(id string, x *Extras) error {
	body := "{}"
	if x != nil && x.Note != "" {
		body = `{"note":"` + x.Note + `"}`
	}
	req, err := http.NewRequest(http.MethodPost, "https://api.flute.com/v2/transactions/"+id+"/reversal", strings.NewReader(body))
	if err != nil {
		return err
	}
	if x != nil && x.Key != "" {
		req.Header.Set("Idempotency-Key", x.Key)
	}
	return send(req)
}

func send(req *http.Request) error {
	resp, err := hc.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Bare gives no extras.
func Bare(id string) error {
	return Refund(id, nil) // want `POST .*/reversal leaves without an idempotency key`
}

// Noted gives a note alone.
func Noted(id string) error {
	return Refund(id, &Extras{Note: "broken"}) // want `POST .*/reversal leaves without an idempotency key`
}

// Keyed gives a key.
func Keyed(id, parcel string) error {
	return Refund(id, &Extras{Key: "parcel-" + parcel})
}

// Again gives another key at each try.
func Again(id string) (err error) {
	for range 3 {
		if err = Refund(id, &Extras{Key: uuid.NewString()}); err == nil { // want `POST .*/reversal gets another idempotency key for each attempt`
			return nil
		}
	}
	return err
}

// Void sets the key under another condition than that it is there.
func Void(id string) error {
	req, err := http.NewRequest(http.MethodPost, "https://api.flute.com/v2/transactions/"+id+"/reversal", http.NoBody) // want `POST .*/reversal leaves without an idempotency key on some path`
	if err != nil {
		return err
	}
	if strings.HasPrefix(id, "v") {
		req.Header.Set("Idempotency-Key", "void-"+id)
	}
	return send(req)
}

func keyedIf(id, key string) error {
	req, err := http.NewRequest(http.MethodPost, "https://api.flute.com/v2/transactions/"+id+"/capture", http.NoBody)
	if err != nil {
		return err
	}
	if key != "" {
		req.Header.Set("Idempotency-Key", key)
	}
	return send(req)
}

// Joined gives a key of two parts, which the caller gives: both are never empty together.
func Joined(id, parcel, day string) error { return keyedIf(id, parcel+day) }

// Spaced does so by strings.
func Spaced(id string, parts []string) error { return keyedIf(id, strings.Join(parts, "")) }

// Unjoined joins nothing.
func Unjoined(id string) error {
	var parcel, day string
	return keyedIf(id, parcel+day) // want `POST .*/capture leaves without an idempotency key`
}
