// Package given makes a ledger for whoever asks for one.
package given

import (
	"net/http"

	"github.com/auroravet/auroravet/testdata/clients/handed/ledger"
)

// HTTP is the client of Ledger.
func HTTP() *http.Client { return &http.Client{} } // want `http.Client that sends GET https://api.flute.com/v2/transactions/… has no timeout`

// Ledger is called by other packages.
func Ledger() *ledger.Ledger { return ledger.New(HTTP()) }
