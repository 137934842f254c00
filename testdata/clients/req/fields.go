package req

import (
	"net/http"
	"time"

	"github.com/imroc/req/v3"
)

// FieldKey sets the field that holds the headers.
func FieldKey(c *req.Client, order string) error {
	r := c.R()
	r.Headers = http.Header{}
	r.Headers.Set("Idempotency-Key", "f-"+order)
	_, err := r.Post("https://api.flute.com/v2/customers")
	return err
}

// FieldOther sets another header there.
func FieldOther(c *req.Client, order string) error {
	r := c.R()
	r.Headers = http.Header{"X-Order": {order}}
	_, err := r.Post("https://api.flute.com/v2/customers") // want `POST https://api.flute.com/v2/customers leaves without an idempotency key`
	return err
}

// FieldHook adds the key in front of each attempt, the same one.
func FieldHook(c *req.Client, order string) error {
	c.OnBeforeRequest(func(_ *req.Client, r *req.Request) error {
		if r.Headers == nil {
			r.Headers = make(http.Header)
		}
		r.Headers.Set("Idempotency-Key", "f-"+order)
		return nil
	})
	_, err := c.R().Post("https://api.flute.com/v2/customers")
	return err
}

// FieldAddress names the method and the address by the fields.
func FieldAddress(c *req.Client, id string) error {
	r := c.R() // want `DELETE https://api.flute.com/v2/customers/… leaves without an idempotency key`
	r.Method, r.RawURL = http.MethodDelete, "https://api.flute.com/v2/customers/"+id
	return r.Do().Err
}

// FieldElsewhere names another host.
func FieldElsewhere(c *req.Client, id string) error {
	r := c.R()
	r.Method, r.RawURL = http.MethodDelete, "https://api.example.com/v2/customers/"+id
	return r.Do().Err
}

// ClientField sets the headers of all requests of a client that makes one.
func ClientField(order string) error {
	c := req.C()
	c.Headers = http.Header{"Idempotency-Key": {"f-" + order}}
	c.SetMaxConnsPerHost(2)
	_, err := c.R().Post("https://api.flute.com/v2/customers")
	return err
}

// ClientFieldOther sets others.
func ClientFieldOther(order string) error {
	c := req.C()
	c.Headers = http.Header{}
	c.Headers.Set("X-Order", order)
	_, err := c.R().Post("https://api.flute.com/v2/customers") // want `POST https://api.flute.com/v2/customers leaves without an idempotency key`
	return err
}

// Emptied takes the timeout of the client inside away.
func Emptied() error {
	c := req.C().SetTimeout(time.Minute) // want `the req.Client that sends GET https://api.flute.com/v2/customers has a timeout of zero`
	c.GetClient().Timeout = 0
	_, err := c.R().Get("https://api.flute.com/v2/customers")
	return err
}

// Cloned takes the timeout of a copy away, which sends nothing.
func Cloned() error {
	c := req.C()
	c.Clone().SetTimeout(0)
	_, err := c.R().Get("https://api.flute.com/v2/customers")
	return err
}
