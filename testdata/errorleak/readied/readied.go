// Package readied has values that are completed when they are about to be written.
package readied

import (
	"context"
	"encoding/json"
	"net/http"

	"github.com/go-chi/render"
)

func ask(ctx context.Context, id string) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, "https://api.flute.com/pay-api/v1/transactions/"+id, nil)
	if err != nil {
		return err
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Failure takes over what its cause says.
type Failure struct {
	Cause error  `json:"-"`
	Text  string `json:"text"`
}

// Render implements render.Renderer.
func (f *Failure) Render(_ http.ResponseWriter, r *http.Request) error {
	render.Status(r, http.StatusBadGateway)
	f.Text = f.Cause.Error()
	return nil
}

// Discreet keeps its cause to itself.
type Discreet struct {
	Cause error  `json:"-"`
	Text  string `json:"text"`
}

// Render implements render.Renderer.
func (d *Discreet) Render(_ http.ResponseWriter, r *http.Request) error {
	render.Status(r, http.StatusBadGateway)
	d.Text = "not now"
	return nil
}

// Tell shows what the cause says.
func Tell(w http.ResponseWriter, r *http.Request) {
	if err := ask(r.Context(), r.FormValue("id")); err != nil {
		_ = render.Render(w, r, &Failure{Cause: err}) // want "render.Render shows the customer an error"
	}
}

func failure(err error) render.Renderer { return &Failure{Cause: err} }

// TellMade leaves the making to a function.
func TellMade(w http.ResponseWriter, r *http.Request) {
	if err := ask(r.Context(), r.FormValue("id")); err != nil {
		_ = render.Render(w, r, failure(err)) // want "render.Render shows the customer an error"
	}
}

// Hush does not.
func Hush(w http.ResponseWriter, r *http.Request) {
	if err := ask(r.Context(), r.FormValue("id")); err != nil {
		_ = render.Render(w, r, &Discreet{Cause: err})
	}
}

// fill does by hand what a library does for others.
func (f *Failure) fill() { f.Text = f.Cause.Error() }

// clear fills in a text of the program's own.
func (f *Failure) clear() { f.Text = "not now" }

// ByHand calls the method.
func ByHand(w http.ResponseWriter, r *http.Request) {
	f := &Failure{Cause: ask(r.Context(), r.FormValue("id"))}
	if f.Cause != nil {
		f.fill()
		_ = json.NewEncoder(w).Encode(f) // want "json.Encoder.Encode shows the customer an error"
	}
}

// Cleared calls the other one.
func Cleared(w http.ResponseWriter, r *http.Request) {
	f := &Failure{Cause: ask(r.Context(), r.FormValue("id"))}
	if f.Cause != nil {
		f.clear()
		_ = json.NewEncoder(w).Encode(f)
	}
}
