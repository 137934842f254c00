// Package kiosk has what calls the API and what serves, which know each other by an interface.
package kiosk

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"time"

	"github.com/gofiber/fiber/v2"
)

// Client calls the API.
type Client struct{ http *http.Client }

// named is a transport in view.
type named struct{ next http.RoundTripper }

// RoundTrip implements http.RoundTripper.
func (n *named) RoundTrip(req *http.Request) (*http.Response, error) {
	out := req.Clone(req.Context())
	out.Header.Set("User-Agent", "kiosk")
	return n.next.RoundTrip(out)
}

// Dial returns a client.
func Dial() *Client {
	return &Client{&http.Client{Timeout: 10 * time.Second, Transport: &named{http.DefaultTransport}}}
}

// Sell charges a ticket.
func (c *Client) Sell(ctx context.Context, ticket string) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, "https://api.arise.risewithaurora.com/pay-api/v1/transactions/"+ticket, nil)
	if err != nil {
		return err
	}
	res, err := c.http.Do(req)
	if err != nil {
		return err
	}
	defer res.Body.Close()
	if res.StatusCode >= http.StatusMultipleChoices {
		why, _ := io.ReadAll(res.Body)
		return fmt.Errorf("%s: %s", res.Status, why)
	}
	return nil
}

// Seller is what the app needs of the client.
type Seller interface {
	Sell(ctx context.Context, ticket string) error
}

// App returns the app.
func App(s Seller) *fiber.App {
	app := fiber.New()
	app.Post("/tickets", sell(s))
	return app
}

func sell(s Seller) fiber.Handler {
	return func(c *fiber.Ctx) error {
		if err := s.Sell(c.UserContext(), c.Params("id")); err != nil {
			return err // want "the returned error shows the customer an error of the payment API"
		}
		return c.SendStatus(fiber.StatusCreated)
	}
}
