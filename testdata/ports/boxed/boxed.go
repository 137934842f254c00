// Package boxed serves what a container gives it.
package boxed

import (
	"context"
	"net/http"

	"go.uber.org/fx"

	"github.com/auroravet/auroravet/testdata/ports/gateway"
)

// Seeker finds payments.
type Seeker interface {
	Look(ctx context.Context, id string) (string, error)
}

// Desk serves.
type Desk struct{ seek Seeker }

// NewDesk returns a desk.
func NewDesk(s Seeker) *Desk { return &Desk{s} }

// ServeHTTP implements http.Handler.
func (d *Desk) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if _, err := d.seek.Look(r.Context(), r.FormValue("id")); err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway) // want "http.Error shows the customer an error of the payment API"
	}
}

// Module is what the container makes.
var Module = fx.Module("boxed", fx.Provide(fx.Annotate(gateway.New, fx.As(new(Seeker))), NewDesk))
