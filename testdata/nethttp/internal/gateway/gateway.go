// Package gateway is the card gateway of the shops.
package gateway

import (
	"context"
	"net/http"
	"os"
	"time"

	"github.com/auroravet/auroravet/testdata/nethttp/internal/rest"
)

// Gateway is the account of one merchant.
type Gateway struct {
	*rest.Client
	merchant string
}

// Sale is a charge of a stored method.
type Sale struct {
	OrderNo  string `json:"-"`
	MethodID string `json:"paymentMethodId"`
	Amount   string `json:"amount"`
}

// New returns the gateway of a merchant.
func New(merchant string) *Gateway {
	// clienttimeout: fine, twenty-five seconds go into the house constructor
	c := rest.New(os.Getenv("AURORA_BASE_URL"), 25*time.Second, func(r *http.Request) {
		r.Header.Set("Authorization", "Bearer "+os.Getenv("AURORA_TOKEN"))
	})
	return &Gateway{Client: c, merchant: merchant}
}

// Capture takes the money of a hold.
func (g *Gateway) Capture(ctx context.Context, id, amount string) error {
	// idempotencykey: a fault, promoted Post without any key header
	return g.Post(ctx, "/pay-api/v1/transactions/capture", map[string]string{"transactionId": id, "amount": amount}, nil) // want `POST ./pay-api/v1/transactions/capture leaves without an idempotency key; a repeated request is taken for a new one \(idempotencykey\)`
}

// Void cancels a hold under the caller's key.
func (g *Gateway) Void(ctx context.Context, id, key string) error {
	// idempotencykey: fine, key is a parameter, the caller decides
	return g.Post(ctx, "/pay-api/v1/transactions/void", map[string]string{"transactionId": id}, nil, rest.Key(key))
}

func (g *Gateway) charge(ctx context.Context, op string, in any, hs ...rest.Header) error {
	// idempotencykey: fine, headers are variadic, the callers give them
	return g.Post(ctx, "/pay-api/v1/transactions/"+op, in, nil, hs...)
}

// Sell charges now.
func (g *Gateway) Sell(ctx context.Context, s Sale) error {
	// idempotencykey: a fault, third level: no header, order number stays home
	return g.charge(ctx, "sale", s) // want `POST ./pay-api/v1/transactions/sale leaves without an idempotency key; a repeated request is taken for a new one \(idempotencykey\)`
}

// Hold charges later.
func (g *Gateway) Hold(ctx context.Context, s Sale) error {
	// idempotencykey: fine, third level: order number is the key
	return g.charge(ctx, "auth", s, rest.Key(s.OrderNo))
}

// Tip adds a tip to a closed sale.
func (g *Gateway) Tip(ctx context.Context, id, tip, trace string) error {
	// idempotencykey: a fault, only a correlation header is given
	return g.charge(ctx, "tip-adjustment", map[string]string{"transactionId": id, "tipAmount": tip}, rest.Trace(trace)) // want `POST ./pay-api/v1/transactions/tip-adjustment leaves without an idempotency key; a repeated request is taken for a new one \(idempotencykey\)`
}

// Forget removes a customer.
func (g *Gateway) Forget(ctx context.Context, customer string) error {
	// idempotencykey: a fault, promoted Delete without key
	return g.Delete(ctx, "/pay-api/v1/customers/"+customer) // want `DELETE ./pay-api/v1/customers/. leaves without an idempotency key; a repeated request is taken for a new one \(idempotencykey\)`
}

// Quote asks what the customer will pay.
func (g *Gateway) Quote(ctx context.Context, amount string) (string, error) {
	// idempotencykey: fine, calculate-amount changes nothing
	var out struct {
		Total string `json:"totalAmount"`
	}
	err := g.Post(ctx, "/v2/transactions/calculate-amount", map[string]string{"baseAmount": amount}, &out)
	return out.Total, err
}

// Rename changes the name of a customer.
func (g *Gateway) Rename(ctx context.Context, customer, change, name string) error {
	// idempotencykey: fine, Patch with the change number as key
	return g.Patch(ctx, "/v2/customers/"+customer, map[string]string{"firstName": name}, nil, rest.Key("rename-"+change))
}
