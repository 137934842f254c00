// Package rules sets the key where a rule on the method or the path says so.
package rules

import (
	"net/http"
	"slices"
	"strings"
	"time"

	"github.com/google/uuid"
)

var (
	hc    = &http.Client{Timeout: 10 * time.Second}
	keyed = []string{http.MethodPost, http.MethodPut}
)

func send(req *http.Request) error {
	resp, err := hc.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func byMethod(method, path string) error {
	req, err := http.NewRequest(method, "https://api.flute.com"+path, http.NoBody)
	if err != nil {
		return err
	}
	if slices.Contains(keyed, method) {
		req.Header.Set("Idempotency-Key", uuid.NewString())
	}
	return send(req)
}

// Rename is a PUT, which is on the list.
func Rename(id string) error { return byMethod(http.MethodPut, "/v2/customers/"+id) }

// Forget is a DELETE, which is not.
func Forget(id string) error {
	return byMethod(http.MethodDelete, "/v2/customers/"+id) // want `DELETE .*/v2/customers/.* leaves without an idempotency key;`
}

func byPath(path string) error {
	req, err := http.NewRequest(http.MethodPost, "https://api.flute.com"+path, http.NoBody)
	if err != nil {
		return err
	}
	switch {
	case strings.HasPrefix(path, "/v2/transactions/"), strings.HasSuffix(path, "/cancel"), strings.Contains(path, "/tap-to-pay/"):
		req.Header.Set("Idempotency-Key", uuid.NewString())
	}
	return send(req)
}

// Capture begins as the rule says.
func Capture(id string) error { return byPath("/v2/transactions/" + id + "/capture") }

// Cancel ends so.
func Cancel(id string) error { return byPath("/v2/payment-sessions/" + id + "/cancel") }

// Activate has it inside.
func Activate(id string) error { return byPath("/pay-api/v1/devices/" + id + "/tap-to-pay/activate") }

// Settle is none of these.
func Settle() error {
	return byPath("/v2/settlements/batches/close") // want `POST .*/batches/close leaves without an idempotency key;`
}

// CloseShop may be one of these, for all that is known of the path.
func CloseShop(shop string) error {
	return byPath("/v2/settlements/batches/close?shop=" + shop) // want `POST .*/batches/close.* leaves without an idempotency key on some path`
}
