// Package plans builds clients from values: each step returns a changed copy.
package plans

import (
	"context"
	"net/http"
	"time"
)

// The two addresses.
const (
	LiveBase = "https://api.flute.com"
	UATBase  = "https://api.uat.flute.com"
)

// Plan is what a client is made of.
type Plan struct {
	base, oauth string
	token       string
	wait        time.Duration
}

// Start is a plan for production.
func Start() Plan { return Plan{base: LiveBase, wait: time.Second} }

// Sandbox changes the copy.
func (p Plan) Sandbox() Plan {
	p.base = UATBase
	return p
}

// Waiting changes something else.
func (p Plan) Waiting(d time.Duration) Plan {
	p.wait = d
	return p
}

// UAT changes a copy of the copy.
func (p Plan) UAT() Plan {
	q := p
	q.base, q.oauth = "https://sandbox.api.flute.com", "https://sandbox.oauth.api.flute.com"
	return q
}

// Staging makes a new one.
func (p Plan) Staging() Plan { return Plan{base: "https://sandbox.api.flute.com", wait: p.wait} }

// Preview hands a new one on.
func (p Plan) Preview() Plan { return p.Sandbox().Waiting(time.Minute) }

// Drill has no name that says so.
func (p Plan) Drill() Plan {
	p.base = UATBase // want `UATBase fixes the sandbox host`
	return p
}

// At chooses by its argument.
func (p Plan) At(env string) Plan {
	switch env {
	case "uat":
		return p.Sandbox()
	case "live":
		p.base = LiveBase
	}
	return p
}

// Build ends it.
func (p Plan) Build() *Client { return &Client{p.base, http.Client{Timeout: p.wait}} }

// Client reads.
type Client struct {
	base string
	hc   http.Client
}

// Get reads a path.
func (c *Client) Get(ctx context.Context, path string) (*http.Response, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, c.base+path, nil)
	if err != nil {
		return nil, err
	}
	return c.hc.Do(req)
}

func kiosk() *Client {
	return Start().Waiting(time.Hour).Sandbox().Build() // want `Plan.Sandbox fixes the sandbox host api.uat.flute.com`
}

func chain() *Client {
	p := Start()
	p = p.Staging() // want `Staging fixes the sandbox host sandbox.api.flute.com`
	return p.Build()
}

func byFlag(practice bool) *Client {
	p := Start()
	if practice {
		p = p.UAT()
	}
	return p.Build()
}

// For is Start with a token.
func For(token string) Plan {
	p := Start()
	p.token = token
	return p
}

// Bench is built where it is.
type Bench struct{ c Client }

// UseSandbox changes it.
func (b *Bench) UseSandbox() *Bench {
	b.c.base = UATBase
	return b
}

// Client is what is built.
func (b *Bench) Client() *Client { return &b.c }
