// Package again has functions that call themselves to repeat a request.
package again

import (
	"net/http"
	"time"

	"github.com/google/uuid"
)

var hc = &http.Client{Timeout: 10 * time.Second}

// Capture makes a key when it has none and hands it on to itself.
func Capture(id, key string, left int) error {
	if key == "" {
		key = uuid.NewString()
	}
	busy, err := post("/v2/transactions/"+id+"/capture", key)
	if busy && left > 0 {
		return Capture(id, key, left-1)
	}
	return err
}

// Reverse forgets to hand it on.
func Reverse(id, key string, left int) error {
	if key == "" {
		key = uuid.NewString()
	}
	busy, err := post("/v2/transactions/"+id+"/reversal", key)
	if busy && left > 0 {
		return Reverse(id, "", left-1) // want `POST .*/reversal gets another idempotency key for each attempt`
	}
	return err
}

// Tip makes one each time.
func Tip(id string, left int) error {
	busy, err := post("/v2/transactions/"+id+"/tip-adjustment", uuid.NewString())
	if busy && left > 0 {
		return Tip(id, left-1) // want `POST .*/tip-adjustment gets another idempotency key for each attempt`
	}
	return err
}

func post(path, key string) (busy bool, err error) {
	req, err := http.NewRequest(http.MethodPost, "https://api.flute.com"+path, http.NoBody)
	if err != nil {
		return false, err
	}
	req.Header.Set("Idempotency-Key", key)
	resp, err := hc.Do(req)
	if err != nil {
		return true, err
	}
	return resp.StatusCode >= http.StatusInternalServerError, resp.Body.Close()
}
