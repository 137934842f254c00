// Package web is the checkout over HTTP.
package web

import (
	"encoding/json"
	"log/slog"
	"net/http"

	"github.com/auroravet/auroravet/testdata/example/gateway"
	"github.com/auroravet/auroravet/testdata/example/orders"
)

// Shop answers the requests of buyers and of the back office.
type Shop struct {
	pay   *gateway.Client
	store *orders.Store
}

// New returns the shop.
func New(pay *gateway.Client, store *orders.Store) *Shop {
	return &Shop{pay: pay, store: store}
}

// Pay charges the card of the buyer.
func (s *Shop) Pay(w http.ResponseWriter, r *http.Request) {
	order, err := s.store.Get(r.PathValue("id"))
	if err != nil {
		http.Error(w, "no such order", http.StatusNotFound)
		return
	}
	var card gateway.Card
	if err := json.NewDecoder(http.MaxBytesReader(w, r.Body, 1<<16)).Decode(&card); err != nil {
		http.Error(w, "unreadable card", http.StatusBadRequest)
		return
	}
	slog.Info("paying", "order", order.ID, "card", maskPAN(card.CardNumber))

	tx, err := s.pay.Charge(r.Context(), gateway.Sale{Amount: order.Amount, Currency: order.Currency, Card: card})
	if err != nil {
		slog.Error("payment failed", "order", order.ID, "card", card, "err", err)
		http.Error(w, "the payment did not go through", http.StatusBadGateway)
		return
	}
	order.TransactionID, order.State = tx.ID, tx.Status
	s.store.Put(order)
	w.WriteHeader(http.StatusNoContent)
}

// Ship captures the payment of an order that leaves the house.
func (s *Shop) Ship(w http.ResponseWriter, r *http.Request) {
	order, err := s.store.Get(r.PathValue("id"))
	if err != nil {
		http.Error(w, "no such order", http.StatusNotFound)
		return
	}
	if err := s.pay.Capture(r.Context(), "capture-"+order.ID, order.TransactionID, order.Amount); err != nil {
		slog.Error("capture failed", "order", order.ID, "err", err)
		http.Error(w, "the capture did not go through", http.StatusBadGateway)
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

// Refund pays an order back.
func (s *Shop) Refund(w http.ResponseWriter, r *http.Request) {
	order, err := s.store.Get(r.PathValue("id"))
	if err != nil {
		http.Error(w, "no such order", http.StatusNotFound)
		return
	}
	if err := s.pay.Refund(r.Context(), order.TransactionID, order.Amount); err != nil {
		slog.Error("refund failed", "order", order.ID, "err", err)
		http.Error(w, "the refund did not go through", http.StatusBadGateway)
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

// maskPAN keeps the last four digits.
func maskPAN(pan string) string {
	if len(pan) < 4 {
		return "****"
	}
	return "****" + pan[len(pan)-4:]
}
