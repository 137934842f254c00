// Package typed has environments as types.
package typed

type Env string

const (
	Live Env = "https://api.flute.com"
	Test Env = "https://sandbox.api.flute.com"
)

type Client struct{ env Env }

func New(e Env) *Client { return &Client{e} }

func test() *Client {
	return New(Test) // want `Test fixes`
}

func pick(live bool) *Client {
	if live {
		return New(Live)
	}
	return New(Test)
}

type Stage int

const (
	Production Stage = iota
	Sandbox
)

var urls = [...]string{Production: "https://api.flute.com", Sandbox: "https://sandbox.api.flute.com"}

func (s Stage) URL() string { return urls[s] }

func direct() string {
	return urls[Sandbox] // want `urls\[Sandbox\] fixes`
}

func called() string {
	return Sandbox.URL() // want `Sandbox.URL\(\) fixes`
}

func other(s Stage) string { return s.URL() + Production.URL() }

func Dial(s Stage) string {
	switch s {
	case Sandbox:
		return "https://sandbox.api.flute.com"
	default:
		return "https://api.flute.com"
	}
}

func Open(sandbox bool) string {
	if sandbox {
		return "https://sandbox.api.flute.com"
	}
	return "https://api.flute.com"
}
