// Package verbs names the methods of its calls in its own ways.
package verbs

import (
	"fmt"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"
)

// Verb is a method.
type Verb int

// The methods.
const (
	Get Verb = iota + 1
	Post
	Put
)

const verbNames = "GETPOSTPUT"

var verbEnds = [...]uint8{0, 3, 7, 10}

// String is written as stringer writes it.
func (v Verb) String() string {
	v -= 1
	if v < 0 || v >= Verb(len(verbEnds)-1) {
		return "Verb(" + strconv.FormatInt(int64(v+1), 10) + ")"
	}
	return verbNames[verbEnds[v]:verbEnds[v+1]]
}

// The methods as text.
var (
	Create = "POST"
	Look   = "GET"
)

// Client calls the API.
type Client struct {
	hc         *http.Client
	base, root string
}

// New returns a client.
func New() *Client {
	return &Client{hc: &http.Client{Timeout: time.Minute}, base: "https://api.flute.com/", root: "/pay-api/v1"}
}

func (c *Client) call(method, path string) error {
	u, err := url.JoinPath(c.base, c.root, path)
	if err != nil {
		return err
	}
	req, err := http.NewRequest(strings.ToUpper(method), u, nil)
	if err != nil {
		return err
	}
	resp, err := c.hc.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Void posts.
func (c *Client) Void() error {
	return c.call(Post.String(), "transactions/void") // want `POST https://api\.flute\.com/pay-api/v1/transactions/void leaves without`
}

// List gets.
func (c *Client) List() error { return c.call(Get.String(), "transactions") }

// Any sends by a method that only its caller knows.
func (c *Client) Any(v Verb) error { return c.call(v.String(), "transactions/void") }

// Refund posts by a variable.
func (c *Client) Refund() error {
	return c.call(Create, "transactions/refund") // want `POST https://api\.flute\.com/pay-api/v1/transactions/refund leaves without`
}

// Refunds gets by a variable.
func (c *Client) Refunds() error { return c.call(Look, "transactions/refund") }

// Rename formats the path behind a base that is looked up.
func (c *Client) Rename(id string) error {
	u := fmt.Sprintf(c.base+"v2/customers/%s", id)
	req, err := http.NewRequest(http.MethodPut, u, nil) // want `PUT https://api\.flute\.com/v2/customers/… leaves without`
	if err != nil {
		return err
	}
	resp, err := c.hc.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
