package tapped

import (
	"context"
	"encoding/json"
	"net/http"
	"time"

	"github.com/auroravet/auroravet/testdata/cardlog/tapped/probe"
)

// Handlers of a package that gets cards: a helper of another package writes down what each of
// them is given, and only one is given a card.

func keyed(w http.ResponseWriter, r *http.Request) {
	probe.Show(r) // want `r shows the card data in clear to probe.Show`
	var k Keyed
	if err := json.NewDecoder(r.Body).Decode(&k); err != nil {
		w.WriteHeader(http.StatusBadRequest)
	}
}

func listed(w http.ResponseWriter, r *http.Request) {
	probe.Show(r)
	w.WriteHeader(http.StatusNoContent)
}

// Booth is a client that is one by what it embeds.
type Booth struct {
	*http.Client
	retries int
}

func newBooth() Booth {
	return Booth{&http.Client{Transport: probe.Tape{Next: http.DefaultTransport}}, 3}
}

func (b Booth) pay(k Keyed) error {
	_, err := b.Do(sale(k)) // want `sale\(k\) shows`
	return err
}

// Window is one by a method of its own, which others call.
type Window struct{ hc *http.Client }

// NewWindow makes a Window.
func NewWindow() *Window {
	rt := http.DefaultTransport
	rt = &probe.Tee{Next: rt}
	hc := &http.Client{Timeout: time.Second}
	hc.Transport = rt
	return &Window{hc}
}

// Do sends with the agreed headers.
func (w *Window) Do(req *http.Request) (*http.Response, error) {
	req.Header.Set("Accept", "application/json")
	return w.hc.Do(req)
}

func (w *Window) pay(k Keyed) error {
	_, err := w.Do(sale(k)) // want `sale\(k\) shows`
	return err
}

func (w *Window) list() error {
	req, err := http.NewRequest(http.MethodGet, sales, nil)
	if err != nil {
		return err
	}
	_, err = w.Do(req)
	return err
}

func window(k Keyed) {
	_, _ = NewWindow().Do(sale(k)) // want `sale\(k\) shows`
}

// Hatch sends with retries, whose requests a method makes.
type Hatch struct {
	send *http.Client
	list *http.Client
}

func newHatch() *Hatch {
	return &Hatch{
		send: &http.Client{Transport: &probe.Spool{Under: http.DefaultTransport}},
		list: &http.Client{Transport: probe.Head{Next: http.DefaultTransport}},
	}
}

func (h *Hatch) request(ctx context.Context, v any) (*http.Request, error) {
	raw, err := json.Marshal(v)
	if err != nil {
		return nil, err
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, sales, nil)
	if err != nil {
		return nil, err
	}
	req.Body = body(raw)
	return req, nil
}

func (h *Hatch) pay(ctx context.Context, k Keyed) error {
	req, err := h.request(ctx, k)
	if err != nil {
		return err
	}
	for range 3 {
		if _, err = h.send.Do(req); err == nil { // want `req shows`
			return nil
		}
	}
	_, err = h.list.Do(req)
	return err
}

func (h *Hatch) refund(ctx context.Context, order string) error {
	req, err := h.request(ctx, map[string]string{"order": order})
	if err != nil {
		return err
	}
	_, err = h.send.Do(req)
	return err
}
