// Package desk shows what became of a terminal.
package desk

import (
	"encoding/json"
	"errors"
	"fmt"
	"net/http"

	"github.com/auroravet/auroravet/testdata/errorleak/built"
)

type desk struct{ terminals *built.Terminals }

func (d *desk) reason(w http.ResponseWriter, r *http.Request) {
	_, err := d.terminals.Name(r.Context(), r.PathValue("id"))
	var no *built.Refusal
	switch {
	case errors.As(err, &no):
		_ = json.NewEncoder(w).Encode(map[string]string{"reason": no.Reason}) // want `json.Encoder.Encode shows the customer an error`
	case err != nil:
		w.WriteHeader(http.StatusBadGateway)
	default:
		w.WriteHeader(http.StatusNoContent)
	}
}

func (d *desk) raw(w http.ResponseWriter, r *http.Request) {
	err := d.terminals.Ping(r.Context(), r.PathValue("id"))
	if no, ok := errors.AsType[*built.Refusal](err); ok {
		_, _ = w.Write(no.Raw) // want `http.ResponseWriter.Write shows the customer an error`
	}
}

func (d *desk) asserted(w http.ResponseWriter, r *http.Request) {
	err := d.terminals.Ping(r.Context(), r.PathValue("id"))
	if no, ok := err.(*built.Refusal); ok {
		http.Error(w, "refused: "+no.Reason, no.Status) // want `http.Error shows the customer an error`
	}
}

func (d *desk) number(w http.ResponseWriter, r *http.Request) {
	_, err := d.terminals.Name(r.Context(), r.PathValue("id"))
	var no *built.Refusal
	if errors.As(err, &no) {
		fmt.Fprintf(w, "status %d, ask for %s", no.Status, no.TraceID)
		return
	}
	if err != nil {
		http.Error(w, "no terminal", http.StatusBadGateway)
	}
}

func (d *desk) late(w http.ResponseWriter, r *http.Request) {
	_, err := d.terminals.Name(r.Context(), r.PathValue("id"))
	var late *built.Late
	if errors.As(err, &late) {
		http.Error(w, late.Error()+late.Note, http.StatusConflict)
	}
}
