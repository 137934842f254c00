// Package guards looks for hosts and shows them.
package guards

import (
	"errors"
	"fmt"
	"io"
	"log"
	"log/slog"
	"net/http"
	"net/url"
	"os"
	"regexp"
	"slices"
	"strings"
)

func contains(u string) bool { return strings.Contains(u, "uat.arise.risewithaurora.com") }

func equal(u *url.URL) bool {
	return u.Host == "sandbox.api.flute.com" || strings.EqualFold(u.Hostname(), "sandbox.oauth.api.flute.com")
}

func cases(host string) bool {
	switch host {
	case "sandbox.api.flute.com", "api.uat.arise.risewithaurora.com":
		return true
	}
	return false
}

var pattern = regexp.MustCompile(`^https://(sandbox\.)?api\.flute\.com|uat\.flute\.com`)

var blocked = []string{"sandbox.api.flute.com", "api.uat.arise.risewithaurora.com"}

func listed(host string) bool {
	for _, b := range blocked {
		if strings.HasSuffix(host, b) {
			return true
		}
	}
	return slices.Contains(blocked, host)
}

var set = map[string]bool{"sandbox.api.flute.com": true}

var names = map[string]string{"sandbox.api.flute.com": "sandbox", "api.flute.com": "live"}

type rule struct{ host, why string }

var rules = []rule{{"sandbox.api.flute.com", "test host"}, {host: "api.uat.arise.risewithaurora.com"}}

func broken(u string) error {
	for _, r := range rules {
		if strings.Contains(u, r.host) {
			return errors.New(r.why)
		}
	}
	return nil
}

func refuse(u, bad string) error {
	if strings.Contains(u, bad) {
		return fmt.Errorf("%s holds %s", u, bad)
	}
	return nil
}

func helper(u string) error { return refuse(u, "sandbox.api.flute.com") }

func replaced(u string) string {
	return strings.ReplaceAll(u, "sandbox.api.flute.com", "api.flute.com")
}

func broke(u string) string {
	return strings.ReplaceAll(u, "api.flute.com", "sandbox.api.flute.com") // want `sandbox.api.flute.com`
}

func prose(w http.ResponseWriter) error {
	log.Printf("using https://sandbox.api.flute.com")
	slog.Info("started", "base", "https://sandbox.api.flute.com")
	fmt.Fprintln(os.Stderr, "https://sandbox.api.flute.com")
	if len(os.Args) > 3 {
		panic("https://sandbox.api.flute.com is down")
	}
	return fmt.Errorf("https://sandbox.api.flute.com is no production address")
}

const usage = `usage: pay [flags]

  -base string
        address of the API (https://sandbox.api.flute.com for tests)
`

func help(w io.Writer) { io.WriteString(w, usage) }

type flagInfo struct{ Name, Usage, Example string }

var info = flagInfo{Name: "base", Usage: "https://sandbox.api.flute.com or https://api.flute.com", Example: "https://sandbox.api.flute.com"}

func local(u string) bool {
	test := "sandbox.api.flute.com"
	return strings.HasSuffix(u, test)
}

func hosts() []string { return []string{"sandbox.api.flute.com"} }

func viaFunc(u string) bool { return slices.Contains(hosts(), u) }

func trimmed(u string) string { return strings.TrimPrefix(u, "https://sandbox.api.flute.com") }
