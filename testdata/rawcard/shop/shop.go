// Package shop uses the helpers of another package.
package shop

import (
	"bytes"
	"context"
	"encoding/json"
	"net/http"

	"github.com/auroravet/auroravet/testdata/rawcard/httpx"
)

// Sale is a sale with a raw card.
type Sale struct {
	Amount        string `json:"amount"`
	AccountNumber string `json:"accountNumber"`
	SecurityCode  string `json:"securityCode"`
}

// SavedSale is one with a stored method.
type SavedSale struct {
	Amount          string `json:"amount"`
	PaymentMethodID string `json:"paymentMethodId"`
	SecurityToken   string `json:"securityToken"`
}

// Shop sells.
type Shop struct {
	HTTP *http.Client
	Base string
	post httpx.Poster
}

// Sell sends the card.
func (s *Shop) Sell(ctx context.Context, in Sale) error {
	return httpx.Post(ctx, s.HTTP, s.Base+"/pay-api/v1/transactions/sale", in, nil) // want `httpx.Post puts the card number and security code into a request`
}

// SellSaved sends none.
func (s *Shop) SellSaved(ctx context.Context, in SavedSale) error {
	return httpx.Post(ctx, s.HTTP, s.Base+"/pay-api/v1/transactions/sale", in, nil)
}

// Look gets a card and sends none.
func (s *Shop) Look(ctx context.Context, id string) (out Sale, err error) {
	err = httpx.Post(ctx, s.HTTP, s.Base+"/find", map[string]string{"id": id}, &out)
	return out, err
}

// SellCall sends the card through a generic function.
func (s *Shop) SellCall(ctx context.Context, in Sale) (string, error) {
	return httpx.Call[Sale, string](ctx, s.HTTP, s.Base+"/pay-api/v1/transactions/sale", in) // want `httpx.Call puts the card number and security code into a request`
}

// SellSavedCall sends none.
func (s *Shop) SellSavedCall(ctx context.Context, in SavedSale) (Sale, error) {
	return httpx.Call[SavedSale, Sale](ctx, s.HTTP, s.Base+"/pay-api/v1/transactions/sale", in)
}

// SellRaw sends bytes.
func (s *Shop) SellRaw(in Sale) error {
	raw, err := json.Marshal(in)
	if err != nil {
		return err
	}
	return httpx.Send(s.HTTP, s.Base, bytes.NewReader(raw)) // want `httpx.Send puts the card number and security code into a request`
}

// SellBy sends through an interface.
func (s *Shop) SellBy(ctx context.Context, cardNumber, cvv string) error {
	return s.post.PostJSON(ctx, "/sale", struct { // want `s.post.PostJSON puts the card number and security code into a request`
		Number string `json:"accountNumber"`
		Code   string `json:"securityCode"`
	}{cardNumber, cvv})
}

// ServeHTTP gets a card.
func (s *Shop) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	var in Sale
	if err := httpx.ReadJSON(w, r, &in); err != nil { // want `httpx.ReadJSON takes the card number and security code out of a request`
		http.Error(w, "bad", http.StatusBadRequest)
	}
}

// ServeSaved gets none.
func (s *Shop) ServeSaved(w http.ResponseWriter, r *http.Request) {
	var in SavedSale
	if err := httpx.ReadJSON(w, r, &in); err != nil {
		http.Error(w, "bad", http.StatusBadRequest)
	}
}

// ServeDecoded gets a card.
func (s *Shop) ServeDecoded(w http.ResponseWriter, r *http.Request) {
	in, err := httpx.Decode[Sale](r) // want `httpx.Decode takes the card number and security code out of a request`
	if err != nil || in.Amount == "" {
		http.Error(w, "bad", http.StatusBadRequest)
	}
}

func (s *Shop) sell(ctx context.Context, in Sale) (SavedSale, error) {
	return SavedSale{Amount: in.Amount}, s.Sell(ctx, in)
}

func (s *Shop) sellSaved(ctx context.Context, in SavedSale) (Sale, error) {
	return Sale{Amount: in.Amount}, s.SellSaved(ctx, in)
}

// Routes are the routes of the shop.
func (s *Shop) Routes(mux *http.ServeMux) {
	mux.Handle("POST /sale", httpx.Handle(s.sell)) // want `httpx.Handle takes the card number and security code out of a request`
	mux.Handle("POST /saved", httpx.Handle(s.sellSaved))
}
