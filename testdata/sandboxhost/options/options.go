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

type toggles interface{ On(name string) bool }

// addedByToggle keeps production where the toggle is off.
func addedByToggle(t toggles) *Client {
	var opts []Option
	if t.On("drill") {
		opts = append(opts, WithSandbox())
	}
	return New(opts...)
}

func addedAlways() *Client {
	var opts []Option
	opts = append(opts, WithSandbox()) // want `WithSandbox fixes`
	return New(opts...)
}

// addedToNothing has no list that goes on without the option.
func addedToNothing(drill bool) {
	if drill {
		var opts []Option
		opts = append(opts, WithSandbox()) // want `WithSandbox fixes`
		New(opts...)
	}
}

func addedWhenUnset(load func() (string, error)) *Client {
	var opts []Option
	if _, err := load(); err != nil {
		opts = append(opts, WithSandbox()) // want `WithSandbox falls back`
	}
	return New(opts...)
}

func calledByFlag(drill bool) *Client {
	c := New()
	if drill {
		c.UseSandbox()
	}
	return c
}

func calledOnNew(drill bool) {
	if drill {
		c := New()
		c.UseSandbox() // want `c.UseSandbox fixes`
	}
}

func appliedByFlag(drill bool) *Client {
	c := New()
	switch {
	case drill:
		WithSandbox()(c)
	}
	return c
}

func (c *Client) SetBase(base string) { c.base = base }

func (c *Client) ping(url string) { _ = c.oauth + url }

func setByFlag(drill bool) *Client {
	c := New()
	if drill {
		c.SetBase("https://sandbox.api.flute.com")
	}
	return c
}

// pinged asks the sandbox and changes nothing.
func pinged(c *Client, drill bool) {
	if drill {
		c.ping("https://sandbox.api.flute.com/health") // want `sandbox.api.flute.com is fixed`
	}
}

// Live is the base that most give.
const Live = "https://api.flute.com"

// NewAt is New for a base.
func NewAt(base string, opts ...Option) *Client {
	c := New(opts...)
	if c.base == "" {
		c.base = base
	}
	return c
}

func showroom() *Client {
	return NewAt(Live, WithSandbox()) // want `WithSandbox fixes`
}

func branch(trial bool) *Client {
	var opts []Option
	if trial {
		opts = append(opts, WithSandbox())
	}
	return NewAt(Live, opts...)
}

func oneOf(i int) Option {
	return []Option{WithBase(Live), WithSandbox()}[i]
}

func either(a, b Option) []Option { return []Option{a, b} }

func both() []Option { return either(WithBase(Live), WithSandbox()) }

type envToken struct{}

// NewFor is NewAt with a token.
func NewFor(base string, _ envToken, opts ...Option) *Client { return NewAt(base, opts...) }

func stand() *Client {
	return NewFor(Live, envToken{}, WithSandbox()) // want `WithSandbox fixes`
}
