// Package shapes has more ways to write a sandbox host, in a package without production.
package shapes

import (
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httputil"
	"net/url"
	"os"
	"strings"
	"sync"
	"testing"

	"github.com/spf13/viper"
	"github.com/urfave/cli/v2"
)

type config struct {
	Env     string
	BaseURL string
	Live    bool
}

var defaults = config{BaseURL: "https://sandbox.api.flute.com"} // want `sandbox.api.flute.com`

func fromDefaults(opts ...func(*config)) config {
	c := defaults
	for _, o := range opts {
		o(&c)
	}
	return c
}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

var base = must(url.Parse("https://sandbox.api.flute.com")) // want `sandbox.api.flute.com`

var once = sync.OnceValue(func() string { return "https://sandbox.api.flute.com" }) // want `sandbox.api.flute.com`

func method(c *config) string {
	if c != nil && c.BaseURL != "" {
		return c.BaseURL
	}
	return "https://sandbox.api.flute.com" // want `is the default`
}

func nilConfig(c *config) *config {
	if c == nil {
		c = &config{BaseURL: "https://sandbox.api.flute.com"} // want `is the default`
	}
	return c
}

func nestedMap(v *viper.Viper) {
	v.SetDefault("aurora", map[string]any{
		"base_url": "https://sandbox.api.flute.com", // want `sandbox.api.flute.com`
		"timeout":  30,
	})
}

const yamlDefaults = `
# https://sandbox.api.flute.com
aurora:
  timeout: 30s
`

func proxy() http.Handler {
	u, _ := url.Parse("https://sandbox.api.flute.com") // want `sandbox.api.flute.com`
	return httputil.NewSingleHostReverseProxy(u)
}

func policy(w http.ResponseWriter) {
	w.Header().Set("Content-Security-Policy", strings.Join([]string{
		"default-src 'self'",
		"script-src https://public.flute.com",
		"connect-src https://sandbox.api.flute.com", // want `sandbox.api.flute.com`
	}, "; "))
}

const page = "<!doctype html><meta http-equiv=\"Content-Security-Policy\" content=\"connect-src https://api.flute.com https://sandbox.api.flute.com\">" // want `sandbox.api.flute.com`

func serve(w http.ResponseWriter) { fmt.Fprint(w, page) }

func jsonConfig() (c config, err error) {
	err = json.Unmarshal([]byte(`{"BaseURL": "https://sandbox.api.flute.com"}`), &c) // want `sandbox.api.flute.com`
	return c, err
}

func beforeDecode(b []byte) (config, error) {
	c := config{BaseURL: "https://sandbox.api.flute.com"} // want `sandbox.api.flute.com`
	return c, json.Unmarshal(b, &c)
}

func setenv() {
	if os.Getenv("AURORA_BASE_URL") == "" {
		os.Setenv("AURORA_BASE_URL", "https://sandbox.api.flute.com") // want `is the default`
	}
}

var app = cli.App{
	Usage: "calls https://sandbox.api.flute.com",
	Flags: []cli.Flag{
		&cli.StringFlag{Name: "base-url", Value: "https://sandbox.api.flute.com", Usage: "payment API"}, // want `sandbox.api.flute.com`
		&cli.StringFlag{Name: "other", Usage: "such as https://sandbox.api.flute.com"},
	},
}

const useSandbox = true

func builtIn() string {
	base := os.Getenv("AURORA_BASE_URL")
	if useSandbox {
		base = "https://sandbox.api.flute.com" // want `sandbox.api.flute.com`
	}
	return base
}

func sent(hosts chan<- string) {
	hosts <- "sandbox.api.flute.com" // want `sandbox.api.flute.com`
}

func async(done func(string)) {
	go func() {
		done("https://sandbox.api.flute.com") // want `sandbox.api.flute.com`
	}()
	defer http.Get("https://sandbox.api.flute.com/v2/ping") // want `sandbox.api.flute.com`
}

func named() (base string) {
	base = "https://sandbox.api.flute.com" // want `sandbox.api.flute.com`
	return
}

func attrs(err error) {
	slog.Info("started", slog.String("base", "https://sandbox.api.flute.com"))
	slog.With("base", "https://sandbox.api.flute.com").Error("failed", "err", err)
}

var errSandbox = errors.New("https://sandbox.api.flute.com is no production address")

func httpError(w http.ResponseWriter) {
	http.Error(w, "sandbox.api.flute.com is down", http.StatusBadGateway)
}

func hide(s string) string {
	return strings.NewReplacer("sandbox.api.flute.com", "***").Replace(s)
}

func byTest() string {
	if testing.Testing() {
		return "https://sandbox.api.flute.com"
	}
	return os.Getenv("AURORA_BASE_URL")
}

func retried(n int) error {
	for i := 0; i < n; i++ {
		if _, err := http.Get("https://sandbox.api.flute.com/v2/ping"); err == nil { // want `sandbox.api.flute.com`
			return nil
		}
	}
	return errSandbox
}

func typeSwitch(v any) string {
	switch v.(type) {
	case string:
		return "https://sandbox.api.flute.com" // want `sandbox.api.flute.com`
	}
	return ""
}

func joinHost(sub string) string {
	u := url.URL{Scheme: "https"}
	u.Host = strings.Join([]string{"sandbox", "api", "flute.com"}, ".") // want `sandbox.api.flute.com`
	u.Path = sub
	return u.String()
}

var replacement = func() string {
	const live = "https://api.flute.com/v2"
	return strings.Replace(live, "://api", "://sandbox.api", 1) // want `sandbox.api.flute.com`
}()
