// Package calls fills requests of another package with cards.
package calls

import (
	"context"
	"net/http"

	"github.com/auroravet/auroravet/testdata/rawcard/calls/deskkit"
)

type typed struct {
	Member       string `json:"member"`
	CardNumber   string `json:"cardNumber"`
	SecurityCode string `json:"securityCode"`
	CardToken    string `json:"cardToken"`
}

func stored(ctx context.Context, d *deskkit.Desk, t typed) error {
	o := deskkit.To("/v2/customers/7/cards").With("X-Desk", "7").
		Holding(map[string]any{"pan": t.CardNumber, "cvv": t.SecurityCode})
	return d.Send(ctx, o) // want `d.Send puts the card number and security code into a request`
}

func whole(ctx context.Context, d *deskkit.Desk, t typed) error {
	o := deskkit.To("/v2/customers/7/cards")
	o.Holding(t)
	return d.Send(ctx, o) // want `d.Send puts the card number and security code into a request`
}

func token(ctx context.Context, d *deskkit.Desk, t typed) error {
	return d.Send(ctx, deskkit.To("/v2/customers/7/cards").Holding(map[string]any{"token": t.CardToken, "member": t.Member}))
}

func noted(ctx context.Context, d *deskkit.Desk, t typed) error {
	return d.Send(ctx, deskkit.To("/v2/customers/7/cards").Note(t).Holding(map[string]any{"token": t.CardToken}))
}

const cards = "https://api.flute.com/v2/customers/7/cards"

func read(t typed) (*http.Response, error) {
	r, err := deskkit.Reader(t)
	if err != nil {
		return nil, err
	}
	return http.Post(cards, "application/json", r) // want `http.Post puts the card number and security code into a request`
}

func buffered(t typed) (*http.Response, error) {
	return http.Post(cards, "application/json", deskkit.Buffer(t)) // want `http.Post puts the card number and security code into a request`
}

func kind(t typed) (*http.Response, error) {
	return http.Post(cards, "application/json", deskkit.Type(t))
}
