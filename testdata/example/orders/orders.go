// Package orders keeps the orders of the shop.
package orders

import (
	"errors"
	"sync"
)

// ErrUnknown says that there is no such order.
var ErrUnknown = errors.New("unknown order")

// Order is one order and how its payment stands.
type Order struct {
	ID            string
	Amount        string
	Currency      string
	TransactionID string
	State         string
}

// Store holds orders in memory.
type Store struct {
	mu     sync.Mutex
	orders map[string]Order
}

// NewStore returns an empty store.
func NewStore() *Store { return &Store{orders: make(map[string]Order)} }

// Get returns an order.
func (s *Store) Get(id string) (Order, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	o, ok := s.orders[id]
	if !ok {
		return Order{}, ErrUnknown
	}
	return o, nil
}

// Put stores an order.
func (s *Store) Put(o Order) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.orders[o.ID] = o
}

// SetState notes how the payment of a transaction stands.
func (s *Store) SetState(transactionID, state string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	for id, o := range s.orders {
		if o.TransactionID == transactionID {
			o.State = state
			s.orders[id] = o
			return nil
		}
	}
	return ErrUnknown
}
