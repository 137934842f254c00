// Command probe looks whether everything answers.
package main

import (
	"context"
	"flag"
	"fmt"
	"log"
	"net/http"
	"net/url"
	"time"

	"github.com/auroravet/auroravet/testdata/services/internal/waits"
)

var (
	base = flag.String("aurora-url", "https://api.flute.com", "address of the gateway")
	wait = flag.Duration("wait", 15*time.Second, "how long to wait")
)

func main() {
	flag.Parse()
	ctx := context.Background()
	waits.Reload(*wait)
	for name, f := range map[string]func(context.Context) error{
		"ping":    ping,
		"limited": limited,
		"tenant":  func(ctx context.Context) error { return waits.Tenant(ctx, "t1") },
		"list":    waits.NewLister().List,
	} {
		if err := f(ctx); err != nil {
			log.Print(name, " failed")
		}
	}
	token()
}

func ping(ctx context.Context) error {
	// clienttimeout: a fault, head through the default client of this program
	resp, err := http.Head(*base + "/pay-int-api/ping") // want `the http\.DefaultClient that sends HEAD ./pay-int-api/ping has no timeout; a silent server holds the caller for ever \(clienttimeout\)`
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func limited(ctx context.Context) error {
	// clienttimeout: fine, limit comes from a flag
	hc := &http.Client{Timeout: *wait}
	resp, err := hc.Get(*base + "/v2/terminals")
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func token() {
	// clienttimeout: a fault, token form through the default client
	// idempotencykey: fine, token endpoint takes no key
	resp, err := http.DefaultClient.PostForm("https://oauth.api.flute.com/oauth2/token", url.Values{"grant_type": {"client_credentials"}}) // want `the http\.DefaultClient that sends POST https://oauth\.api\.flute\.com/oauth2/token has no timeout; a silent server holds the caller for ever \(clienttimeout\)`
	if err != nil {
		log.Print("token failed")
		return
	}
	fmt.Println(resp.Status)
	resp.Body.Close()
}
