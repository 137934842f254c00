// Package orders is what the shop does with orders, between its handlers and its client.
package orders

import (
	"context"
	"errors"
	"fmt"
	"net/http"

	"github.com/auroravet/auroravet/testdata/errorleak/httpx"
	"github.com/auroravet/auroravet/testdata/errorleak/pay"
)

// ErrDeclined says that there will be no payment.
var ErrDeclined = errors.New("the payment was declined")

// Service places orders.
type Service struct{ Pay *pay.Client }

// Place hands the error of the API on.
func (s *Service) Place(ctx context.Context, id string) (string, error) {
	sale, err := s.Pay.Charge(ctx, id, 100)
	if err != nil {
		return "", fmt.Errorf("order %s: %w", id, err)
	}
	return sale.ID, nil
}

// Renew replaces the error of the API.
func (s *Service) Renew(ctx context.Context, id string) (string, error) {
	if id == "" {
		return "", errors.New("an order has a number")
	}
	sale, err := s.Pay.Charge(ctx, id, 100)
	if err != nil {
		var api *pay.Error
		if errors.As(err, &api) && api.StatusCode == http.StatusPaymentRequired {
			return "", ErrDeclined
		}
		return "", fmt.Errorf("order %s could not be renewed", id)
	}
	return sale.ID, nil
}

// Cancel makes a problem of the error of the API.
func (s *Service) Cancel(ctx context.Context, id string) error {
	if _, err := s.Pay.Charge(ctx, id, 100); err != nil {
		return &httpx.Problem{Status: http.StatusBadGateway, Message: "the order could not be cancelled", Cause: err}
	}
	return nil
}

// Explain makes one with the text of the API.
func (s *Service) Explain(ctx context.Context, id string) error {
	if _, err := s.Pay.Charge(ctx, id, 100); err != nil {
		return &httpx.Problem{Status: http.StatusBadGateway, Message: "not cancelled: " + err.Error()}
	}
	return nil
}
