// Package toolkit has handlers that return errors to package web.
package toolkit

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"
	"time"

	"github.com/auroravet/auroravet/testdata/errorleak/toolkit/web"
)

var client = &http.Client{Timeout: 10 * time.Second}

func charge(ctx context.Context, key string) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, "https://api.flute.com/pay-api/v1/transactions/sale", strings.NewReader(`{}`))
	if err != nil {
		return err
	}
	req.Header.Set("Idempotency-Key", key)
	resp, err := client.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode >= 300 {
		text, _ := io.ReadAll(resp.Body)
		return fmt.Errorf("charge: %s", text)
	}
	return nil
}

// Desk has the handlers.
type Desk struct{}

// Routes names them.
func (d *Desk) Routes(mux *http.ServeMux) {
	mux.Handle("POST /pay", web.Func(d.pay))
	mux.Handle("POST /tip", web.Plain(d.tip))
	mux.Handle("POST /fee", web.Quiet(d.fee))
	mux.Handle("POST /own", web.Plain(d.own))
}

func (d *Desk) pay(w http.ResponseWriter, r *http.Request) error {
	if r.FormValue("amount") == "" {
		return &web.Trouble{Status: http.StatusBadRequest, Title: "The amount is missing"}
	}
	if err := charge(r.Context(), r.FormValue("order")); err != nil {
		return web.From(err) // want `web.Func.ServeHTTP shows the customer an error of the payment API`
	}
	w.WriteHeader(http.StatusNoContent)
	return nil
}

func (d *Desk) tip(w http.ResponseWriter, r *http.Request) error {
	if r.FormValue("amount") == "" {
		return errors.New("the amount is missing")
	}
	if err := charge(r.Context(), r.FormValue("order")); err != nil {
		return fmt.Errorf("tip: %w", err) // want `web.Plain.ServeHTTP shows the customer an error of the payment API`
	}
	w.WriteHeader(http.StatusNoContent)
	return nil
}

func (d *Desk) fee(w http.ResponseWriter, r *http.Request) error {
	return charge(r.Context(), r.FormValue("order"))
}

func (d *Desk) own(w http.ResponseWriter, r *http.Request) error {
	if charge(r.Context(), r.FormValue("order")) != nil {
		return errors.New("the payment did not work")
	}
	w.WriteHeader(http.StatusNoContent)
	return nil
}
