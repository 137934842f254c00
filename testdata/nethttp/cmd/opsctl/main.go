// Command opsctl is for operators. It limits the default client for itself.
package main

import (
	"flag"
	"fmt"
	"log"
	"net/http"
	"net/url"
	"os"
	"time"
)

func init() {
	http.DefaultClient.Timeout = 20 * time.Second
}

func main() {
	flag.Parse()
	var err error
	switch flag.Arg(0) {
	case "up":
		err = up()
	case "tx":
		err = tx(flag.Arg(1))
	case "void":
		err = void(flag.Arg(1))
	case "quote":
		err = quote(flag.Arg(1))
	}
	if err != nil {
		log.Fatal(err)
	}
}

func up() error {
	// clienttimeout: fine, init limits the default client
	resp, err := http.Get("https://api.flute.com/v2/ping")
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func tx(id string) error {
	// clienttimeout: fine, same, called by its name
	resp, err := http.DefaultClient.Get("https://api.flute.com/v2/transactions/" + url.PathEscape(id))
	if err != nil {
		return err
	}
	fmt.Println(resp.Status)
	return resp.Body.Close()
}

func void(id string) error {
	// idempotencykey: a fault, http.Post can carry no header
	resp, err := http.Post("https://api.flute.com/v2/transactions/"+id+"/reversal", "application/json", nil) // want `POST https://api\.flute\.com/v2/transactions/./reversal leaves without an idempotency key; a repeated request is taken for a new one \(idempotencykey\)`
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func quote(amount string) error {
	// idempotencykey: fine, calculate-amount is a read
	u := os.Getenv("AURORA_BASE_URL") + "/v2/transactions/calculate-amount"
	resp, err := http.PostForm(u, url.Values{"baseAmount": {amount}})
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
