// Package flow has the flows that must survive a bad line.
package flow

import (
	"bytes"
	"context"
	"crypto/rand"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"os"
	"time"

	"github.com/google/uuid"

	"github.com/auroravet/auroravet/testdata/nethttp/internal/retryx"
)

var errBusy = errors.New("flow: busy")

// Flow is one account.
type Flow struct {
	base string
	hc   *http.Client
}

// New returns the flows of the account.
func New() *Flow {
	// clienttimeout: fine, literal with a timeout
	return &Flow{base: os.Getenv("FLUTE_BASE_URL"), hc: &http.Client{Timeout: 30 * time.Second}}
}

func (f *Flow) roundTrip(req *http.Request) error {
	resp, err := f.hc.Do(req)
	if err != nil {
		return errBusy
	}
	defer resp.Body.Close()
	if resp.StatusCode == http.StatusTooManyRequests || resp.StatusCode >= 500 {
		return errBusy
	}
	if resp.StatusCode >= 300 {
		return retryx.Stop{Err: fmt.Errorf("flow: %s", resp.Status)}
	}
	return nil
}

func encode(v any) *bytes.Reader {
	b, _ := json.Marshal(v)
	return bytes.NewReader(b)
}

func token() string {
	b := make([]byte, 16)
	rand.Read(b)
	return hex.EncodeToString(b)
}

// Void gives a hold back.
func (f *Flow) Void(ctx context.Context, id string) error {
	// idempotencykey: a fault, key made inside the repeated closure
	return retryx.Do(ctx, 3, func(ctx context.Context) error {
		req, err := http.NewRequestWithContext(ctx, http.MethodPost, f.base+"/pay-api/v1/transactions/void", encode(map[string]string{"transactionId": id})) // want `POST ./pay-api/v1/transactions/void gets another idempotency key for each attempt; a retry is taken for a new request \(idempotencykey\)`
		if err != nil {
			return retryx.Stop{Err: err}
		}
		req.Header.Set("Idempotency-Key", uuid.NewString())
		return f.roundTrip(req)
	})
}

// Capture takes the money of a hold.
func (f *Flow) Capture(ctx context.Context, id, amount string) error {
	// idempotencykey: fine, key made once before the helper
	key := token()
	return retryx.Do(ctx, 3, func(ctx context.Context) error {
		req, err := http.NewRequestWithContext(ctx, http.MethodPost, f.base+"/pay-api/v1/transactions/capture", encode(map[string]string{"transactionId": id, "amount": amount}))
		if err != nil {
			return retryx.Stop{Err: err}
		}
		req.Header.Set("Idempotency-Key", key)
		return f.roundTrip(req)
	})
}

// Return pays back.
func (f *Flow) Return(ctx context.Context, id, amount string) error {
	// idempotencykey: a fault, attempt number is part of the key
	p := retryx.Policy{Max: 4, Wait: 300 * time.Millisecond}
	return p.Run(func(attempt int) error {
		req, err := http.NewRequestWithContext(ctx, http.MethodPost, f.base+"/pay-api/v1/transactions/return", encode(map[string]string{"transactionId": id, "amount": amount})) // want `POST ./pay-api/v1/transactions/return gets another idempotency key for each attempt; a retry is taken for a new request \(idempotencykey\)`
		if err != nil {
			return err
		}
		req.Header.Set("Idempotency-Key", fmt.Sprintf("return-%s-%d", id, attempt))
		return f.roundTrip(req)
	})
}

// ReturnAll pays back without an amount.
func (f *Flow) ReturnAll(ctx context.Context, id string) error {
	// idempotencykey: fine, derived inside, but the same each attempt
	p := retryx.Policy{Max: 4, Wait: 300 * time.Millisecond}
	return p.Run(func(attempt int) error {
		req, err := http.NewRequestWithContext(ctx, http.MethodPost, f.base+"/pay-api/v1/transactions/return", encode(map[string]string{"transactionId": id}))
		if err != nil {
			return err
		}
		req.Header.Set("X-Attempt", fmt.Sprint(attempt))
		req.Header.Set("Idempotency-Key", fmt.Sprintf("return-%s-all", id))
		return f.roundTrip(req)
	})
}

// Tip adjusts a tip.
func (f *Flow) Tip(ctx context.Context, id, tip string) error {
	// idempotencykey: fine, helper runs the closure only once
	return retryx.Timed("tip", func() error {
		req, err := http.NewRequestWithContext(ctx, http.MethodPost, f.base+"/pay-api/v1/transactions/tip-adjustment", encode(map[string]string{"transactionId": id, "tipAmount": tip}))
		if err != nil {
			return err
		}
		req.Header.Set("Idempotency-Key", token())
		return f.roundTrip(req)
	})
}

// Enrol creates a customer.
func (f *Flow) Enrol(ctx context.Context, name string) (string, error) {
	// idempotencykey: a fault, generic helper repeats the closure with token()
	return retryx.Value(ctx, 3, func() (string, error) {
		k := token()
		req, err := http.NewRequestWithContext(ctx, http.MethodPost, f.base+"/pay-api/v1/customers", encode(map[string]string{"firstName": name})) // want `POST ./pay-api/v1/customers gets another idempotency key for each attempt; a retry is taken for a new request \(idempotencykey\)`
		if err != nil {
			return "", err
		}
		req.Header.Set("X-Idempotency-Key", k)
		return k, f.roundTrip(req)
	})
}

// Drop deletes a customer, for as long as the context allows.
func (f *Flow) Drop(ctx context.Context, id string) error {
	// idempotencykey: fine, key before the endless loop with break
	key := uuid.NewString()
	wait := 100 * time.Millisecond
	var err error
	for tries := 1; ; tries++ {
		var req *http.Request
		req, err = http.NewRequestWithContext(ctx, http.MethodDelete, f.base+"/pay-api/v1/customers/"+id, nil)
		if err != nil {
			break
		}
		req.Header.Set("Idempotency-Key", key)
		err = f.roundTrip(req)
		if !errors.Is(err, errBusy) || tries == 4 {
			break
		}
		time.Sleep(wait)
		wait *= 2
	}
	return err
}

// Sale charges a stored method.
func (f *Flow) Sale(ctx context.Context, method, amount string) error {
	// idempotencykey: a fault, fresh key each turn of the select loop
	wait, tries := time.Second, 0
	for {
		req, err := http.NewRequestWithContext(ctx, http.MethodPost, f.base+"/pay-api/v1/transactions/sale", encode(map[string]string{"paymentMethodId": method, "amount": amount})) // want `POST ./pay-api/v1/transactions/sale gets another idempotency key for each attempt; a retry is taken for a new request \(idempotencykey\)`
		if err != nil {
			return err
		}
		id, err := uuid.NewV7()
		if err != nil {
			return err
		}
		req.Header.Add("Idempotency-Key", id.String())
		if err = f.roundTrip(req); err == nil || tries == 3 {
			return err
		}
		tries++
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(wait):
			wait += wait
		}
	}
}

// Hold authorises a stored method.
func (f *Flow) Hold(ctx context.Context, method, amount string, left int) error {
	// idempotencykey: a fault, recursion makes a new key each time
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, f.base+"/pay-api/v1/transactions/auth", encode(map[string]string{"paymentMethodId": method, "amount": amount}))
	if err != nil {
		return err
	}
	req.Header.Set("Idempotency-Key", uuid.New().String())
	err = f.roundTrip(req)
	if errors.Is(err, errBusy) && left > 0 {
		time.Sleep(time.Second << (3 - left))
		return f.Hold(ctx, method, amount, left-1) // want `POST ./pay-api/v1/transactions/auth gets another idempotency key for each attempt; a retry is taken for a new request \(idempotencykey\)`
	}
	return err
}

// Settle closes the batch.
func (f *Flow) Settle(ctx context.Context, processor string) error {
	return f.settle(ctx, processor, uuid.NewString(), 3)
}

func (f *Flow) settle(ctx context.Context, processor, key string, left int) error {
	// idempotencykey: fine, recursion hands the same key on
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, f.base+"/pay-api/v1/transactions/settle", encode(map[string]string{"paymentProcessorId": processor}))
	if err != nil {
		return err
	}
	req.Header.Set("Idempotency-Key", key)
	err = f.roundTrip(req)
	if errors.Is(err, errBusy) && left > 0 {
		time.Sleep(time.Second << (3 - left))
		return f.settle(ctx, processor, key, left-1)
	}
	return err
}

// Debit pulls money from a bank account.
func (f *Flow) Debit(ctx context.Context, account, amount string) error {
	// idempotencykey: a fault, goto jumps back above the key
	n := 0
again:
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, f.base+"/pay-api/v1/transactions/ach/payment", encode(map[string]string{"accountId": account, "amount": amount})) // want `POST ./pay-api/v1/transactions/ach/payment gets another idempotency key for each attempt; a retry is taken for a new request \(idempotencykey\)`
	if err != nil {
		return err
	}
	req.Header.Set("Idempotency-Key", "debit-"+token())
	if err = f.roundTrip(req); errors.Is(err, errBusy) && n < 3 {
		n++
		time.Sleep(time.Duration(n*n) * time.Second)
		goto again
	}
	return err
}

// Credit pays out to a bank account.
func (f *Flow) Credit(ctx context.Context, account, amount string) error {
	// idempotencykey: fine, goto jumps back below the key
	n, key := 0, token()
again:
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, f.base+"/pay-api/v1/transactions/ach/payment/credit", encode(map[string]string{"accountId": account, "amount": amount}))
	if err != nil {
		return err
	}
	req.Header.Set("Idempotency-Key", key)
	if err = f.roundTrip(req); errors.Is(err, errBusy) && n < 3 {
		n++
		time.Sleep(time.Duration(n*n) * time.Second)
		goto again
	}
	return err
}
