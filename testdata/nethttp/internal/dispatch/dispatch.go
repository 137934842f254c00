// Package dispatch sends finished requests.
package dispatch

import (
	"errors"
	"net/http"
	"time"
)

var till = http.Client{Timeout: 30 * time.Second} // clienttimeout: fine, package value with a limit

// Send sends r and throws the answer away.
func Send(r *http.Request) error {
	resp, err := till.Do(r)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode > 299 {
		return errors.New("dispatch: " + resp.Status)
	}
	return nil
}
