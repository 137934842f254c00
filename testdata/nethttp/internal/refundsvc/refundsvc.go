// Package refundsvc decides who gets money back.
package refundsvc

import (
	"context"
	"net/http"
	"os"
	"time"

	"github.com/auroravet/auroravet/testdata/nethttp/internal/gateway"
	"github.com/auroravet/auroravet/testdata/nethttp/internal/rest"
)

// Voider is the part of the gateway this package needs.
type Voider interface {
	Void(ctx context.Context, id, key string) error
}

var _ Voider = (*gateway.Gateway)(nil)

// Service gives money back.
type Service struct {
	gw   Voider
	crm  *rest.Client
	mail *rest.Client
}

// New wires the service.
func New(gw *gateway.Gateway) *Service {
	noAuth := func(*http.Request) {}
	return &Service{
		gw:   gw,
		crm:  rest.New("https://api.copperbase.io", 10*time.Second, noAuth),
		mail: rest.New(os.Getenv("MAIL_API_URL"), 10*time.Second, noAuth),
	}
}

// Cancelled handles an order the shopper cancelled.
func (s *Service) Cancelled(ctx context.Context, order, tx string) error {
	// idempotencykey: fine, interface call with a key from the order
	return s.gw.Void(ctx, tx, "cancel-"+order)
}

// Fraud handles an order the fraud check refused.
func (s *Service) Fraud(ctx context.Context, tx string) error {
	// idempotencykey: a fault, interface call with an empty constant key
	return s.gw.Void(ctx, tx, "") // want `POST ./pay-api/v1/transactions/void leaves without an idempotency key; a repeated request is taken for a new one \(idempotencykey\)`
}

// Contact stores the person in the CRM, which has customers too.
func (s *Service) Contact(ctx context.Context, name string) error {
	// idempotencykey: fine, same path, but the host is another's CRM
	return s.crm.Post(ctx, "/v2/customers", map[string]string{"name": name}, nil)
}

// Letter writes to the person.
func (s *Service) Letter(ctx context.Context, to string) error {
	// idempotencykey: fine, mail provider, not this API
	return s.mail.Post(ctx, "/messages", map[string]string{"to": to}, nil)
}
