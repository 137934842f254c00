// Command patient replaces the default client before it does anything.
package main

import (
	"fmt"
	"log"
	"net/http"
	"os"
	"time"

	"github.com/google/uuid"
)

func main() {
	// clienttimeout: fine, the default client is replaced by one with a limit
	http.DefaultClient = &http.Client{Timeout: 20 * time.Second}
	if err := show(os.Args[1]); err != nil {
		log.Fatal(err)
	}
	if err := drop(os.Args[1]); err != nil {
		log.Fatal(err)
	}
}

func show(id string) error {
	// clienttimeout: fine, main has replaced the default client
	resp, err := http.Get("https://api.flute.com/v2/customers/" + id)
	if err != nil {
		return err
	}
	fmt.Println(resp.Status)
	return resp.Body.Close()
}

func drop(id string) error {
	// clienttimeout: fine, main has replaced the default client
	// idempotencykey: fine, key set in a composite header
	req, err := http.NewRequest(http.MethodDelete, "https://api.flute.com/v2/customers/"+id, nil)
	if err != nil {
		return err
	}
	req.Header = http.Header{http.CanonicalHeaderKey("idempotency-key"): {uuid.NewString()}}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
