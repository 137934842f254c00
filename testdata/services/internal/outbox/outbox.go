// Package outbox sends what the database says has to be sent.
package outbox

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"net/http"
	"os"
	"time"

	"github.com/google/uuid"
)

// Row is one message that waits.
type Row struct {
	ID      uuid.UUID
	Kind    string
	Payload json.RawMessage
	Sent    sql.NullTime
}

// Relay sends rows.
type Relay struct {
	db   *sql.DB
	hc   *http.Client
	base string
	kind map[string]func(context.Context, Row) error
}

// New returns a relay.
func New(db *sql.DB) *Relay {
	// clienttimeout: fine, limit in the literal
	r := &Relay{db: db, hc: &http.Client{Timeout: 10 * time.Second}, base: os.Getenv("FLUTE_URL")}
	r.kind = map[string]func(context.Context, Row) error{
		"refund": r.refund,
		"void":   r.void,
		"member": r.member,
		"slip":   r.slip,
	}
	return r
}

// Poll sends what waits, again and again.
func (r *Relay) Poll(ctx context.Context) error {
	for tick := time.Tick(5 * time.Second); ; {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-tick:
		}
		rows, err := r.pending(ctx)
		if err != nil {
			return err
		}
		for _, row := range rows {
			if f, ok := r.kind[row.Kind]; ok && f(ctx, row) == nil {
				r.db.ExecContext(ctx, `update outbox set sent = now() where id = $1`, row.ID)
			}
		}
	}
}

func (r *Relay) pending(ctx context.Context) ([]Row, error) {
	rows, err := r.db.QueryContext(ctx, `select id, kind, payload from outbox where sent is null limit 50`)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []Row
	for rows.Next() {
		var x Row
		if err := rows.Scan(&x.ID, &x.Kind, &x.Payload); err != nil {
			return nil, err
		}
		out = append(out, x)
	}
	return out, rows.Err()
}

func (r *Relay) deliver(req *http.Request) error {
	resp, err := r.hc.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode >= 300 {
		return errors.New("outbox: " + resp.Status)
	}
	return nil
}

func (r *Relay) refund(ctx context.Context, row Row) error {
	// idempotencykey: fine, id of the row is the same in each delivery
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, r.base+"/pay-api/v1/transactions/return", bytes.NewReader(row.Payload))
	if err != nil {
		return err
	}
	req.Header.Set("Idempotency-Key", row.ID.String())
	return r.deliver(req)
}

func (r *Relay) void(ctx context.Context, row Row) error {
	// idempotencykey: a fault, row id goes into another header
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, r.base+"/pay-api/v1/transactions/void", bytes.NewReader(row.Payload)) // want `POST ./pay-api/v1/transactions/void leaves without an idempotency key; a repeated request is taken for a new one \(idempotencykey\)`
	if err != nil {
		return err
	}
	req.Header.Set("X-Message-Id", row.ID.String())
	return r.deliver(req)
}

func (r *Relay) member(ctx context.Context, row Row) error {
	// idempotencykey: a fault, two writes, only the first has the key
	var in struct{ Customer, Method string }
	if err := json.Unmarshal(row.Payload, &in); err != nil {
		return err
	}
	first, err := http.NewRequestWithContext(ctx, http.MethodPut, r.base+"/v2/customers/"+in.Customer, bytes.NewReader(row.Payload))
	if err != nil {
		return err
	}
	first.Header.Set("Idempotency-Key", row.ID.String())
	if err := r.deliver(first); err != nil {
		return err
	}
	second, err := http.NewRequestWithContext(ctx, http.MethodPost, r.base+"/v2/payment-methods/"+in.Method+"/set-default", nil) // want `POST ./v2/payment-methods/./set-default leaves without an idempotency key; a repeated request is taken for a new one \(idempotencykey\)`
	if err != nil {
		return err
	}
	return r.deliver(second)
}

func (r *Relay) slip(ctx context.Context, row Row) error {
	// idempotencykey: fine, receipt
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, r.base+"/v2/transactions/"+row.ID.String()+"/share-receipt", bytes.NewReader(row.Payload))
	if err != nil {
		return err
	}
	return r.deliver(req)
}

// Enqueue stores a credit and sends it at once.
func (r *Relay) Enqueue(ctx context.Context, method string) error {
	// idempotencykey: fine, referenceId of the stored row
	row := Row{ID: uuid.New(), Kind: "credit"}
	body, err := json.Marshal(map[string]any{"paymentMethodId": method, "referenceId": row.ID})
	if err != nil {
		return err
	}
	row.Payload = body
	if _, err := r.db.ExecContext(ctx, `insert into outbox(id, kind, payload) values ($1,$2,$3)`, row.ID, row.Kind, row.Payload); err != nil {
		return err
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, r.base+"/v2/transactions/credit", bytes.NewReader(body))
	if err != nil {
		return err
	}
	return r.deliver(req)
}
