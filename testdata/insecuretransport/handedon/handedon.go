// Package handedon makes the client that others call.
package handedon

import (
	"crypto/tls"
	"net/http"
	"os"

	"github.com/auroravet/auroravet/testdata/insecuretransport/handedon/auroraapi"
)

// NewAPI trusts everybody.
func NewAPI() *auroraapi.Client {
	web := &http.Client{Transport: &http.Transport{
		TLSClientConfig: &tls.Config{InsecureSkipVerify: true}, // want `InsecureSkipVerify turns off the verification of certificates for GET .*/pay-api/v1/devices`
	}}
	return auroraapi.New(os.Getenv("AURORA_BASE_URL"), auroraapi.WithDoer(web))
}

// NewLedger trusts everybody who says to be the ledger.
func NewLedger() *auroraapi.Ledger {
	return &auroraapi.Ledger{Web: &http.Client{Transport: &http.Transport{
		TLSClientConfig: &tls.Config{InsecureSkipVerify: true},
	}}}
}

// Probe is given to nobody.
func Probe() *http.Client {
	return &http.Client{Transport: &http.Transport{TLSClientConfig: &tls.Config{InsecureSkipVerify: true}}}
}
