// Package ledger calls the API through a client that it is given.
package ledger

import (
	"context"
	"net/http"
)

// Ledger reads transactions.
type Ledger struct {
	HC   *http.Client
	Base string
}

// New reads those of production.
func New(hc *http.Client) *Ledger { return &Ledger{hc, "https://api.flute.com"} }

// Entry reads one.
func (l *Ledger) Entry(ctx context.Context, id string) (*http.Response, error) {
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, l.Base+"/v2/transactions/"+id, nil)
	if err != nil {
		return nil, err
	}
	return l.HC.Do(r)
}
