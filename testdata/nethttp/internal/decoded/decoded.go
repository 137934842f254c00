// Package decoded has the addresses of its vendors from a file.
package decoded

import (
	"encoding/json"
	"net/http"
	"os"
	"time"
)

// Settings is the file. The two vendors have the same type.
type Settings struct {
	Flute struct {
		URL     string `json:"url"`
		Seconds int    `json:"seconds"`
	} `json:"flute"`
	Mail struct {
		URL     string `json:"url"`
		Seconds int    `json:"seconds"`
	} `json:"mail"`
}

// Desk is where the customers are kept.
type Desk struct {
	s  *Settings
	hc *http.Client
}

// Open reads the file.
func Open(name string) (*Desk, error) {
	b, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	var s Settings
	if err := json.Unmarshal(b, &s); err != nil {
		return nil, err
	}
	return &Desk{s: &s, hc: &http.Client{Timeout: time.Duration(s.Flute.Seconds) * time.Second}}, nil
}

// Forget deletes a customer.
func (d *Desk) Forget(id string) error {
	return d.del(d.s.Flute.URL + "/v2/customers/" + id) // want `DELETE .*/v2/customers/.* leaves without an idempotency key`
}

// Unlist deletes a reader of the newsletter, whom the other vendor keeps.
func (d *Desk) Unlist(id string) error { return d.del(d.s.Mail.URL + "/v2/customers/" + id) }

func (d *Desk) del(url string) error {
	req, err := http.NewRequest(http.MethodDelete, url, http.NoBody)
	if err != nil {
		return err
	}
	resp, err := d.hc.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Vendor is a vendor with a name for its type.
type Vendor struct {
	URL     string
	Seconds int
}

// Vendors are read with a default.
type Vendors struct {
	Arise Vendor
	Mail  Vendor
}

// Counter keeps its vendors by value.
type Counter struct {
	v  Vendors
	hc http.Client
}

// Start reads the vendors.
func Start(b []byte) (*Counter, error) {
	v := Vendors{Arise: Vendor{Seconds: 30}}
	if err := json.Unmarshal(b, &v); err != nil {
		return nil, err
	}
	c := &Counter{v: v}
	c.hc.Timeout = time.Duration(v.Arise.Seconds) * time.Second
	return c, nil
}

// Close closes the batch.
func (c *Counter) Close() error {
	resp, err := c.hc.Post(c.v.Arise.URL+"/v2/settlements/batches/close", "", nil) // want `POST .*/batches/close leaves without an idempotency key`
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Send sends what was mailed in the night.
func (c *Counter) Send() error {
	resp, err := c.hc.Post(c.v.Mail.URL+"/v2/settlements/batches/close", "", nil)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
