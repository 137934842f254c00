// Package relays changes where requests go on their way.
package relays

import (
	"context"
	"net"
	"net/http"
	"net/url"
	"time"

	"github.com/auroravet/auroravet/testdata/insecuretransport/relays/counter"
)

const apiHost = "api.flute.com"

// beside hands requests to a process that is said to encrypt them.
type beside struct{ next http.RoundTripper }

func (b beside) RoundTrip(req *http.Request) (*http.Response, error) {
	u := req.Clone(req.Context())
	u.URL.Host, u.URL.Scheme = apiHost, "http" // want `goes to api.flute.com over plain http`
	return b.next.RoundTrip(u)
}

// Beside makes a client with it.
func Beside() *http.Client {
	return &http.Client{Timeout: time.Minute, Transport: beside{http.DefaultTransport}}
}

// copied changes a copy of the address.
type copied struct{ next http.RoundTripper }

func (c *copied) RoundTrip(req *http.Request) (*http.Response, error) {
	out, to := req.WithContext(req.Context()), *req.URL
	to.Scheme = "http" // want `goes to api.flute.com over plain http`
	to.Host = apiHost
	out.URL = &to
	return c.next.RoundTrip(out)
}

// Copied makes a client with it.
func Copied() *http.Client {
	return &http.Client{Timeout: time.Minute, Transport: &copied{http.DefaultTransport}}
}

// stripped leaves the host as it is.
type stripped struct{ next http.RoundTripper }

func (s stripped) RoundTrip(req *http.Request) (*http.Response, error) {
	out := req.Clone(req.Context())
	out.URL.Scheme = "http" // want `goes to api.flute.com over plain http`
	return s.next.RoundTrip(out)
}

// Stripped gives it to those who pay.
func Stripped() *counter.Counter {
	return &counter.Counter{Web: &http.Client{Timeout: time.Minute, Transport: stripped{http.DefaultTransport}}}
}

// bare does the same for others.
type bare struct{ next http.RoundTripper }

func (s bare) RoundTrip(req *http.Request) (*http.Response, error) {
	out := req.Clone(req.Context())
	out.URL.Scheme = "http"
	return s.next.RoundTrip(out)
}

// Bare counts the stock.
func Bare() *counter.Stock {
	return &counter.Stock{Web: &http.Client{Timeout: time.Minute, Transport: bare{http.DefaultTransport}}}
}

// lifted makes good addresses of old ones.
type lifted struct{ next http.RoundTripper }

func (l lifted) RoundTrip(req *http.Request) (*http.Response, error) {
	if req.URL.Scheme == "http" {
		req = req.Clone(req.Context())
		req.URL.Scheme, req.URL.Host = "https", apiHost
	}
	return l.next.RoundTrip(req)
}

// Lifted gives it to those who pay.
func Lifted() *counter.Counter {
	return &counter.Counter{Web: &http.Client{Timeout: time.Minute, Transport: lifted{http.DefaultTransport}}}
}

// here goes to a process on this machine.
type here struct{ next http.RoundTripper }

func (h here) RoundTrip(req *http.Request) (*http.Response, error) {
	out := req.Clone(req.Context())
	out.Host = out.URL.Host
	out.URL.Scheme, out.URL.Host = "http", "127.0.0.1:15001"
	return h.next.RoundTrip(out)
}

// Here gives it to those who pay.
func Here() *counter.Counter {
	return &counter.Counter{Web: &http.Client{Timeout: time.Minute, Transport: here{http.DefaultTransport}}}
}

// socket goes to one by a socket.
type socket struct{ next http.RoundTripper }

func (s socket) RoundTrip(req *http.Request) (*http.Response, error) {
	out := req.Clone(req.Context())
	out.URL.Scheme, out.URL.Host = "http", apiHost
	return s.next.RoundTrip(out)
}

// Socket gives it to those who pay.
func Socket(path string) *counter.Counter {
	return &counter.Counter{Web: &http.Client{Timeout: time.Minute, Transport: socket{&http.Transport{
		DialContext: func(ctx context.Context, _, _ string) (net.Conn, error) {
			return new(net.Dialer).DialContext(ctx, "unix", path)
		},
	}}}}
}

// mirror goes to where it is told.
type mirror struct {
	to   *url.URL
	next http.RoundTripper
}

func (m mirror) RoundTrip(req *http.Request) (*http.Response, error) {
	out := req.Clone(req.Context())
	out.URL.Scheme, out.URL.Host = m.to.Scheme, m.to.Host
	return m.next.RoundTrip(out)
}

// Mirror gives it to those who pay.
func Mirror(to *url.URL) *counter.Counter {
	return &counter.Counter{Web: &http.Client{Timeout: time.Minute, Transport: mirror{to, http.DefaultTransport}}}
}
