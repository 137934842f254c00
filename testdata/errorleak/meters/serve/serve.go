// Package serve wires what another package shows, which is reported there.
package serve

import (
	"context"
	"net/http"

	"github.com/auroravet/auroravet/testdata/errorleak/meters"
	"github.com/auroravet/auroravet/testdata/errorleak/meters/panel"
	"github.com/auroravet/auroravet/testdata/errorleak/pay"
)

func routes(ctx context.Context) *http.ServeMux {
	m := meters.New()
	go m.Watch(ctx)
	mux := http.NewServeMux()
	mux.HandleFunc("GET /health", m.Health)
	mux.HandleFunc("GET /page", m.Page())
	mux.HandleFunc("GET /ready", m.Ready)
	mux.Handle("GET /again", http.HandlerFunc(m.Health))
	p := &panel.Panel{Meter: m}
	mux.HandleFunc("GET /panel", p.Last) // want `panel.Panel.Last shows the customer an error`
	return mux
}

// noting is what the other package knows nothing of.
func noting(ctx context.Context, p *pay.Client) *http.ServeMux {
	m := meters.New()
	if _, err := p.Charge(ctx, "1", 1); err != nil {
		m.Note = err.Error()
	}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /noted", m.Noted) // want `meters.Meter.Noted shows the customer an error`
	return mux
}
