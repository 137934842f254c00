// Package tuned has a client that differs by build.
package tuned

import (
	"errors"
	"net/http"
	"os"
	"time"
)

// Terminals lists the terminals with the client of the build.
func Terminals() error { return list(client(), "terminals") }

func list(hc *http.Client, what string) error {
	resp, err := hc.Get(os.Getenv("AURORA_BASE_URL") + "/pos-api/v1/" + what)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return errors.New(resp.Status)
	}
	return nil
}

// Config is a base for all clients.
type Config struct{ Wait *time.Duration }

func (c *Config) wait() time.Duration {
	if c == nil || c.Wait == nil {
		return 30 * time.Second
	}
	return *c.Wait
}

// Reader reads; its configuration is embedded.
type Reader struct {
	*Config
	hc http.Client
}

// NewReader returns a reader.
func NewReader(c *Config) *Reader {
	// clienttimeout: fine, method of the embedded pointer has a default
	r := &Reader{Config: c}
	r.hc.Timeout = r.wait()
	return r
}

// Sales lists the terminal sales.
func (r *Reader) Sales() error { return list(&r.hc, "pos-transactions") }

// Lazy makes its client when it needs one.
type Lazy struct{ hc *http.Client }

func (l *Lazy) client() *http.Client {
	if l.hc == nil {
		// clienttimeout: a fault, lazily made client has no limit
		l.hc = &http.Client{Transport: &http.Transport{IdleConnTimeout: time.Minute}} // want `the http\.Client that sends GET ./pos-api/v1/pos-transactions/. has no timeout; a silent server holds the caller for ever \(clienttimeout\)`
	}
	return l.hc
}

// Sale reads a sale.
func (l *Lazy) Sale(id string) error { return list(l.client(), "pos-transactions/"+id) }

// Builder builds clients.
type Builder struct {
	timeout time.Duration
	rt      http.RoundTripper
}

// NewBuilder returns a builder.
func NewBuilder() *Builder { return &Builder{rt: http.DefaultTransport} }

// Timeout sets the limit.
func (b *Builder) Timeout(d time.Duration) *Builder { b.timeout = d; return b }

// Transport sets the transport.
func (b *Builder) Transport(rt http.RoundTripper) *Builder { b.rt = rt; return b }

// Build returns the client.
func (b *Builder) Build() *http.Client {
	// clienttimeout: a fault, one chain leaves the limit at zero
	return &http.Client{Timeout: b.timeout, Transport: b.rt} // want `the http\.Client that sends GET ./pos-api/v1/terminals\?unchained=1 has no timeout; a silent server holds the caller for ever \(clienttimeout\)`
}

// Chained reads through a chain with a limit.
func Chained() error {
	// clienttimeout: fine, builder gets a limit
	return list(NewBuilder().Timeout(5*time.Second).Transport(http.DefaultTransport).Build(), "terminals?chained=1")
}

// Unchained reads through a chain without a limit.
func Unchained() error {
	// clienttimeout: a fault, builder gets no limit
	return list(NewBuilder().Transport(http.DefaultTransport).Build(), "terminals?unchained=1")
}

// Hook reads the events of a device in another service.
func Hook(device string) error {
	// clienttimeout: fine, another service
	resp, err := http.Get(os.Getenv("DEVICE_HUB_URL") + "/v2/terminals/" + device)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Copied copies the transport and the limit of a given client.
func Copied(from *http.Client) error {
	// clienttimeout: fine, limit is that of the client that was given
	hc := &http.Client{Transport: from.Transport, Timeout: from.Timeout}
	return list(hc, "terminals?copied=1")
}

// Capped takes the smaller of two limits.
func Capped(d time.Duration) error {
	// clienttimeout: fine, min of a parameter and a constant
	hc := &http.Client{Timeout: min(d, 30*time.Second)}
	return list(hc, "terminals?capped=1")
}

// Literal is generic over what it decodes.
type Literal[T any] struct {
	http *http.Client
	out  T
}

// Statuses reads with a generic holder.
func Statuses(id string) error {
	// clienttimeout: a fault, generic holder of an empty client
	l := Literal[string]{http: &http.Client{}} // want `the http\.Client that sends GET ./pos-api/v1/terminals/./status\?as= has no timeout; a silent server holds the caller for ever \(clienttimeout\)`
	return list(l.http, "terminals/"+id+"/status?as="+l.out)
}
