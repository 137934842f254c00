// Command late serves all its requests in time, by the default client.
package main

import (
	"log"
	"net/http"
	"time"

	"github.com/auroravet/auroravet/testdata/clients/handed/counter"
	"github.com/auroravet/auroravet/testdata/clients/handed/ledger"
)

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("/entries/{id}", counter.New(ledger.New(http.DefaultClient)).Show)
	log.Fatal(http.ListenAndServe(":8080", http.TimeoutHandler(mux, time.Second, "late")))
}
