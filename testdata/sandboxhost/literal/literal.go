// Package literal has hosts that are written where they are used.
package literal

import (
	"context"
	"fmt"
	"net"
	"net/http"
	"net/url"
	"path"
	"strings"
)

type client struct {
	base string
	urls []string
}

func inCall() (*http.Response, error) {
	return http.Get("https://sandbox.api.flute.com/v2/ping") // want `sandbox host sandbox.api.flute.com is fixed in the program`
}

func concatenated(id string) (*http.Response, error) {
	return http.Get("https://api.uat.arise.risewithaurora.com" + "/pay-api/v1/transactions/" + id) // want `api.uat.arise`
}

func field() *client {
	return &client{base: "https://sandbox.api.flute.com"} // want `sandbox.api.flute.com`
}

func positional() client {
	return client{"https://sandbox.api.flute.com", nil} // want `sandbox.api.flute.com`
}

func assigned(c *client) {
	c.base = "https://sandbox.api.flute.com" // want `sandbox.api.flute.com`
}

func appended(c *client) {
	c.urls = append(c.urls, "https://sandbox.api.flute.com") // want `sandbox.api.flute.com`
}

func hostField(id string) string {
	u := url.URL{Scheme: "https", Host: "sandbox.api.flute.com", Path: "/v2/x/" + id} // want `sandbox.api.flute.com`
	return u.String()
}

func hostAssigned(u *url.URL) {
	u.Host = "uat.rwaapps.net:8888" // want `uat.rwaapps.net is fixed`
}

func parsed() *url.URL {
	u, err := url.Parse("https://sandbox.api.flute.com") // want `sandbox.api.flute.com`
	if err != nil {
		panic(err)
	}
	return u.JoinPath("v2", "transactions")
}

func joined() (string, error) {
	return url.JoinPath("https://sandbox.api.flute.com", "v2") // want `sandbox.api.flute.com`
}

func hostPort() string {
	return net.JoinHostPort("sandbox.api.flute.com", "443") // want `sandbox.api.flute.com`
}

const zone = "flute.com"

func assembled() string {
	return "https://sandbox.api." + zone // want `sandbox.api.flute.com`
}

func formatted() string {
	return fmt.Sprintf("https://%s.api.%s/v2", "sandbox", zone) // want `sandbox.api.flute.com`
}

func labels() string {
	return "https://" + strings.Join([]string{"sandbox", "api", "flute", "com"}, ".") // want `sandbox.api.flute.com`
}

func built() string {
	var b strings.Builder
	b.WriteString("https://")
	b.WriteString("sandbox.")
	fmt.Fprintf(&b, "api.%s", zone)
	return b.String() // want `sandbox.api.flute.com`
}

func subdomain(env string) string { return "https://" + env + ".api.flute.com" }

func ofSubdomain() string {
	return subdomain("sandbox") // want `sandbox.api.flute.com`
}

func replaced() string {
	return strings.Replace("https://api.flute.com", "api.", "sandbox.api.", 1) // want `sandbox.api.flute.com`
}

func unknownPart(tenant string) string {
	return "https://" + tenant + ".uat.flute.com" // want `uat.flute.com`
}

func local() (*http.Response, error) {
	base := "https://sandbox.api.flute.com" // want `sandbox.api.flute.com`
	return http.Get(base + "/v2/ping")
}

func localConst(ctx context.Context) (*http.Request, error) {
	const host = "sandbox.api.flute.com" // want `sandbox.api.flute.com`
	return http.NewRequestWithContext(ctx, http.MethodGet, "https://"+host+path.Join("/v2", "ping"), nil)
}

func raw() []byte { return []byte("https://sandbox.api.flute.com") } // want `sandbox.api.flute.com`

func upper() string { return "https://SANDBOX.API.FLUTE.COM" } // want `sandbox.api.flute.com`

func loop() {
	for _, u := range []string{
		"https://sandbox.api.flute.com/v2/ping",           // want `sandbox.api.flute.com`
		"https://sandbox.oauth.api.flute.com/.well-known", // want `sandbox.oauth.api.flute.com`
	} {
		_, _ = http.Get(u)
	}
}

// A condition that has nothing to do with the environment.
func unrelated(method string, n int) (*http.Response, error) {
	if method == "POST" && n > 0 {
		return http.Post("https://sandbox.api.flute.com/v2/ping", "text/plain", nil) // want `sandbox.api.flute.com`
	}
	return nil, fmt.Errorf("bad method")
}

// An early error return is no choice.
func checked(id string) (*http.Response, error) {
	if id == "" {
		return nil, fmt.Errorf("no id")
	}
	return http.Get("https://sandbox.api.flute.com/v2/transactions/" + id) // want `sandbox.api.flute.com`
}

var handler = http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
	http.Redirect(w, r, "https://sandbox.api.flute.com/pay", http.StatusFound) // want `sandbox.api.flute.com`
})

// Not ours, or not sandboxes.
var others = []string{
	"https://uat.myflute.com", "https://sandbox.getflute.com", "https://api.flute.com", "https://public.flute.com",
	"https://developer.uat.flute.com/docs", "https://sandbox.example.com", "dev@uat.flute.com",
}

// https://sandbox.api.flute.com in a comment is fine.
func commented() {}

func ignored() string {
	//auroravet:ignore sandboxhost this command seeds the sandbox
	return "https://sandbox.api.flute.com"
}
