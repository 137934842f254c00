// Package ledger compares our books with the processor's.
package ledger

import (
	"context"
	"net/http"
	"os"

	"github.com/auroravet/auroravet/testdata/nethttp/internal/rest"
)

// Book reads the processor's books.
type Book struct{ c *rest.Client }

// Open returns the book of the account.
func Open(token string) *Book {
	// clienttimeout: a fault, zero timeout given to the constructor
	return &Book{c: rest.New(os.Getenv("AURORA_BASE_URL"), 0, func(r *http.Request) { // want `the http\.Client that sends GET ./pay-api/v1/settlements/batches has a timeout of zero, which is none; a silent server holds the caller for ever \(clienttimeout\)`
		r.Header.Set("Authorization", "Bearer "+token)
	})}
}

// Batches lists the settled batches.
func (b *Book) Batches(ctx context.Context) ([]map[string]any, error) {
	var out []map[string]any
	return out, b.c.Get(ctx, "/pay-api/v1/settlements/batches", &out)
}

// Transactions lists the transactions.
func (b *Book) Transactions(ctx context.Context) ([]map[string]any, error) {
	var out []map[string]any
	return out, b.c.Get(ctx, "/pay-api/v1/transactions", &out)
}
