// Package modern makes a client with settings as they should be.
package modern

import (
	"crypto/tls"
	"net/http"
	"os"

	"github.com/auroravet/auroravet/testdata/insecuretransport/handedon/auroraapi"
)

// New asks for TLS 1.3.
func New() *auroraapi.Client {
	web := &http.Client{Transport: &http.Transport{TLSClientConfig: &tls.Config{MinVersion: tls.VersionTLS13}}}
	return auroraapi.New(os.Getenv("AURORA_BASE_URL"), auroraapi.WithDoer(web))
}
