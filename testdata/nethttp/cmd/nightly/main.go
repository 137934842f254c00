// Command nightly runs at night, with what the library gives it.
package main

import (
	"bytes"
	"log"
	"net/http"
	"os"

	"github.com/auroravet/auroravet/testdata/nethttp/internal/reads"
)

var base = os.Getenv("ARISE_API_BASE")

func main() {
	// clienttimeout: a fault, empty client given to closeDay
	if err := alive(); err != nil {
		log.Fatal(err)
	}
	if _, err := reads.PlainViewer().View(os.Getenv("TX")); err != nil { // its client is reported where it is made
		log.Print("view failed")
	}
	if _, err := reads.LimitedViewer().View(os.Getenv("TX")); err != nil {
		log.Print("view failed")
	}
	if err := closeDay(&http.Client{}); err != nil { // want `the http\.Client that sends POST ./pay-api/v1/transactions/settle has no timeout; a silent server holds the caller for ever \(clienttimeout\)`
		log.Print("close failed")
	}
}

func alive() error {
	// clienttimeout: a fault, nobody limits the default client here
	resp, err := http.Get(base + "/pay-int-api/ping") // want `the http\.DefaultClient that sends GET ./pay-int-api/ping has no timeout; a silent server holds the caller for ever \(clienttimeout\)`
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func closeDay(hc *http.Client) error {
	// idempotencykey: a fault, client.Post can carry no header
	resp, err := hc.Post(base+"/pay-api/v1/transactions/settle", "application/json", bytes.NewBufferString(`{}`)) // want `POST ./pay-api/v1/transactions/settle leaves without an idempotency key; a repeated request is taken for a new one \(idempotencykey\)`
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
