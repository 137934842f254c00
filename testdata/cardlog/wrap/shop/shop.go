// Package shop hands card data to helpers of other packages.
package shop

import (
	"context"
	"net/http"
	"os"

	"github.com/auroravet/auroravet/testdata/cardlog/wrap/audit"
	"github.com/auroravet/auroravet/testdata/cardlog/wrap/logx"
)

// Sale is a keyed sale.
type Sale struct {
	Order      string
	CardNumber string
	CVV        string
}

func helpers(s Sale) {
	logx.Any("sale", s) // want `s shows the card number and security code in clear to logx.Any`
	logx.Any("order", s.Order)
	logx.Generic(s) // want `s shows`
	logx.Generic(s.Order)
	logx.Text("card " + s.CardNumber) // want `"card " \+ s.CardNumber shows`
	logx.Text("order " + s.Order)
	logx.Size(s.CardNumber)
	logx.To(os.Stderr, s.CVV) // want `s.CVV shows`
	logx.With("sale", logx.F("order", s.Order))
	logx.With("sale", logx.F("n", s.CardNumber)) // want `logx.F\("n", s.CardNumber\) shows`
	logx.NewEvent().Set("order", s.Order).Send()
}

func event(s Sale) {
	logx.NewEvent().Set("order", s.Order).Set("card", s.CardNumber).Send() // want `shows the card number`
}

func layers(t *audit.Trail, s Sale) {
	t.Record("sale", map[string]any{"order": s.Order})
	t.Record("sale", map[string]any{"order": s.Order, "card": s.CardNumber}) // want `map\[string\]any{…} shows`
	audit.Note("sale", s)                                                    // want `s shows`
	audit.Count("sale", s.CardNumber, s.CVV)
	audit.Keep(map[string]any{}, "sale", s)
}

type handler struct {
	log   logx.Logger
	trail *audit.Trail
}

func (h *handler) interfaces(ctx context.Context, s Sale) {
	h.log.Info("sale", "order", s.Order)
	h.log.Info("sale", "card", s.CardNumber) // want `s.CardNumber shows`
	h.log.Debugf("sale %T of %s", s, s.Order)
	h.log.Debugf("sale %v", s)                // want `s shows`
	logx.From(ctx).Info("sale", "cvv", s.CVV) // want `s.CVV shows`
	logx.Nop().Info("quiet")
}

// client sends sales; what goes out holds card data.
func client() *http.Client {
	return &http.Client{Transport: logx.Dump{Next: http.DefaultTransport}}
}

func noted(s Sale) {
	logx.Notef("%s was paid by a %T", s.Order, s)
	logx.Notef("%s was paid by %v", s.Order, s) // want `s shows`
}
