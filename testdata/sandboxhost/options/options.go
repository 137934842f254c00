// Package options is a client with options.
package options

type Client struct{ base, oauth string }

type Option func(*Client)

func New(opts ...Option) *Client {
	c := &Client{base: "https://api.flute.com", oauth: "https://oauth.api.flute.com"}
	for _, o := range opts {
		o(c)
	}
	return c
}

func WithSandbox() Option {
	return func(c *Client) {
		c.base = "https://sandbox.api.flute.com"
		c.oauth = "https://sandbox.oauth.api.flute.com"
	}
}

func WithBase(base string) Option { return func(c *Client) { c.base = base } }

func (c *Client) UseSandbox() {
	c.base = "https://sandbox.api.flute.com"
}

// NewSandbox is WithSandbox for those who like it short.
func NewSandbox() *Client { return New(WithSandbox()) }

// ForTraining has no name that says so.
func ForTraining() *Client {
	return New(WithBase("https://sandbox.api.flute.com")) // want `sandbox.api.flute.com`
}

func kiosk() *Client {
	c := New()
	c.UseSandbox() // want `c.UseSandbox fixes`
	return c
}

func demo() *Client {
	return NewSandbox() // want `NewSandbox fixes`
}

type sandbox struct{}

func (sandbox) BaseURL() string { return "https://sandbox.api.flute.com" }

type production struct{}

func (production) BaseURL() string { return "https://api.flute.com" }

type environment interface{ BaseURL() string }

func pick(live bool) environment {
	if live {
		return production{}
	}
	return sandbox{}
}
