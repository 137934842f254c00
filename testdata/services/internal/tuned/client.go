//go:build !debug

package tuned

import (
	"net/http"
	"time"
)

func client() *http.Client {
	// clienttimeout: fine, the file of this build has a limit
	return &http.Client{Timeout: 10 * time.Second}
}
