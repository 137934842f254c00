// Command plain gives the default client to a service, and never ends.
package main

import (
	"log"
	"net/http"
	"time"

	"github.com/auroravet/auroravet/testdata/clients/handed/counter"
	"github.com/auroravet/auroravet/testdata/clients/handed/ledger"
)

func main() {
	show := counter.New(ledger.New(http.DefaultClient)).Show // want `http.DefaultClient that sends GET https://api.flute.com/v2/transactions/… has no timeout`
	go func() { log.Print(http.ListenAndServe(":8080", http.HandlerFunc(show))) }()
	for {
		time.Sleep(time.Hour)
	}
}
