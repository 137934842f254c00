// Package desk has the calls of the service desk.
package desk

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"strings"
	"time"
)

const endpoint = "https://api.arise.risewithaurora.com"

// Desk does what callers ask for.
type Desk struct {
	bearer string
	hc     http.Client
}

// call describes one request.
type call struct {
	verb   string
	route  string
	idem   string
	args   any
	result any
}

// Open returns a desk.
func Open(bearer string) *Desk {
	// clienttimeout: fine, timeout is set on the field below
	d := &Desk{bearer: bearer}
	d.hc.Timeout = 20 * time.Second
	return d
}

func (d *Desk) run(ctx context.Context, c call) error {
	// idempotencykey: fine, the description decides
	payload, err := json.Marshal(c.args)
	if err != nil {
		return err
	}
	rq, err := http.NewRequestWithContext(ctx, c.verb, endpoint+c.route, bytes.NewReader(payload))
	if err != nil {
		return err
	}
	rq.Header.Set("Authorization", "Bearer "+d.bearer)
	if c.idem != "" {
		rq.Header.Set("Idempotency-Key", c.idem)
	}
	rs, err := d.hc.Do(rq)
	if err != nil {
		return err
	}
	defer rs.Body.Close()
	if rs.StatusCode >= 400 {
		return errors.New("desk: refused")
	}
	if c.result == nil {
		return nil
	}
	return json.NewDecoder(rs.Body).Decode(c.result)
}

// StartPlan sells a plan over the phone.
func (d *Desk) StartPlan(ctx context.Context, ticket, customer string) error {
	// idempotencykey: fine, description carries the ticket as key
	return d.run(ctx, call{
		verb:  http.MethodPost,
		route: "/sub-api/v1/subscriptions",
		idem:  "ticket/" + ticket,
		args:  map[string]string{"customerId": customer},
	})
}

// StopPlan ends a plan over the phone.
func (d *Desk) StopPlan(ctx context.Context, id string) error {
	// idempotencykey: a fault, description without a key
	return d.run(ctx, call{verb: "PUT", route: "/sub-api/v1/subscriptions/" + id + "/terminate"}) // want `PUT https://api\.arise\.risewithaurora\.com/sub-api/v1/subscriptions/./terminate leaves without an idempotency key; a repeated request is taken for a new one \(idempotencykey\)`
}

// Cash closes the batch of a processor.
func (d *Desk) Cash(ctx context.Context, processor string) error {
	// idempotencykey: a fault, every field set but the key
	c := call{}
	c.verb, c.route = http.MethodPost, "/pay-api/v1/transactions/settle"
	c.args = map[string]string{"paymentProcessorId": processor}
	return d.run(ctx, c) // want `POST https://api\.arise\.risewithaurora\.com/pay-api/v1/transactions/settle leaves without an idempotency key; a repeated request is taken for a new one \(idempotencykey\)`
}

// Merge stores one customer twice: the new record, then the end of the old.
func (d *Desk) Merge(ctx context.Context, ticket, old string, fresh any) error {
	// idempotencykey: fine, key assigned to the description afterwards
	c := call{verb: http.MethodPost, route: "/pay-api/v1/customers", args: fresh}
	c.idem = ticket + "-create"
	if err := d.run(ctx, c); err != nil {
		return err
	}
	c = call{verb: http.MethodDelete, route: "/pay-api/v1/customers/" + old, idem: ticket + "-drop"}
	return d.run(ctx, c)
}

// Find reads a customer.
func (d *Desk) Find(ctx context.Context, id string) (name string, err error) {
	// idempotencykey: fine, a read
	var out struct {
		First, Last string
	}
	err = d.run(ctx, call{verb: http.MethodGet, route: "/pay-api/v1/customers/" + id, result: &out})
	return strings.TrimSpace(out.First + " " + out.Last), err
}
