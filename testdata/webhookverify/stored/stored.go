// Package stored has handlers that keep the signature for somebody else.
package stored

import (
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"encoding/json"
	"io"
	"net/http"
)

type delivery struct {
	Kind string `json:"kind"`
}

// row is what is kept of an event.
type row struct {
	ID, Signature string
	Body          json.RawMessage
}

// parcel is what a worker takes again.
type parcel struct {
	Signature string
	Body      json.RawMessage
}

type book interface {
	Save(ctx context.Context, r row) error
	SaveParcel(ctx context.Context, p parcel) error
	SaveVerified(ctx context.Context, r row) error
	Handle(ctx context.Context, signature string, body json.RawMessage) error
}

type desk struct {
	book  book
	db    *sql.DB
	start func(kind string)
}

// Routes wires them.
func Routes(mux *http.ServeMux, d *desk) {
	mux.HandleFunc("POST /decoded", d.decoded)
	mux.HandleFunc("POST /raw", d.raw)
	mux.HandleFunc("POST /inserted", d.inserted)
	mux.HandleFunc("POST /kept", d.kept)
	mux.HandleFunc("POST /again", d.again)
	mux.HandleFunc("POST /checked", d.checked)
	mux.HandleFunc("POST /layered", d.layered)
	mux.HandleFunc("POST /copied", d.copied)
}

// decoded keeps what it has decoded, and starts the work.
func (d *desk) decoded(w http.ResponseWriter, r *http.Request) {
	var body json.RawMessage
	if json.NewDecoder(r.Body).Decode(&body) != nil {
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	ev := row{ID: r.Header.Get("Flute-Webhook-Id"), Signature: r.Header.Get("Flute-Webhook-Signature"), Body: body} // want `the webhook signature is read and compared with nothing`
	if d.book.Save(r.Context(), ev) == nil {
		d.start("decoded")
	}
}

// raw keeps the body as it came: who reads it later can verify it.
func (d *desk) raw(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(r.Body)
	if err != nil {
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	if d.book.Save(r.Context(), row{ID: r.Header.Get("Flute-Webhook-Id"), Signature: r.Header.Get("Flute-Webhook-Signature"), Body: body}) == nil {
		d.start("raw")
	}
}

// inserted keeps a part of it.
func (d *desk) inserted(w http.ResponseWriter, r *http.Request) {
	var ev delivery
	if json.NewDecoder(r.Body).Decode(&ev) != nil {
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	_, err := d.db.ExecContext(r.Context(), "INSERT INTO events VALUES ($1, $2)", r.Header.Get("Flute-Webhook-Signature"), ev.Kind) // want `the webhook signature is read and compared with nothing`
	if err == nil {
		d.start(ev.Kind)
	}
}

// kept keeps the raw body too.
func (d *desk) kept(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	var ev delivery
	if json.Unmarshal(body, &ev) != nil {
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	_, _ = d.db.ExecContext(r.Context(), "INSERT INTO events VALUES ($1, $2, $3)", r.Header.Get("Flute-Webhook-Signature"), ev.Kind, body)
}

// again leaves it to work.
func (d *desk) again(w http.ResponseWriter, r *http.Request) {
	var body json.RawMessage
	if json.NewDecoder(r.Body).Decode(&body) != nil {
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	_ = d.book.SaveParcel(r.Context(), parcel{r.Header.Get("Flute-Webhook-Signature"), body})
}

// work verifies what again has kept.
func (d *desk) work(secret []byte, p parcel) {
	mac := hmac.New(sha256.New, secret)
	mac.Write(p.Body)
	if got, err := hex.DecodeString(p.Signature); err == nil && hmac.Equal(got, mac.Sum(nil)) {
		d.start("again")
	}
}

// checked hands it to what says that it verifies.
func (d *desk) checked(w http.ResponseWriter, r *http.Request) {
	var body json.RawMessage
	if json.NewDecoder(r.Body).Decode(&body) != nil {
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	_ = d.book.SaveVerified(r.Context(), row{Signature: r.Header.Get("Flute-Webhook-Signature"), Body: body})
}

// layered hands it to what may do anything.
func (d *desk) layered(w http.ResponseWriter, r *http.Request) {
	var body json.RawMessage
	if json.NewDecoder(r.Body).Decode(&body) != nil {
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	_ = d.book.Handle(r.Context(), r.Header.Get("Flute-Webhook-Signature"), body)
}

// copied keeps what it reads beside.
func (d *desk) copied(w http.ResponseWriter, r *http.Request) {
	var ev delivery
	text, to := io.Pipe()
	go func() { _, _ = d.db.Exec("INSERT INTO bodies VALUES ($1)", text) }()
	if json.NewDecoder(io.TeeReader(r.Body, to)).Decode(&ev) != nil {
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	_, _ = d.db.Exec("INSERT INTO events VALUES ($1, $2)", r.Header.Get("Flute-Webhook-Signature"), ev.Kind)
}
