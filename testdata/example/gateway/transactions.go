package gateway

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"net/url"
	"time"

	"github.com/google/uuid"
)

// Card is what the buyer typed.
type Card struct {
	CardNumber      string `json:"cardNumber"`
	SecurityCode    string `json:"securityCode"`
	ExpirationMonth int    `json:"expirationMonth"`
	ExpirationYear  int    `json:"expirationYear"`
}

// Sale is a payment of one order.
type Sale struct {
	Amount   string `json:"amount"`
	Currency string `json:"currency"`
	Card     Card   `json:"cardData"`
}

// Transaction is the part of an answer that the shop reads.
type Transaction struct {
	ID     string `json:"transactionId"`
	Status string `json:"transactionStatus"`
}

// Charge takes the payment of one order. The key is made once; every attempt repeats it.
func (c *Client) Charge(ctx context.Context, sale Sale) (*Transaction, error) {
	key := uuid.NewString()
	var out Transaction
	err := attempts(ctx, func() error {
		return c.send(ctx, http.MethodPost, "/v2/transactions", key, sale, &out)
	})
	return &out, err
}

// Capture takes the money of an authorized sale. key names the capture over restarts.
func (c *Client) Capture(ctx context.Context, key, id, amount string) error {
	path := "/v2/transactions/" + url.PathEscape(id) + "/capture"
	return c.send(ctx, http.MethodPost, path, key, map[string]string{"amount": amount}, nil)
}

// Refund pays a sale back.
func (c *Client) Refund(ctx context.Context, id, amount string) error {
	return attempts(ctx, func() error {
		key := uuid.NewString()
		path := "/v2/transactions/" + url.PathEscape(id) + "/reversal"
		return c.send(ctx, http.MethodPost, path, key, map[string]string{"reversalAmount": amount}, nil)
	})
}

// Settle closes the batch of the day.
func (c *Client) Settle(ctx context.Context, processor string) error {
	body, err := json.Marshal(map[string]string{"paymentProcessorId": processor})
	if err != nil {
		return err
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, c.base+"/pay-api/v1/transactions/settle", bytes.NewReader(body))
	if err != nil {
		return err
	}
	req.Header.Set("Content-Type", "application/json")
	resp, err := c.http.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// attempts repeats call after a fault of the network or the server, three times
// in all, with a longer wait each time.
func attempts(ctx context.Context, call func() error) error {
	var err error
	for i, wait := 0, 250*time.Millisecond; i < 3; i, wait = i+1, wait*2 {
		if err = call(); err == nil {
			return nil
		}
		if apiErr := new(Error); errors.As(err, &apiErr) && apiErr.Status < 500 {
			return err
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(wait):
		}
	}
	return err
}
