// Package api serves the orders.
package api

import (
	"errors"
	"net/http"

	"github.com/auroravet/auroravet/testdata/errorleak/httpx"
	"github.com/auroravet/auroravet/testdata/errorleak/orders"
	"github.com/auroravet/auroravet/testdata/errorleak/pay"
)

// API serves the orders.
type API struct{ Orders *orders.Service }

func (a *API) place(w http.ResponseWriter, r *http.Request) {
	id, err := a.Orders.Place(r.Context(), r.PathValue("id"))
	if err != nil {
		httpx.Error(w, http.StatusBadGateway, err) // want `httpx.Error shows the customer an error`
		return
	}
	httpx.JSON(w, http.StatusOK, map[string]string{"id": id})
}

func (a *API) placeSafely(w http.ResponseWriter, r *http.Request) {
	if _, err := a.Orders.Place(r.Context(), r.PathValue("id")); err != nil {
		httpx.Safe(w, http.StatusBadGateway, err)
	}
}

func (a *API) renew(w http.ResponseWriter, r *http.Request) {
	_, err := a.Orders.Renew(r.Context(), r.PathValue("id"))
	if errors.Is(err, orders.ErrDeclined) {
		httpx.Error(w, http.StatusPaymentRequired, err)
		return
	}
	if err != nil {
		httpx.Error(w, http.StatusBadGateway, err)
	}
}

func (a *API) translated(w http.ResponseWriter, r *http.Request) {
	if _, err := a.Orders.Place(r.Context(), r.PathValue("id")); err != nil {
		httpx.Translate(w, err)
	}
}

func (a *API) cancel(w http.ResponseWriter, r *http.Request) {
	if err := a.Orders.Cancel(r.Context(), r.PathValue("id")); err != nil {
		httpx.Error(w, http.StatusBadGateway, err)
	}
}

func (a *API) cancelTranslated(w http.ResponseWriter, r *http.Request) {
	if err := a.Orders.Cancel(r.Context(), r.PathValue("id")); err != nil {
		httpx.Translate(w, err)
	}
}

func (a *API) explain(w http.ResponseWriter, r *http.Request) {
	if err := a.Orders.Explain(r.Context(), r.PathValue("id")); err != nil {
		httpx.Translate(w, err) // want `httpx.Translate shows the customer an error`
	}
}

func (a *API) returned(w http.ResponseWriter, r *http.Request) error {
	_, err := a.Orders.Place(r.Context(), r.PathValue("id"))
	return err
}

// Routes names the handlers.
func (a *API) Routes(mux *http.ServeMux) {
	mux.HandleFunc("POST /place/{id}", a.place)
	mux.HandleFunc("POST /quiet/{id}", httpx.Quiet(a.returned))
	mux.HandleFunc("POST /loud/{id}", httpx.Loud(a.returned)) // want `shows the customer an error`
}

// whole encodes the error itself, with all its fields.
func whole(w http.ResponseWriter, r *http.Request, c *pay.Client) {
	_, err := c.Charge(r.Context(), "k", 1)
	var api *pay.Error
	if errors.As(err, &api) {
		httpx.JSON(w, http.StatusBadGateway, api) // want `httpx.JSON shows the customer an error`
	}
}
