package routes

import (
	"context"
	"fmt"
	"net/http"
	"os"
	"strings"
)

// Op is an operation of the counter.
type Op int

// The operations.
const (
	OpSale Op = iota
	OpStop
	OpState
	OpPrint
	opCount
)

type entry struct {
	verb, tmpl string
	keyed      bool
}

// idempotencykey: a fault, the row of OpStop is not keyed
var entries = [opCount]entry{
	OpSale:  {verb: http.MethodPost, tmpl: "/v2/pos/transactions", keyed: true},
	OpStop:  {verb: http.MethodPost, tmpl: "/v2/pos/transactions/:id/cancel"},
	OpState: {verb: http.MethodGet, tmpl: "/v2/pos/transactions/:id"},
	OpPrint: {verb: http.MethodPost, tmpl: "/v2/pos/transactions/:id/print-receipt"},
}

// Do does an operation under an optional name.
func (r *Router) Do(ctx context.Context, op Op, id, name string) error {
	// idempotencykey: a fault, the array decides on the key
	e := entries[op]
	q, err := http.NewRequestWithContext(ctx, e.verb, r.origin+strings.Replace(e.tmpl, ":id", id, 1), nil)
	if err != nil {
		return err
	}
	if e.keyed {
		q.Header.Set("Idempotency-Key", name)
	}
	return r.dispatch(q)
}

// Stop stops a sale.
func (r *Router) Stop(ctx context.Context, id, name string) error {
	// idempotencykey: a fault, name is given, but its row is not keyed
	return r.Do(ctx, OpStop, id, name) // want `POST ./v2/pos/transactions/./cancel leaves without an idempotency key; a repeated request is taken for a new one \(idempotencykey\)`
}

// State reads a sale.
func (r *Router) State(ctx context.Context, id string) error {
	// idempotencykey: fine, its row is a read
	return r.Do(ctx, OpState, id, "")
}

// Print prints the slip.
func (r *Router) Print(ctx context.Context, id string) error {
	// idempotencykey: fine, its row is a receipt
	return r.Do(ctx, OpPrint, id, "")
}

// Plan is an operation on a subscription.
type Plan uint8

// What can be done with a plan.
const (
	PlanShow Plan = iota
	PlanStart
	PlanStop
)

func (p Plan) route(id string) (method, path string) {
	switch p {
	case PlanStart:
		return http.MethodPost, "/sub-api/v1/subscriptions"
	case PlanStop:
		return http.MethodPut, "/sub-api/v1/subscriptions/" + id + "/terminate"
	default:
		return http.MethodGet, "/sub-api/v1/subscriptions/" + id
	}
}

// Plan does something with a plan.
func (r *Router) Plan(ctx context.Context, p Plan, id string) error {
	// idempotencykey: a fault, method and path come out of a switch
	method, path := p.route(id)
	q, err := http.NewRequestWithContext(ctx, method, r.origin+path, nil) // want `POST ./sub-api/v1/subscriptions leaves without an idempotency key; a repeated request is taken for a new one \(idempotencykey\)`
	if err != nil {
		return err
	}
	return r.dispatch(q)
}

// StopPlan ends a plan.
func (r *Router) StopPlan(ctx context.Context, id string) error {
	// idempotencykey: a fault, PUT to terminate without key
	return r.Plan(ctx, PlanStop, id)
}

// SafePlan is Plan with a key for what writes.
func (r *Router) SafePlan(ctx context.Context, p Plan, id, key string) error {
	// idempotencykey: fine, every method that is not GET gets the key
	method, path := p.route(id)
	q, err := http.NewRequestWithContext(ctx, method, r.origin+path, nil)
	if err != nil {
		return err
	}
	if method != http.MethodGet {
		q.Header.Set("Idempotency-Key", key)
	}
	return r.dispatch(q)
}

// Act picks method and address by the word of an operator.
func (r *Router) Act(ctx context.Context, word, id string) error {
	// idempotencykey: a fault, two of three words write and get no key
	var q *http.Request
	var err error
	switch word {
	case "show":
		q, err = http.NewRequestWithContext(ctx, http.MethodGet, r.origin+"/pay-api/v1/customers/"+id, nil)
	case "drop":
		q, err = http.NewRequestWithContext(ctx, http.MethodDelete, r.origin+"/pay-api/v1/customers/"+id, nil) // want `DELETE ./pay-api/v1/customers/. leaves without an idempotency key; a repeated request is taken for a new one \(idempotencykey\)`
	case "void":
		q, err = http.NewRequestWithContext(ctx, http.MethodPost, r.origin+"/pay-api/v1/transactions/ach/"+id+"/void", nil) // want `POST ./pay-api/v1/transactions/ach/./void leaves without an idempotency key; a repeated request is taken for a new one \(idempotencykey\)`
	default:
		return fmt.Errorf("routes: %q?", word)
	}
	if err != nil {
		return err
	}
	return r.dispatch(q)
}

// ActSafe is Act with a key after the switch.
func (r *Router) ActSafe(ctx context.Context, word, id string) error {
	// idempotencykey: fine, one key after the switch for all branches
	var q *http.Request
	var err error
	switch word {
	case "show":
		q, err = http.NewRequestWithContext(ctx, http.MethodGet, r.origin+"/pay-api/v1/customers/"+id, nil)
	case "drop":
		q, err = http.NewRequestWithContext(ctx, http.MethodDelete, r.origin+"/pay-api/v1/customers/"+id, nil)
	case "void":
		q, err = http.NewRequestWithContext(ctx, http.MethodPost, r.origin+"/pay-api/v1/transactions/ach/"+id+"/void", nil)
	default:
		return fmt.Errorf("routes: %q?", word)
	}
	if err != nil {
		return err
	}
	q.Header.Set("Idempotency-Key", word+":"+id)
	return r.dispatch(q)
}

// AriseDesk is the desk that works by resource name.
type AriseDesk struct {
	site   string
	client *http.Client
}

// NewAriseDesk returns the desk of a site.
func NewAriseDesk(site string, c *http.Client) *AriseDesk { return &AriseDesk{site: site, client: c} }

// Pay makes a payment link.
func (d *AriseDesk) Pay(ctx context.Context, body string) error {
	// idempotencykey: a fault, nobody in view gives the text a reference
	q, err := http.NewRequestWithContext(ctx, http.MethodPost, d.site+"/v2/payment-links", strings.NewReader(body)) // want `POST …/v2/payment-links leaves without an idempotency key; a repeated request is taken for a new one \(idempotencykey\)`
	if err != nil {
		return err
	}
	resp, err := d.client.Do(q)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// LedgerDesk books what others paid.
type LedgerDesk struct{ client *http.Client }

// Book books a payment in our own ledger.
func (d *LedgerDesk) Book(ctx context.Context, body string) error {
	// idempotencykey: fine, v2 resource alone, base names our ledger
	q, err := http.NewRequestWithContext(ctx, http.MethodPost, os.Getenv("LEDGER_URL")+"/v2/transactions", strings.NewReader(body))
	if err != nil {
		return err
	}
	resp, err := d.client.Do(q)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
