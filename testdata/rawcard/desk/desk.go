// Package desk takes orders by telephone with net/http.
package desk

import (
	"bytes"
	"context"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"io"
	"mime/multipart"
	"net/http"
	"net/url"
	"os"
	"strings"
)

type card struct {
	Number   string `json:"number"`
	CVV      string `json:"cvv"`
	ExpMonth int    `json:"expMonth"`
}

type order struct {
	ID     string `json:"id"`
	Amount string `json:"amount"`
	Card   *card  `json:"card,omitempty"`
}

type saved struct {
	ID              string `json:"id"`
	PaymentMethodID string `json:"paymentMethodId"`
	Last4           string `json:"last4"`
	MaskedPan       string `json:"maskedPan"`
	CardToken       string `json:"cardToken"`
	CardBrand       string `json:"cardBrand"`
	ExpMonth        int    `json:"expMonth"`
}

type client struct {
	base string
	http *http.Client
}

func (c *client) post(ctx context.Context, path string, body any) error {
	raw, err := json.Marshal(body)
	if err != nil {
		return err
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, c.base+path, bytes.NewReader(raw))
	if err != nil {
		return err
	}
	resp, err := c.http.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func (c *client) sale(ctx context.Context, o order) error {
	return c.post(ctx, "/v2/transactions", o) // want `c.post puts the card number and security code into a request`
}

func (c *client) saleSaved(ctx context.Context, s saved) error {
	return c.post(ctx, "/v2/transactions", s)
}

// saleOf has no card in an order that could have one.
func (c *client) saleOf(ctx context.Context, id, amount string) error {
	return c.post(ctx, "/v2/transactions", order{ID: id, Amount: amount})
}

func (c *client) keep(ctx context.Context, customer, number string) error {
	return c.post(ctx, "/pay-api/v1/customers/"+customer+"/payment-methods/cards", map[string]string{ // want `c.post puts the card number into a request`
		"pan": number, "cardTokenType": "Merchant",
	})
}

func (c *client) ending(ctx context.Context, customer, number string) error {
	return c.post(ctx, "/pay-api/v1/customers/"+customer, map[string]string{
		"card": "ending " + number[len(number)-4:],
	})
}

// debit collects from a bank account.
func (c *client) debit(ctx context.Context, accountNumber, routingNumber string) error {
	return c.post(ctx, "/pay-api/v1/transactions/ach/payment", map[string]string{
		"accountNumber": accountNumber, "routingNumber": routingNumber,
	})
}

// transfer is one whose class is named like a code.
func (c *client) transfer(ctx context.Context, account, routing string) error {
	return c.post(ctx, "/pay-api/v1/transactions/ach/payment", map[string]any{
		"accountNumber": account, "routingNumber": routing, "secCode": "WEB",
	})
}

func (c *client) form(o *order) error {
	v := url.Values{}
	v.Set("amount", o.Amount)
	v.Set("card_number", o.Card.Number)
	v.Set("cvc", o.Card.CVV)
	resp, err := http.PostForm(c.base+"/charge", v) // want `http.PostForm puts the card number and security code into a request`
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func (c *client) encoded(o *order) error {
	v := url.Values{"amount": {o.Amount}, "cardNumber": {o.Card.Number}}
	resp, err := c.http.Post(c.base+"/charge", "application/x-www-form-urlencoded", strings.NewReader(v.Encode())) // want `c.http.Post puts the card number into a request`
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func (c *client) typed(o *order) error {
	body := fmt.Sprintf(`{"amount":%q,"cardNumber":%q,"securityCode":%q}`, o.Amount, o.Card.Number, o.Card.CVV)
	resp, err := http.Post(c.base+"/charge", "application/json", strings.NewReader(body)) // want `http.Post puts the card number and security code into a request`
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func (c *client) buffered(o order) (*http.Request, error) {
	var buf bytes.Buffer
	if err := json.NewEncoder(&buf).Encode(o); err != nil {
		return nil, err
	}
	return http.NewRequest(http.MethodPost, c.base+"/charge", &buf) // want `http.NewRequest puts the card number and security code into a request`
}

func (c *client) parts(number, amount string) (*http.Request, error) {
	var buf bytes.Buffer
	w := multipart.NewWriter(&buf)
	_ = w.WriteField("amount", amount)
	_ = w.WriteField("card_number", number)
	_ = w.Close()
	return http.NewRequest(http.MethodPost, c.base+"/charge", &buf) // want `http.NewRequest puts the card number into a request`
}

func (c *client) partsSaved(token, amount string) (*http.Request, error) {
	var buf bytes.Buffer
	w := multipart.NewWriter(&buf)
	_ = w.WriteField("amount", amount)
	_ = w.WriteField("card_token", token)
	_ = w.Close()
	return http.NewRequest(http.MethodPost, c.base+"/charge", &buf)
}

func (c *client) byHand(o order) (*http.Request, error) {
	raw, err := xml.Marshal(o)
	if err != nil {
		return nil, err
	}
	req, err := http.NewRequest(http.MethodPost, c.base+"/charge", nil)
	if err != nil {
		return nil, err
	}
	req.Body = io.NopCloser(bytes.NewReader(raw)) // want `Request.Body puts the card number and security code into a request`
	return req, nil
}

type builder struct {
	c    *client
	path string
	body any
}

func (c *client) to(path string) *builder { return &builder{c: c, path: path} }

func (b *builder) with(body any) *builder { b.body = body; return b }

func (b *builder) send(ctx context.Context) error { return b.c.post(ctx, b.path, b.body) }

func (c *client) built(ctx context.Context, o order) error {
	return c.to("/v2/transactions").with(o).send(ctx) // want `send puts the card number and security code into a request`
}

func (c *client) builtSaved(ctx context.Context, s saved) error {
	return c.to("/v2/transactions").with(s).send(ctx)
}

func post[T any](ctx context.Context, c *client, path string, body T) error {
	return c.post(ctx, path, body)
}

func generic(ctx context.Context, c *client, o order) error {
	return post(ctx, c, "/v2/transactions", o) // want `post puts the card number and security code into a request`
}

func genericSaved(ctx context.Context, c *client, s saved) error {
	return post(ctx, c, "/v2/transactions", s)
}

type poster interface {
	post(ctx context.Context, path string, body any) error
}

func through(ctx context.Context, p poster, o order) error {
	return p.post(ctx, "/v2/transactions", o) // want `p.post puts the card number and security code into a request`
}

// masked sends what is left of a number.
func (c *client) masked(ctx context.Context, cardNumber string) error {
	return c.post(ctx, "/crm/notes", map[string]string{"note": "card " + mask(cardNumber), "cardNumber": mask(cardNumber)})
}

func mask(s string) string { return "****" + s[len(s)-4:] }

// fromStore keeps the card in a file, which is no request.
func fromStore(o order) error {
	raw, err := json.Marshal(o)
	if err != nil {
		return err
	}
	return os.WriteFile("orders", raw, 0o600)
}
