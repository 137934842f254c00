package shapes

import (
	"bytes"
	"fmt"
)

// client is what a generator makes of a description of n endpoints below root.
func client(b *bytes.Buffer, n int, root string) {
	b.WriteString(`import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
)

// Client calls the API.
type Client struct {
	base, token string
	http        *http.Client
}

// New returns a client of the API at base.
func New(base, token string) *Client {
	return &Client{base: base, token: token, http: &http.Client{}}
}
`)
	for i := range n {
		method := []string{"POST", "PUT", "PATCH", "DELETE"}[i%4]
		fmt.Fprintf(b, `
// Request%[1]d is the body of operation %[1]d.
type Request%[1]d struct {
	ID     string `+"`json:\"id\"`"+`
	Amount int64  `+"`json:\"amount\"`"+`
	Note   string `+"`json:\"note,omitempty\"`"+`
}

// Do%[1]d makes operation %[1]d.
func (c *Client) Do%[1]d(ctx context.Context, in *Request%[1]d) (*Request%[1]d, error) {
	body, err := json.Marshal(in)
	if err != nil {
		return nil, fmt.Errorf("operation %[1]d: %%w", err)
	}
	req, err := http.NewRequestWithContext(ctx, %[2]q, c.base+"%[3]s/things%[1]d/"+in.ID, bytes.NewReader(body))
	if err != nil {
		return nil, err
	}
	req.Header.Set("Authorization", "Bearer "+c.token)
	resp, err := c.http.Do(req)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	out := new(Request%[1]d)
	return out, json.NewDecoder(resp.Body).Decode(out)
}
`, i, method, root)
	}
}

// implementations are n types behind one interface, each of which sends, and n callers of the interface.
func implementations(b *bytes.Buffer, n int) {
	b.WriteString(`import (
	"net/http"
	"strings"
)

// Sender sends a payment.
type Sender interface {
	Send(path, body string) (*http.Response, error)
}
`)
	for i := range n {
		fmt.Fprintf(b, `
// Sender%[1]d sends to shop %[1]d.
type Sender%[1]d struct{ base string }

// Send sends a payment.
func (s Sender%[1]d) Send(path, body string) (*http.Response, error) {
	return http.Post(s.base+"/pay-api/v1/shops/%[1]d"+path, "application/json", strings.NewReader(body))
}

// Pay%[1]d pays with any sender.
func Pay%[1]d(s Sender, body string) error {
	resp, err := s.Send("/transactions/sale%[1]d", body)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
`, i)
	}
}

// options are n functional options of one constructor, all of them used in one call.
func options(b *bytes.Buffer, n int) {
	b.WriteString(`import (
	"net/http"
	"strings"
)

// Client calls the API.
type Client struct {
	base  string
	extra map[string]string
	http  *http.Client
}

// Option changes a client.
type Option func(*Client)

// New returns a client.
func New(options ...Option) *Client {
	c := &Client{base: "https://api.flute.com", extra: map[string]string{}, http: http.DefaultClient}
	for _, o := range options {
		o(c)
	}
	return c
}

// Sale takes a payment.
func (c *Client) Sale(body string) (*http.Response, error) {
	req, err := http.NewRequest("POST", c.base+"/v2/transactions", strings.NewReader(body))
	if err != nil {
		return nil, err
	}
	for k, v := range c.extra {
		req.Header.Set(k, v)
	}
	return c.http.Do(req)
}
`)
	for i := range n {
		fmt.Fprintf(b, `
// With%[1]d sets header %[1]d.
func With%[1]d(value string) Option {
	return func(c *Client) { c.extra["X-Shop-%[1]d"] = value }
}
`, i)
	}
	b.WriteString("\n// Default is a client with all options.\nfunc Default() *Client {\n\treturn New(\n")
	for i := range n {
		fmt.Fprintf(b, "\t\tWith%d(\"%[1]d\"),\n", i)
	}
	b.WriteString("\t)\n}\n")
}
