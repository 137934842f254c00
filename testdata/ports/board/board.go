// Package board shows what those tell that do the work.
package board

import (
	"encoding/json"
	"fmt"
	"net/http"

	"github.com/auroravet/auroravet/testdata/ports/rounds"
)

// Board serves.
type Board struct{ Rounds *rounds.Rounds }

// Mount adds what it serves.
func (b *Board) Mount(mux *http.ServeMux) {
	mux.HandleFunc("/board/watch", b.watch)
	mux.HandleFunc("/board/states", b.states)
	mux.HandleFunc("/board/report", b.report)
	mux.HandleFunc("/board/note", b.note)
	mux.HandleFunc("/board/count", b.count)
}

func (b *Board) watch(w http.ResponseWriter, r *http.Request) {
	for line := range b.Rounds.Watch(r.Context(), r.URL.Query()["id"]) {
		text, _ := json.Marshal(line)
		fmt.Fprintf(w, "data: %s\n\n", text) // want "fmt.Fprintf shows the customer an error of the payment API"
	}
}

func (b *Board) states(w http.ResponseWriter, r *http.Request) {
	for line := range b.Rounds.Watch(r.Context(), r.URL.Query()["id"]) {
		fmt.Fprintf(w, "data: %s %s\n\n", line.ID, line.State)
	}
}

func (b *Board) report(w http.ResponseWriter, r *http.Request) {
	_ = json.NewEncoder(w).Encode(b.Rounds.Report(r.Context(), r.URL.Query()["id"])) // want "json.Encoder.Encode shows the customer an error of the payment API"
}

func (b *Board) note(w http.ResponseWriter, r *http.Request) {
	fmt.Fprintln(w, b.Rounds.Note(r.Context(), r.FormValue("id"))) // want "fmt.Fprintln shows the customer an error of the payment API"
}

func (b *Board) count(w http.ResponseWriter, r *http.Request) {
	kept, notes := b.Rounds.Count(r.Context(), r.URL.Query()["id"])
	fmt.Fprintln(w, kept, notes)
}
