// Package counter serves what a ledger has.
package counter

import (
	"context"
	"net/http"
	"time"

	"github.com/auroravet/auroravet/testdata/clients/handed/ledger"
)

// Entries is what it needs of a ledger.
type Entries interface {
	Entry(ctx context.Context, id string) (*http.Response, error)
}

// Counter waits as long as the ledger does.
type Counter struct{ entries Entries }

// New returns one.
func New(e Entries) *Counter { return &Counter{e} }

// Show answers with an entry.
func (c *Counter) Show(w http.ResponseWriter, r *http.Request) { show(r.Context(), c.entries, w, r) }

// Careful waits for three seconds.
type Careful struct{ entries Entries }

// NewCareful returns one.
func NewCareful(e Entries) *Careful { return &Careful{e} }

// Show answers with an entry.
func (c *Careful) Show(w http.ResponseWriter, r *http.Request) {
	ctx, cancel := context.WithTimeout(r.Context(), 3*time.Second)
	defer cancel()
	show(ctx, c.entries, w, r)
}

func show(ctx context.Context, e Entries, w http.ResponseWriter, r *http.Request) {
	resp, err := e.Entry(ctx, r.PathValue("id"))
	if err != nil {
		http.Error(w, "no entry", http.StatusBadGateway)
		return
	}
	_ = resp.Body.Close()
}

// Night looks at entries by night.
type Night struct{ ledger *ledger.Ledger }

// NewNight is for programs that a framework wires.
func NewNight(l *ledger.Ledger) *Night { return &Night{l} }

// Quick is a Night with a ledger of its own.
func Quick() *Night { return &Night{ledger.New(&http.Client{Timeout: time.Second})} }

// Look looks at one.
func (n *Night) Look(ctx context.Context, id string) error {
	resp, err := n.ledger.Entry(ctx, id)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
