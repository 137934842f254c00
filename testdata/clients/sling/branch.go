package sling

import (
	"net/http"

	"github.com/dghubble/sling"
)

// Branch is a part of the API, with a base of its own.
type Branch struct{ part *sling.Sling }

// NewBranch begins all its requests under /v2/.
func NewBranch() *Branch {
	return &Branch{sling.New().Client(hc).Base("https://api.flute.com").Path("/v2/")}
}

// Made takes a request out of a copy, which leaves the base as it was.
func (b *Branch) Made(id string) (*http.Response, error) {
	r, err := b.part.New().Delete("customers/" + id).Request() // want `DELETE https://api.flute.com/v2/customers/… leaves without an idempotency key`
	if err != nil {
		return nil, err
	}
	return hc.Do(r)
}

// Referred has its reference, at an endpoint that has one.
func (b *Branch) Referred(l link, order string) error {
	l.ReferenceID = "b-" + order
	_, err := b.part.New().Post("transactions").BodyJSON(l).ReceiveSuccess(nil)
	return err
}

// Unreferred has it at one that has none.
func (b *Branch) Unreferred(l link, order string) error {
	l.ReferenceID = "b-" + order
	_, err := b.part.New().Post("transactions/hold").BodyJSON(l).ReceiveSuccess(nil) // want `POST https://api.flute.com/v2/transactions/hold leaves without an idempotency key`
	return err
}
