// Command careful has a client without a timeout, and a service that gives each call one.
package main

import (
	"log"
	"net/http"

	"github.com/auroravet/auroravet/testdata/clients/handed/counter"
	"github.com/auroravet/auroravet/testdata/clients/handed/ledger"
)

func main() {
	http.HandleFunc("/entries/{id}", counter.NewCareful(ledger.New(&http.Client{})).Show)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
