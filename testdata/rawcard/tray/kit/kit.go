// Package kit builds charges; the one who calls it sees no key.
package kit

import (
	"net/http"
	"net/url"
	"strings"
)

// Charge gathers a form.
type Charge struct{ form url.Values }

// New starts a charge.
func New(amount string) *Charge { return &Charge{form: url.Values{"amount": {amount}}} }

// Keyed takes what a clerk typed.
func (c *Charge) Keyed(digits, code string) *Charge {
	c.form.Set("card_number", digits) // want `c.form.Set puts the card number and security code into a request`
	c.form.Set("cvv", code)
	return c
}

// Saved takes the handle of a card.
func (c *Charge) Saved(handle string) *Charge {
	c.form.Set("card_token", handle)
	return c
}

// Send posts it.
func (c *Charge) Send(to string) error {
	resp, err := http.Post(to, "application/x-www-form-urlencoded", strings.NewReader(c.form.Encode()))
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
