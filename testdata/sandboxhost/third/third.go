// Package third has types for environments, zones, and text for people in pages.
package third

import (
	"net/http"
	"net/url"
)

var byName = map[string]string{
	"":           "https://sandbox.api.flute.com", // want `sandbox.api.flute.com is the default`
	"production": "https://api.flute.com",
	"sandbox":    "https://sandbox.api.flute.com",
}

var zones = map[string]string{
	"prod": "arise.risewithaurora.com",
	"uat":  "uat.arise.risewithaurora.com",
}

func base(env string) string { return "https://api." + zones[env] + byName[env] }

const help = `<!doctype html><p>The sandbox is at https://sandbox.api.flute.com.</p>`

const link = `<!doctype html><p><a href="https://sandbox.api.flute.com/v2/ping">ping</a></p>` // want `sandbox.api.flute.com`

func serve(w http.ResponseWriter) { w.Write([]byte(help + link)) }

type sandboxTransport struct{ next http.RoundTripper }

func (t sandboxTransport) RoundTrip(r *http.Request) (*http.Response, error) {
	r = r.Clone(r.Context())
	r.URL = &url.URL{Scheme: "https", Host: "sandbox.api.flute.com", Path: r.URL.Path}
	return t.next.RoundTrip(r)
}

var _ http.RoundTripper = sandboxTransport{}

func client(test bool) *http.Client {
	c := &http.Client{}
	if test {
		c.Transport = sandboxTransport{http.DefaultTransport}
	}
	return c
}

func always() *http.Client {
	return &http.Client{Transport: sandboxTransport{http.DefaultTransport}} // want `sandboxTransport fixes the sandbox host`
}

type rewriting struct{ next http.RoundTripper }

func (t rewriting) RoundTrip(r *http.Request) (*http.Response, error) {
	r.URL.Host = "sandbox.api.flute.com" // want `sandbox.api.flute.com`
	return t.next.RoundTrip(r)
}
