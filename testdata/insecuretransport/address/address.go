// Package address keeps addresses of the API.
package address

import (
	"cmp"
	"context"
	"fmt"
	"net"
	"net/http"
	"net/url"
	"os"
	"strings"
)

const legacyBase = "http://api.arise.risewithaurora.com" // want `a plain http address of api.arise.risewithaurora.com is fixed in the program; tokens and payment data can be read on the way`

const (
	scheme  = "http"
	apiHost = "api.flute.com"
	oauth   = scheme + "://oauth." + apiHost // want `a plain http address of oauth.api.flute.com`
)

const loopback = "http://127.0.0.1:4010"

// documentation is for people.
const documentation = "http://developer.flute.com/docs"

// settings are read from the environment.
type settings struct {
	Base  string `env:"AURORA_BASE_URL" envDefault:"http://api.flute.com"` // want `a plain http address of api.flute.com`
	OAuth string `env:"AURORA_OAUTH_BASE_URL" envDefault:"https://oauth.api.flute.com"`
	Stub  string `env:"AURORA_STUB_URL" envDefault:"http://localhost:8080"`
}

var hosts = map[string]string{
	"production": "https://api.flute.com",
	"sandbox":    "http://sandbox.api.flute.com", // want `a plain http address of sandbox.api.flute.com`
	"local":      loopback,
}

// Base is the address of the API.
func Base() string {
	return cmp.Or(os.Getenv("AURORA_BASE_URL"), "http://api.flute.com") // want `a plain http address`
}

// Parts puts the address together.
func Parts(id string) *url.URL {
	return &url.URL{Scheme: "http", Host: apiHost, Path: "/v2/transactions/" + id} // want `a plain http address of api.flute.com`
}

// Format writes it.
func Format(id string) string {
	return fmt.Sprintf("http://%s/v2/transactions/%s", apiHost, id) // want `a plain http address of api.flute.com`
}

// ByHost has the host from the environment.
func ByHost(ctx context.Context, id string) (*http.Response, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, "http://"+os.Getenv("AURORA_API_HOST")+"/v2/transactions/"+id, nil) // want `GET http://…/v2/transactions/… goes to AURORA_API_HOST over plain http`
	if err != nil {
		return nil, err
	}
	return http.DefaultClient.Do(req)
}

// Downgraded changes the scheme of a good address.
func Downgraded(ctx context.Context, id string) (*http.Response, error) {
	u, err := url.Parse("https://api.flute.com/v2/transactions/" + id)
	if err != nil {
		return nil, err
	}
	u.Scheme = "http" // want `GET http://api.flute.com/v2/transactions/… goes to api.flute.com over plain http`
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, u.String(), nil)
	if err != nil {
		return nil, err
	}
	return http.DefaultClient.Do(req)
}

// Stub answers on this machine.
func Stub(port, id string) (*http.Response, error) {
	u := url.URL{Scheme: "http", Host: net.JoinHostPort("localhost", port), Path: "/v2/transactions/" + id}
	return http.Get(u.String())
}

// Mesh has an address of the mesh, which encrypts.
func Mesh(id string) (*http.Response, error) {
	return http.Get("http://aurora-egress.payments.svc.cluster.local/pay-api/v1/transactions/" + id)
}

// Check refuses plain http.
func Check(base string) error {
	if strings.HasPrefix(base, "http://") || base == "http://api.flute.com" {
		return fmt.Errorf("%s: the API is at https, not at http://api.flute.com", base)
	}
	return nil
}

const old = "http://api.flute.com/v1"

// Upgrade turns an address from an old configuration into a good one.
func Upgrade(base string) string {
	if strings.HasPrefix(base, old) {
		return "https://api.flute.com" + strings.TrimPrefix(base, old)
	}
	return strings.Replace(base, "http://api.flute.com", "https://api.flute.com", 1)
}

// Legacy looks a payment up in the first version.
func Legacy(id string) (*http.Response, error) {
	return http.Get(legacyBase + "/pay-api/v1/transactions/" + id)
}

// Token asks for a token at the place for it.
func Token(env string, form url.Values) (*http.Response, error) {
	if base, ok := hosts[env]; ok {
		return http.PostForm(base+"/oauth2/token", form)
	}
	return http.PostForm(oauth+"/oauth2/token", form)
}

// Usage is for people.
func Usage() {
	fmt.Println("set AURORA_BASE_URL; http://api.flute.com is refused", documentation, settings{})
}

// Regional has the region in the host.
func Regional(region, id string) (*http.Response, error) {
	return http.Get(fmt.Sprintf("http://%s.api.flute.com/v2/transactions/%s", region, id)) // want `a plain http address of \*.api.flute.com`
}
