// Package dial makes HTTP clients for whoever asks.
package dial

import (
	"net/http"
	"time"
)

// Trip is around a transport.
type Trip func(http.RoundTripper) http.RoundTripper

// Config says how a client is made.
type Config struct {
	Limit time.Duration
	Trips []Trip
}

// Option changes a Config.
type Option interface{ apply(*Config) }

type limit time.Duration

func (l limit) apply(c *Config) { c.Limit = time.Duration(l) }

// Limit bounds an exchange.
func Limit(d time.Duration) Option { return limit(d) }

type trips []Trip

func (t trips) apply(c *Config) { c.Trips = append(c.Trips, t...) }

// Trips adds transports.
func Trips(t ...Trip) Option { return trips(t) }

// Open has the limit that its caller gives.
func Open(opts ...Option) *http.Client {
	cfg := &Config{}
	for _, o := range opts {
		o.apply(cfg)
	}
	hc := &http.Client{Timeout: cfg.Limit, Transport: http.DefaultTransport}
	for _, t := range cfg.Trips {
		hc.Transport = t(hc.Transport)
	}
	return hc
}

// Soon has a limit of its own.
func Soon(opts ...Option) *http.Client {
	cfg := Config{Limit: 5 * time.Second}
	for _, o := range opts {
		o.apply(&cfg)
	}
	return &http.Client{Timeout: cfg.Limit}
}

// Of takes the whole configuration.
func Of(cfg Config) *http.Client { return &http.Client{Timeout: cfg.Limit} }

// Plain never has a limit.
func Plain(t http.RoundTripper) *http.Client { return &http.Client{Transport: t} }
