// Command api serves the shop.
package main

import (
	"context"
	"encoding/json"
	"log/slog"
	"net/http"
	"time"

	"github.com/google/uuid"

	"github.com/auroravet/auroravet/testdata/services/internal/adapters/crmhttp"
	"github.com/auroravet/auroravet/testdata/services/internal/adapters/payhttp"
	"github.com/auroravet/auroravet/testdata/services/internal/core/ports"
	"github.com/auroravet/auroravet/testdata/services/internal/core/usecase"
	"github.com/auroravet/auroravet/testdata/services/internal/envx"
)

type uuids struct{}

// NewID makes an identifier.
func (uuids) NewID() string { return uuid.NewString() }

// App is the assembled application.
type App struct {
	refund   *usecase.RefundOrder
	goodwill *usecase.Goodwill
	ship     *usecase.Ship
	contacts ports.Contacts
	gateway  ports.PaymentGateway
}

func provideConfig() payhttp.Config {
	return payhttp.Config{BaseURL: envx.Must("AURORA_BASE_URL"), Token: envx.Must("AURORA_ACCESS_TOKEN"), Timeout: 30 * time.Second}
}

func provideIDs() ports.IDs { return uuids{} }

func initialize() *App {
	// idempotencykey: a fault, use case meets its gateway here
	cfg := provideConfig()
	hc := payhttp.NewHTTPClient(cfg)
	gw := payhttp.New(cfg, hc)
	return &App{
		refund:   &usecase.RefundOrder{Gateway: gw},
		goodwill: usecase.NewGoodwill(gw),
		ship:     usecase.NewShip(gw, provideIDs()),
		contacts: crmhttp.New(),
		gateway:  gw,
	}
}

func main() {
	app := initialize()
	mux := http.NewServeMux()
	mux.Handle("POST /refunds", app.refunds())
	mux.Handle("POST /goodwill", app.gifts())
	mux.Handle("POST /contacts", app.people())
	mux.HandleFunc("POST /close", func(w http.ResponseWriter, r *http.Request) {
		if err := app.gateway.CloseDay(r.Context(), time.Now()); err != nil {
			http.Error(w, "not closed", http.StatusBadGateway)
		}
	})
	srv := &http.Server{Addr: ":8080", Handler: mux, ReadHeaderTimeout: 5 * time.Second}
	slog.Error("serve", "err", srv.ListenAndServe())
}

func (a *App) refunds() http.HandlerFunc {
	// idempotencykey: fine, use case names the operation
	type request struct{ Order, Transaction string }
	return func(w http.ResponseWriter, r *http.Request) {
		var in request
		if err := json.NewDecoder(r.Body).Decode(&in); err != nil {
			http.Error(w, "bad request", http.StatusBadRequest)
			return
		}
		if err := a.refund.Execute(r.Context(), usecase.RefundInput{Order: in.Order, Transaction: in.Transaction}); err != nil {
			http.Error(w, "not now", http.StatusBadGateway)
			return
		}
		w.WriteHeader(http.StatusNoContent)
	}
}

func (a *App) gifts() http.HandlerFunc {
	// idempotencykey: fine here, the use case is at fault
	return func(w http.ResponseWriter, r *http.Request) {
		if err := a.goodwill.Execute(r.Context(), r.FormValue("transaction"), 500); err != nil {
			http.Error(w, "not now", http.StatusBadGateway)
		}
	}
}

func (a *App) people() http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if err := a.contacts.Add(context.WithoutCancel(r.Context()), r.FormValue("name")); err != nil {
			http.Error(w, "not now", http.StatusBadGateway)
		}
	}
}
