// Package trays makes requests now and sends them together.
package trays

import (
	"net/http"
	"time"
)

const root = "https://api.flute.com/v2/transactions/"

var hc = &http.Client{Timeout: 20 * time.Second}

func do(req *http.Request) error {
	resp, err := hc.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Tray has what is to be sent, and no way to a key.
type Tray struct{ all []*http.Request }

// Void lays a void into the tray.
func (t *Tray) Void(id string) error {
	req, err := http.NewRequest(http.MethodPost, root+id+"/reversal", http.NoBody) // want `leaves without an idempotency key`
	if err != nil {
		return err
	}
	t.all = append(t.all, req)
	return nil
}

// Empty sends what is in it.
func (t *Tray) Empty() error {
	for _, r := range t.all {
		if err := do(r); err != nil {
			return err
		}
	}
	t.all = nil
	return nil
}
