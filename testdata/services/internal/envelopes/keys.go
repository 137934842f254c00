// Package envelopes sends the calls of the box office. Every method finds its key elsewhere.
package envelopes

import (
	"bytes"
	"context"
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"hash/fnv"
	"math/big"
	mathrand "math/rand"
	"net/http"
	"os"
	"strconv"
	"sync"
	"time"

	"github.com/google/uuid"

	"github.com/auroravet/auroravet/testdata/services/internal/tokens"
)

// Office sells tickets.
type Office struct {
	root  string
	hc    *http.Client
	db    *sql.DB
	maker tokens.Maker
	fresh func() string
	fixed func() string
	book  tokens.Book
	seen  sync.Map
	hmac  []byte
}

// Order is a ticket order.
type Order struct {
	ID, Currency, Hold string
	Cents              int64
	Row                int
}

// NewOffice opens the office.
func NewOffice(db *sql.DB) *Office {
	// clienttimeout: fine, limit set in the nested literal
	// idempotencykey: a fault, constant answered by the injected function
	return &Office{
		root:  os.Getenv("FLUTE_API_ROOT"),
		hc:    &http.Client{Timeout: 20 * time.Second, Transport: http.DefaultTransport},
		db:    db,
		maker: tokens.Random(),
		fresh: uuid.NewString,
		fixed: func() string { return "box-office" },
	}
}

func (o *Office) keyed(ctx context.Context, method, path, key string, body []byte) error {
	// idempotencykey: fine, key is a parameter
	req, err := http.NewRequestWithContext(ctx, method, o.root+path, bytes.NewReader(body))
	if err != nil {
		return err
	}
	req.Header.Set("Idempotency-Key", key)
	resp, err := o.hc.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode > 299 {
		return fmt.Errorf("office: status %d", resp.StatusCode)
	}
	return nil
}

// Sell charges; the payload names the charge.
func (o *Office) Sell(ctx context.Context, in any) error {
	// idempotencykey: fine, digest of the payload through another package
	b, err := json.Marshal(in)
	if err != nil {
		return err
	}
	return o.keyed(ctx, http.MethodPost, "/v2/transactions", tokens.Digest(b), b)
}

// Capture takes the money of an order.
func (o *Office) Capture(ctx context.Context, ord Order) error {
	// idempotencykey: fine, order, amount and currency
	key := fmt.Sprintf("%s_%d_%s", ord.ID, ord.Cents, ord.Currency)
	return o.keyed(ctx, http.MethodPost, "/v2/transactions/"+ord.Hold+"/capture", key, nil)
}

// Reverse gives the money back.
func (o *Office) Reverse(ctx context.Context, ord Order) error {
	// idempotencykey: fine, name-based UUID of the order
	return o.keyed(ctx, http.MethodPost, "/v2/transactions/"+ord.Hold+"/reversal", tokens.Named("reverse", ord.ID, ord.Cents), nil)
}

// Tip adds a tip.
func (o *Office) Tip(ctx context.Context, ord Order) error {
	// idempotencykey: fine, hmac over the order
	m := hmac.New(sha256.New, o.hmac)
	m.Write([]byte("tip|" + ord.ID + "|" + strconv.FormatInt(ord.Cents, 10)))
	return o.keyed(ctx, http.MethodPost, "/v2/transactions/"+ord.Hold+"/tip-adjustment", hex.EncodeToString(m.Sum(nil)), nil)
}

// Link makes a payment link per order, two days apart or not.
func (o *Office) Link(ctx context.Context, ord Order, body []byte) error {
	// idempotencykey: fine, sum of the order's own words
	h := fnv.New128a()
	fmt.Fprint(h, ord)
	return o.keyed(ctx, http.MethodPost, "/v2/payment-links", "link-"+hex.EncodeToString(h.Sum(nil)), body)
}

// Freeze holds a bank payment.
func (o *Office) Freeze(ctx context.Context, ord Order) error {
	// idempotencykey: fine, maker interface asked once
	return o.keyed(ctx, http.MethodPost, "/v2/transactions/"+ord.Hold+"/ach-hold", o.maker.Make(), nil)
}

// Thaw lets a bank payment go.
func (o *Office) Thaw(ctx context.Context, ord Order) error {
	// idempotencykey: a fault, maker interface asked in every attempt
	var err error
	for n := 0; n < 3; n++ {
		if err = o.keyed(ctx, http.MethodPost, "/v2/transactions/"+ord.Hold+"/ach-release", o.maker.Make(), nil); err == nil { // want `POST ./v2/transactions/./ach-release gets another idempotency key for each attempt; a retry is taken for a new request \(idempotencykey\)`
			break
		}
		time.Sleep(time.Second << n)
	}
	return err
}

// Close closes the batch.
func (o *Office) Close(ctx context.Context) error {
	// idempotencykey: a fault, injected generator runs in every attempt
	var err error
	for n := 0; n < 3; n++ {
		if err = o.keyed(ctx, http.MethodPost, "/v2/settlements/batches/close", o.fresh(), []byte(`{}`)); err == nil { // want `POST ./v2/settlements/batches/close gets another idempotency key for each attempt; a retry is taken for a new request \(idempotencykey\)`
			break
		}
		time.Sleep(time.Second << n)
	}
	return err
}

// CloseCalm closes the batch.
func (o *Office) CloseCalm(ctx context.Context) error {
	// idempotencykey: fine, injected generator runs before the attempts
	key := o.fresh()
	var err error
	for n := 0; n < 3; n++ {
		if err = o.keyed(ctx, http.MethodPost, "/v2/settlements/batches/close", key, []byte(`{}`)); err == nil {
			break
		}
		time.Sleep(time.Second << n)
	}
	return err
}

// Ticket starts a sale on the terminal.
func (o *Office) Ticket(ctx context.Context, ord Order, body []byte) error {
	// idempotencykey: fine, the book answers the same for one order
	var err error
	for n := 0; n < 3; n++ {
		if err = o.keyed(ctx, http.MethodPost, "/v2/pos/transactions", o.book.For(ord.ID), body); err == nil {
			break
		}
		time.Sleep(time.Second << n)
	}
	return err
}

// Untick stops a sale on the terminal.
func (o *Office) Untick(ctx context.Context, ord Order) error {
	// idempotencykey: fine, LoadOrStore keeps the first token of an order
	var err error
	for n := 0; n < 3; n++ {
		k, _ := o.seen.LoadOrStore(ord.ID, uuid.NewString())
		if err = o.keyed(ctx, http.MethodPost, "/v2/pos/transactions/"+ord.Hold+"/cancel", k.(string), nil); err == nil {
			break
		}
		time.Sleep(time.Second << n)
	}
	return err
}

// PayOut pays a winner; the token is stored before the call.
func (o *Office) PayOut(ctx context.Context, ord Order, body []byte) error {
	// idempotencykey: fine, fresh token is stored before the one call
	token := uuid.New()
	if _, err := o.db.ExecContext(ctx, `insert into payouts(order_id, token) values ($1, $2)`, ord.ID, token); err != nil {
		return err
	}
	return o.keyed(ctx, http.MethodPost, "/v2/transactions/credit", token.String(), body)
}

// PayAgain repeats a payout with the token of the first time.
func (o *Office) PayAgain(ctx context.Context, ord Order, body []byte) error {
	// idempotencykey: fine, token comes from the database
	var token string
	err := o.db.QueryRowContext(ctx, `select token from payouts where order_id = $1`, ord.ID).Scan(&token)
	if err != nil {
		return err
	}
	return o.keyed(ctx, http.MethodPost, "/v2/transactions/credit", token, body)
}

// Sign stores a customer.
func (o *Office) Sign(ctx context.Context, body []byte) error {
	// idempotencykey: a fault, injected function returns a constant
	return o.keyed(ctx, http.MethodPost, "/v2/customers", o.fixed(), body) // want `POST ./v2/customers has the same idempotency key for every request; the second payment is taken for a repeat of the first \(idempotencykey\)`
}

// Session opens a payment page.
func (o *Office) Session(ctx context.Context, body []byte) error {
	// idempotencykey: a fault, helper of another package returns the clock
	return o.keyed(ctx, http.MethodPost, "/v2/payment-sessions", tokens.Stamp(), body) // want `POST ./v2/payment-sessions has clock time alone for an idempotency key; two requests can share it and a retry cannot find it again \(idempotencykey\)`
}

// SessionSorted opens a payment page.
func (o *Office) SessionSorted(ctx context.Context, body []byte) error {
	// idempotencykey: fine, clock with random bits behind it
	return o.keyed(ctx, http.MethodPost, "/v2/payment-sessions", tokens.Sortable(), body)
}

// Leave ends a payment page.
func (o *Office) Leave(ctx context.Context, id string) error {
	// idempotencykey: a fault, constant prefix and the clock
	return o.keyed(ctx, http.MethodPost, "/v2/payment-sessions/"+id+"/cancel", "leave-"+strconv.FormatInt(time.Now().Unix(), 10), nil) // want `POST ./v2/payment-sessions/./cancel has clock time alone for an idempotency key; two requests can share it and a retry cannot find it again \(idempotencykey\)`
}

// LeaveFor ends the payment page of an order.
func (o *Office) LeaveFor(ctx context.Context, id string, ord Order) error {
	// idempotencykey: fine, names the page and the order
	return o.keyed(ctx, http.MethodPost, "/v2/payment-sessions/"+id+"/cancel", "leave-"+id+"-"+ord.ID, nil)
}

// Prefer makes a method the usual one.
func (o *Office) Prefer(ctx context.Context, id string) error {
	// idempotencykey: a fault, seeded small random number
	r := mathrand.New(mathrand.NewSource(time.Now().UnixNano()))
	return o.keyed(ctx, http.MethodPost, "/v2/payment-methods/"+id+"/set-default", strconv.Itoa(r.Intn(90000)+10000), nil) // want `POST ./v2/payment-methods/./set-default has a small random number for an idempotency key; two payments can share it \(idempotencykey\)`
}

// Hook registers a callback.
func (o *Office) Hook(ctx context.Context, body []byte) error {
	// idempotencykey: fine, 128 bits of crypto/rand
	n, err := rand.Int(rand.Reader, new(big.Int).Lsh(big.NewInt(1), 128))
	if err != nil {
		return err
	}
	return o.keyed(ctx, http.MethodPost, "/v2/webhooks/endpoints", n.Text(36), body)
}

const (
	app     = "office"
	purpose = "rotate"
)

// Rotate makes an API key.
func (o *Office) Rotate(ctx context.Context) error {
	// idempotencykey: a fault, formatted from constants only
	return o.keyed(ctx, http.MethodPost, "/v2/api-keys", fmt.Sprintf("%s/%s/v%d", app, purpose, 2), nil) // want `POST ./v2/api-keys has the same idempotency key for every request; the second payment is taken for a repeat of the first \(idempotencykey\)`
}

// Retire deletes an API key.
func (o *Office) Retire(ctx context.Context, id string) error {
	// idempotencykey: fine, constants and the id of the key
	return o.keyed(ctx, http.MethodDelete, "/v2/api-keys/"+id, fmt.Sprintf("%s/retire/%s", app, id), nil)
}

// Rename changes a customer on behalf of a shopper.
func (o *Office) Rename(w http.ResponseWriter, r *http.Request) {
	// idempotencykey: fine, inbound key, or a fresh one when it is missing
	key := r.Header.Get("Idempotency-Key")
	if key == "" {
		key = uuid.NewString()
	}
	if err := o.keyed(r.Context(), http.MethodPatch, "/v2/customers/"+r.PathValue("id"), key, nil); err != nil {
		http.Error(w, "not now", http.StatusBadGateway)
	}
}

// Many gives many tickets back.
func (o *Office) Many(ctx context.Context, run string, orders []Order) error {
	// idempotencykey: fine, run and row of each item
	var errs []error
	for _, ord := range orders {
		errs = append(errs, o.keyed(ctx, http.MethodPost, "/v2/transactions/"+ord.Hold+"/reversal", run+"#"+strconv.Itoa(ord.Row), nil))
	}
	return errors.Join(errs...)
}

// Forget removes a customer.
func (o *Office) Forget(ctx context.Context, id, ticket string) error {
	// idempotencykey: a fault, named result is never filled
	key, err := o.ticketKey(ctx, ticket)
	if err != nil {
		return err
	}
	return o.keyed(ctx, http.MethodDelete, "/v2/customers/"+id, key, nil) // want `DELETE ./v2/customers/. leaves with an empty idempotency key; a repeated request is taken for a new one \(idempotencykey\)`
}

func (o *Office) ticketKey(ctx context.Context, ticket string) (key string, err error) {
	// idempotencykey: a fault, answers the empty string always
	if ticket == "" {
		return "", errors.New("office: no ticket")
	}
	_, err = o.db.ExecContext(ctx, `update tickets set used = true where id = $1`, ticket)
	return
}
