// Command shop makes a client for a service, whose methods serve requests.
package main

import (
	"context"
	"log"
	"net/http"
	"time"

	"github.com/auroravet/auroravet/testdata/clients/handed/counter"
	"github.com/auroravet/auroravet/testdata/clients/handed/given"
	"github.com/auroravet/auroravet/testdata/clients/handed/ledger"
)

func main() {
	hc := &http.Client{} // want `http.Client that sends GET https://api.flute.com/v2/transactions/… has no timeout`
	http.HandleFunc("/entries/{id}", counter.New(ledger.New(hc)).Show)

	bounded := &http.Client{}
	bounded.Timeout = 5 * time.Second
	http.HandleFunc("/bounded/{id}", counter.New(ledger.New(bounded)).Show)

	other := &http.Client{}
	http.HandleFunc("/other/{id}", counter.New(&ledger.Ledger{HC: other, Base: "https://ledger.example.com"}).Show)

	if resp, err := given.Ledger().Entry(context.Background(), "1"); err == nil { // reported where its client is made
		_ = resp.Body.Close()
	}
	log.Fatal(http.ListenAndServe(":8080", nil))
}
