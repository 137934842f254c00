// Package app serves what another package implements.
package app

import (
	"log/slog"
	"net/http"

	"github.com/auroravet/auroravet/testdata/errorleak/pay"
	"github.com/auroravet/auroravet/testdata/errorleak/strict"
	"github.com/auroravet/auroravet/testdata/errorleak/strict/shelfapi"
)

// App is the program.
type App struct {
	Desk *strict.Desk
	Mux  *http.ServeMux
}

func fail(w http.ResponseWriter, r *http.Request, err error) {
	slog.ErrorContext(r.Context(), "failed", "err", err)
	w.WriteHeader(http.StatusInternalServerError)
}

// New makes it.
func New() *App {
	return &App{Desk: &strict.Desk{Pay: pay.New()}, Mux: http.NewServeMux()}
}

// Routes forgets the handler for errors.
func (a *App) Routes() {
	si := shelfapi.NewStrictHandlerWithOptions(a.Desk, nil, shelfapi.StrictHTTPServerOptions{RequestErrorHandlerFunc: fail})
	shelfapi.HandlerFromMux(si, a.Mux) // want "shelfapi.HandlerFromMux shows the customer an error of the payment API"
}

// Handled sets it.
func (a *App) Handled() {
	var options shelfapi.StrictHTTPServerOptions
	options.RequestErrorHandlerFunc = fail
	options.ResponseErrorHandlerFunc = fail
	shelfapi.HandlerFromMux(shelfapi.NewStrictHandlerWithOptions(a.Desk, nil, options), a.Mux)
	strict.Given(a.Desk, options)
}
