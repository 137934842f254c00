// Package fourth belongs to a shop that grew.
package fourth

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path"
	"strconv"
	"strings"
	"text/template"
	"time"
)

// Region and stage make the host.
func hostOf(stage, region string) string {
	parts := []string{"api"}
	if stage != "prod" {
		parts = append(parts, "uat")
	}
	return strings.Join(append(parts, "arise", "risewithaurora", "com"), ".")
}

type Config struct {
	Hosts   []string
	BaseURL string
	Timeout time.Duration
	Extra   map[string]string
}

func (c *Config) SetDefaults() {
	if c.BaseURL == "" {
		c.BaseURL = defaultBase()
	}
	if c.Timeout == 0 {
		c.Timeout = 30 * time.Second
	}
}

func defaultBase() string { return "https://sandbox.api.flute.com" } // want `sandbox.api.flute.com`

func DefaultConfig() *Config {
	return &Config{
		BaseURL: "https://api.uat.arise.risewithaurora.com", // want `api.uat.arise`
		Timeout: 30 * time.Second,
	}
}

func fromString(s string) (*Config, error) {
	cfg := DefaultConfig()
	for _, line := range strings.Split(s, "\n") {
		key, value, ok := strings.Cut(line, "=")
		if !ok {
			continue
		}
		switch key {
		case "base":
			cfg.BaseURL = value
		case "sandbox":
			if on, _ := strconv.ParseBool(value); on {
				cfg.BaseURL = "https://sandbox.api.flute.com"
			}
		default:
			return nil, fmt.Errorf("unknown key %q", key)
		}
	}
	return cfg, nil
}

type endpoint struct {
	method, path string
}

var routes = map[string]endpoint{
	"sale": {http.MethodPost, "https://sandbox.api.flute.com/v2/transactions"}, // want `sandbox.api.flute.com`
	"void": {http.MethodPost, "/v2/transactions/{id}/reversal"},
}

func call(ctx context.Context, name string) (*http.Request, error) {
	r, ok := routes[name]
	if !ok {
		return nil, errors.New("no route")
	}
	return http.NewRequestWithContext(ctx, r.method, r.path, nil)
}

func withServer(live bool) string {
	if !live {
		srv := httptest.NewServer(http.NotFoundHandler())
		return srv.URL
	}
	return "https://sandbox.api.flute.com"
}

func ping(w io.Writer) {
	urls := [...]string{
		"https://sandbox.api.flute.com/v2/ping", // want `sandbox.api.flute.com`
	}
	for i := range urls {
		res, err := http.Get(urls[i])
		if err != nil {
			fmt.Fprintf(w, "sandbox.api.flute.com is not reachable: %v\n", err)
			continue
		}
		res.Body.Close()
	}
}

var tmpl = template.Must(template.New("env").Parse("FLUTE_BASE_URL={{ .Base }}\nFLUTE_OAUTH_URL=https://sandbox.oauth.api.flute.com\n")) // want `sandbox.oauth.api.flute.com`

func render(base string) ([]byte, error) {
	var b bytes.Buffer
	err := tmpl.Execute(&b, struct{ Base string }{base})
	return b.Bytes(), err
}

type Client struct {
	base *url.URL
	http *http.Client
}

type Opt func(*Client) error

func BaseURL(s string) Opt {
	return func(c *Client) error {
		u, err := url.Parse(s)
		if err != nil {
			return err
		}
		c.base = u
		return nil
	}
}

func NewClient(opts ...Opt) (*Client, error) {
	c := &Client{http: &http.Client{Timeout: time.Minute}}
	if err := BaseURL("https://api.flute.com")(c); err != nil {
		return nil, err
	}
	for _, o := range opts {
		if err := o(c); err != nil {
			return nil, err
		}
	}
	return c, nil
}

func clients() (map[string]*Client, error) {
	out := map[string]*Client{}
	for name, base := range map[string]string{
		"sandbox": "https://sandbox.api.flute.com",
		"live":    "https://api.flute.com",
	} {
		c, err := NewClient(BaseURL(base))
		if err != nil {
			return nil, err
		}
		out[name] = c
	}
	return out, nil
}

func nightly() (*Client, error) {
	return NewClient(BaseURL("https://sandbox.api.flute.com")) // want `sandbox.api.flute.com`
}

func byHost(r *http.Request) (*Client, error) {
	if strings.HasSuffix(r.Host, ".staging.shop.example") {
		return NewClient(BaseURL("https://sandbox.api.flute.com"))
	}
	return NewClient()
}

func terminal(serial string) string {
	return path.Join("sandbox.api.flute.com", "pos-api", serial) // want `sandbox.api.flute.com`
}

func isOurs(u *url.URL) bool {
	known := map[string]struct{}{"api.flute.com": {}, "sandbox.api.flute.com": {}}
	_, ok := known[u.Host]
	return ok
}

func describe(u string) string {
	switch u {
	case "https://sandbox.api.flute.com":
		return "sandbox"
	case "https://api.flute.com":
		return "production"
	}
	return "unknown"
}

func nameOf(host string) (name string) {
	defer func() {
		if name == "" {
			name = "unknown"
		}
	}()
	return strings.TrimSuffix(host, ".sandbox.api.flute.com")
}

type mode uint8

const (
	modeLive mode = iota + 1
	modeTest
)

func (m mode) base() string {
	if m == modeTest {
		return "https://sandbox.api.flute.com"
	}
	return "https://api.flute.com"
}

func (m mode) oauth() string {
	return map[mode]string{
		modeLive: "https://oauth.api.flute.com",
		modeTest: "https://sandbox.oauth.api.flute.com",
	}[m]
}

func loadMode() mode {
	if os.Getenv("SHOP_MODE") == "live" {
		return modeLive
	}
	return modeTest
}

func overrides() map[string]string {
	m := map[string]string{"FLUTE_TIMEOUT": "30s"}
	m["FLUTE_BASE_URL"] = "https://sandbox.api.flute.com" // want `sandbox.api.flute.com`
	return m
}

func gated(ctx context.Context, amount int) error {
	if amount <= 0 {
		return fmt.Errorf("amount %d", amount)
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	res, err := http.Post("https://sandbox.api.flute.com/v2/transactions", "application/json", nil) // want `sandbox.api.flute.com`
	if err != nil {
		return err
	}
	return res.Body.Close()
}
