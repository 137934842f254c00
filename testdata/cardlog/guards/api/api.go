// Package api sends forms: what a GET sends is in its URL, and what a POST sends is not.
package api

import (
	"bytes"
	"context"
	"errors"
	"log"
	"net/http"
	"net/url"
	"strings"
)

// Backend sends calls.
type Backend interface {
	Call(ctx context.Context, method, path string, form url.Values) error
	Raw(ctx context.Context, method, path string, body []byte) error
}

// Client is a Backend over HTTP.
type Client struct {
	Base string
	HTTP *http.Client
}

// New makes a Backend.
func New(base string, c *http.Client) Backend { return &Client{base, c} }

// Call sends a form.
func (c *Client) Call(ctx context.Context, method, path string, form url.Values) error {
	var body []byte
	if form != nil {
		body = []byte(form.Encode())
	}
	return c.Raw(ctx, method, path, body)
}

// Raw sends a form that is encoded.
func (c *Client) Raw(ctx context.Context, method, path string, body []byte) error {
	if method != http.MethodPost && method != http.MethodGet && method != http.MethodDelete {
		return errors.New("api: no such method")
	}
	if method != http.MethodPost && string(body) != "" {
		path += "?" + string(body)
		body = nil
	}
	req, err := c.newRequest(ctx, method, path, bytes.NewReader(body))
	if err != nil {
		return err
	}
	resp, err := c.HTTP.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func (c *Client) newRequest(ctx context.Context, method, path string, body *bytes.Reader) (*http.Request, error) {
	if !strings.HasPrefix(path, "/") {
		path = "/" + path
	}
	log.Printf("api: %s %s%s", method, c.Base, path)
	return http.NewRequestWithContext(ctx, method, c.Base+path, body)
}

// Mode says what Trace writes down.
type Mode int

// The modes.
const (
	Quiet Mode = iota
	Heads
	Bodies
)

// Trace writes down what was sent.
func Trace(m Mode, head, body string) {
	switch m {
	case Heads:
		log.Print(head)
	case Bodies:
		log.Print(head, body)
	}
}

// Options say what is sent, and what is written down.
type Options struct {
	Method  string
	Verbose bool
	Form    url.Values
}

// Do sends what options say.
func Do(c *http.Client, at string, o Options) error {
	if o.Verbose {
		log.Printf("api: %v", o.Form)
	}
	u := at
	switch o.Method {
	case http.MethodGet, http.MethodDelete:
		u += "?" + o.Form.Encode()
	}
	log.Printf("api: %s %s", o.Method, u)
	resp, err := c.PostForm(at, o.Form)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
