// Package gateway calls the payment API.
package gateway

import (
	"context"
	"encoding/json"
	"errors"
	"html/template"
	"io"
	"net/http"
	"net/url"
	"os"
	"strings"
	"time"

	"github.com/caarlos0/env/v11"
	"github.com/go-resty/resty/v2"

	"github.com/auroravet/auroravet/testdata/sandboxhost/envpkg"
)

type settings struct {
	API   string `env:"FLUTE_API" envDefault:"https://sandbox.api.flute.com"` // want `API falls back`
	OAuth string `env:"FLUTE_OAUTH" envDefault:"https://oauth.api.flute.com"`
}

func load() (s settings, err error) { return s, env.Parse(&s) }

// refunds is the desk that gives money back.
type refunds struct {
	env *envpkg.Environment
	hc  *http.Client
}

func newRefunds() *refunds {
	return &refunds{
		env: envpkg.UAT, // want `envpkg.UAT fixes`
		hc:  &http.Client{Timeout: 10 * time.Second},
	}
}

func newPayments(name string) (*refunds, error) {
	e, err := envpkg.ByName(name)
	if err != nil {
		return nil, err
	}
	return &refunds{env: e}, nil
}

func (r *refunds) url(parts ...string) string { return r.env.API.JoinPath(parts...).String() }

func status(ctx context.Context) (int, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, envpkg.UAT.API.JoinPath("v2", "ping").String(), nil) // want `envpkg.UAT fixes`
	if err != nil {
		return 0, err
	}
	res, err := http.DefaultClient.Do(req)
	if err != nil {
		return 0, err
	}
	defer res.Body.Close()
	return res.StatusCode, nil
}

func title() string { return envpkg.UAT.Name }

func restyClient() *resty.Client {
	c := resty.New().SetTimeout(5 * time.Second)
	c.SetBaseURL("https://" + "sandbox." + "api.flute.com") // want `sandbox.api.flute.com`
	return c
}

func restyByEnv() *resty.Client {
	c := resty.New()
	if os.Getenv("GO_ENV") == "production" {
		c.SetBaseURL("https://api.flute.com")
	} else {
		c.SetBaseURL("https://sandbox.api.flute.com")
	}
	return c
}

func restyWithDefault() *resty.Client {
	host, set := os.LookupEnv("FLUTE_HOST")
	if !set {
		host = "sandbox.api.flute.com" // want `is the default`
	}
	return resty.New().SetBaseURL("https://" + host)
}

const confirm = `<!doctype html><html><body><flute-elements></flute-elements>
<script type="module">
  // staging was https://public.uat.arise.risewithaurora.com/lib/v1.0/arise.mjs
  import { Flute } from "https://public.flute.com/lib/v1.0/flute.mjs"
  Flute.init({ api: "https://api.flute.com" })
</script></body></html>`

const receipt = "<!doctype html><html><body><script type=\"module\">\nimport { Flute } from \"https://public.uat.arise.risewithaurora.com/lib/v1.0/arise.mjs\"</script></body></html>" // want `public.uat.arise`

var pages = template.Must(template.New("c").Parse(confirm))

var receipts = template.Must(template.New("r").Parse(receipt))

func render(w io.Writer) error { return errors.Join(pages.Execute(w, nil), receipts.Execute(w, nil)) }

func frame(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		var csp strings.Builder
		csp.WriteString("default-src 'self'; ")
		csp.WriteString("connect-src https://sandbox.api.flute.com") // want `sandbox.api.flute.com`
		w.Header().Set("Content-Security-Policy", csp.String())
		next.ServeHTTP(w, r)
	})
}

func notify(u *url.URL) error {
	switch {
	case u.Hostname() == "sandbox.api.flute.com":
		return errors.New("test host")
	case strings.HasSuffix(u.Host, ".uat.flute.com"):
		return errors.New("uat host")
	}
	return nil
}

type override struct {
	Host string `json:"host"`
}

func fromJSON(b []byte) string {
	var o override
	if err := json.Unmarshal(b, &o); err != nil || o.Host == "" {
		o.Host = "sandbox.api.flute.com" // want `is the default`
	}
	return o.Host
}

func hostFor(region string) string {
	hosts := map[string]string{
		"us": "api.flute.com",
		"eu": "api.eu.flute.com",
		"xx": "sandbox.api.flute.com",
	}
	if h := hosts[region]; h != "" {
		return h
	}
	return hosts["xx"] // want `hosts\["xx"\] falls back`
}

func tunnel(dev bool) string {
	host := "api.flute.com"
	if dev {
		host = "sandbox." + host
	}
	return host
}

func retryHosts(primary string) []string {
	return []string{primary, "https://sandbox.api.flute.com"} // want `sandbox.api.flute.com`
}
