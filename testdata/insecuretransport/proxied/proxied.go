// Package proxied stands in front of the API.
package proxied

import (
	"crypto/tls"
	"net/http"
	"net/http/httputil"
	"net/url"
)

// Lax looks at no certificate.
func Lax() http.Handler {
	to, _ := url.Parse("https://api.flute.com/v2")
	return &httputil.ReverseProxy{
		Rewrite:   func(p *httputil.ProxyRequest) { p.SetURL(to) },
		Transport: &http.Transport{TLSClientConfig: &tls.Config{InsecureSkipVerify: true}}, // want `InsecureSkipVerify turns off the verification of certificates`
	}
}

// Old takes any version.
func Old() http.Handler {
	return &httputil.ReverseProxy{
		Director: func(r *http.Request) {
			r.URL.Scheme, r.URL.Host = "https", "api.flute.com"
		},
		Transport: &http.Transport{TLSClientConfig: &tls.Config{MinVersion: tls.VersionTLS10}}, // want `below 1.2`
	}
}

// Right is right.
func Right() http.Handler {
	to := &url.URL{Scheme: "https", Host: "api.flute.com"}
	return &httputil.ReverseProxy{Rewrite: func(p *httputil.ProxyRequest) { p.SetURL(to) }, Transport: &http.Transport{}}
}

// Stock is no matter of the API.
func Stock() http.Handler {
	to := &url.URL{Scheme: "https", Host: "stock.internal:8443"}
	return &httputil.ReverseProxy{
		Rewrite:   func(p *httputil.ProxyRequest) { p.SetURL(to) },
		Transport: &http.Transport{TLSClientConfig: &tls.Config{InsecureSkipVerify: true}},
	}
}

// Single has one host.
func Single() http.Handler {
	to, _ := url.Parse("https://api.flute.com/v2")
	rp := httputil.NewSingleHostReverseProxy(to)
	rp.Transport = &http.Transport{TLSClientConfig: &tls.Config{InsecureSkipVerify: true}} // want `InsecureSkipVerify turns off`
	return rp
}
