// Command kiosk runs the ticket machines.
package main

import (
	"flag"
	"fmt"
	"log"
	"net/http"
	"os"
	"path"

	"github.com/spf13/pflag"
	"github.com/spf13/viper"
)

// Hosts of the API. The build sets them with -ldflags -X.
var (
	apiHost   = "sandbox.api.flute.com" // want `sandbox.api.flute.com`
	oauthHost = "oauth.api.flute.com"
)

// An answer of the sandbox has this prefix.
const testPrefix = "https://sandbox.api.flute.com/"

type endpoints struct {
	base, token string
}

var profiles = map[string]endpoints{
	"prod": {"https://api.flute.com", "https://oauth.api.flute.com"},
	"test": {"https://sandbox.api.flute.com", "https://sandbox.oauth.api.flute.com"},
}

type target func(p string) string

func at(base string) target { return func(p string) string { return base + path.Join("/", p) } }

func main() {
	profile := flag.String("profile", "prod", "prod or test")
	debug := pflag.Bool("debug", false, "log more")
	override := pflag.String("base", "", "another base, such as https://sandbox.api.flute.com")
	pflag.Parse()
	ep, ok := profiles[*profile]
	if !ok {
		fmt.Fprintf(os.Stderr, "unknown profile %q; try https://sandbox.api.flute.com\n", *profile)
		os.Exit(2)
	}
	if *override != "" {
		ep.base = *override
	}
	viper.SetDefault("flute.pos_url", fmt.Sprintf("https://%s/pos-api/v1", "api.uat.arise.risewithaurora.com")) // want `api.uat.arise`
	if *debug {
		log.Printf("calling %s", ep.base)
		http.Get("https://sandbox.api.flute.com/v2/ping") // want `sandbox.api.flute.com`
	}
	t := at("https://sandbox.api.flute.com") // want `sandbox.api.flute.com`
	log.Print(t("v2/ping"), oauthHost)
	http.Get("https://" + apiHost)
}
