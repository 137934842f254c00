// Package payhttp is the payment gateway of the core, over HTTP.
package payhttp

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"time"

	"github.com/auroravet/auroravet/testdata/services/internal/core/ports"
)

// Config says where the gateway is.
type Config struct {
	BaseURL string        `env:"AURORA_BASE_URL,required"`
	Token   string        `env:"AURORA_ACCESS_TOKEN"`
	Timeout time.Duration `env:"AURORA_TIMEOUT" envDefault:"30s"`
}

// HTTPDoer is the part of an HTTP client the adapter needs.
type HTTPDoer interface {
	Do(*http.Request) (*http.Response, error)
}

// Gateway implements ports.PaymentGateway.
type Gateway struct {
	cfg  Config
	doer HTTPDoer
}

var _ ports.PaymentGateway = (*Gateway)(nil)

// New returns the gateway.
func New(cfg Config, doer HTTPDoer) *Gateway { return &Gateway{cfg: cfg, doer: doer} }

// NewHTTPClient provides the client of the gateway.
func NewHTTPClient(cfg Config) *http.Client {
	// clienttimeout: fine, limit comes from the configuration
	return &http.Client{Timeout: cfg.Timeout}
}

func (g *Gateway) call(ctx context.Context, method, path, once string, in, out any) error {
	// idempotencykey: fine, inner call; key is a parameter
	var body io.Reader
	if in != nil {
		b, err := json.Marshal(in)
		if err != nil {
			return err
		}
		body = bytes.NewReader(b)
	}
	req, err := http.NewRequestWithContext(ctx, method, g.cfg.BaseURL+path, body)
	if err != nil {
		return err
	}
	req.Header.Set("Authorization", "Bearer "+g.cfg.Token)
	if once != "" {
		req.Header.Set("Idempotency-Key", once)
	}
	resp, err := g.doer.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode >= 300 {
		return fmt.Errorf("payhttp: status %d", resp.StatusCode)
	}
	if out == nil {
		return nil
	}
	return json.NewDecoder(resp.Body).Decode(out)
}

// Refund implements the port.
func (g *Gateway) Refund(ctx context.Context, cmd ports.RefundCommand) error {
	// idempotencykey: fine, key comes with the command
	return g.call(ctx, http.MethodPost, "/pay-api/v1/transactions/return", cmd.Once, map[string]any{
		"transactionId": cmd.Transaction, "amount": float64(cmd.Amount.Cents) / 100,
	}, nil)
}

// Capture implements the port.
func (g *Gateway) Capture(ctx context.Context, transaction string, amount ports.Money, once string) error {
	// idempotencykey: fine, key is a parameter of the port
	return g.call(ctx, http.MethodPost, "/pay-api/v1/transactions/capture", once, map[string]any{
		"transactionId": transaction, "amount": float64(amount.Cents) / 100,
	}, nil)
}

// CloseDay implements the port.
func (g *Gateway) CloseDay(ctx context.Context, day time.Time) error {
	// idempotencykey: a fault, adapter gives an empty key to its inner call
	return g.call(ctx, http.MethodPost, "/pay-api/v1/transactions/settle", "", map[string]string{"date": day.Format(time.DateOnly)}, nil) // want `POST ./pay-api/v1/transactions/settle leaves without an idempotency key; a repeated request is taken for a new one \(idempotencykey\)`
}

// Find implements the port.
func (g *Gateway) Find(ctx context.Context, transaction string) (string, error) {
	// idempotencykey: fine, a read
	var out struct {
		Status string `json:"transactionStatus"`
	}
	err := g.call(ctx, http.MethodGet, "/pay-api/v1/transactions/"+transaction, "", nil, &out)
	return out.Status, err
}
