// Package proofs lets others say who asks, and sends bodies of any type.
package proofs

import (
	"bytes"
	"context"
	"encoding/json"
	"net/http"
	"time"
)

// Client is given what proves who asks.
type Client struct {
	Auth   func(*http.Request) error
	Change func(*http.Request) error
}

var client = &http.Client{Timeout: 5 * time.Second}

func send[In any](ctx context.Context, path string, in *In, edit func(*http.Request) error) error {
	raw, err := json.Marshal(in)
	if err != nil {
		return err
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, "https://api.flute.com/v2/"+path, bytes.NewReader(raw))
	if err != nil {
		return err
	}
	if err := edit(req); err != nil {
		return err
	}
	resp, err := client.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func post[In any](ctx context.Context, c *Client, path string, in In) error {
	return send(ctx, path, &in, c.Auth)
}

// Link is a payment link.
type Link struct {
	Amount      int    `json:"amount"`
	ReferenceID string `json:"referenceId,omitempty"`
}

// Share makes a link.
func Share(ctx context.Context, c *Client, amount int) error {
	return post(ctx, c, "payment-links", Link{Amount: amount}) // want `POST .*/v2/payment-links leaves without an idempotency key`
}

// ShareOnce makes a link of an order.
func ShareOnce(ctx context.Context, c *Client, order string, amount int) error {
	return post(ctx, c, "payment-links", Link{Amount: amount, ReferenceID: order})
}

// Changed is changed by somebody else: how is not known.
func Changed(ctx context.Context, c *Client, amount int) error {
	return send(ctx, "payment-links", &Link{Amount: amount}, c.Change)
}

// Signer signs requests.
type Signer interface {
	Sign(*http.Request)
}

// Hold signs its request.
func Hold(ctx context.Context, s Signer, id string) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, "https://api.flute.com/v2/transactions/"+id+"/ach-hold", nil) // want `POST .*/ach-hold leaves without an idempotency key`
	if err != nil {
		return err
	}
	s.Sign(req)
	resp, err := client.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
