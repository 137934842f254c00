// Package attempts repeats calls of the till by hand, in loops of all sorts.
package attempts

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"strconv"
	"sync"
	"time"

	"github.com/google/uuid"

	"github.com/auroravet/auroravet/testdata/services/internal/pause"
)

// Till works for one shop.
type Till struct {
	base string
	http *http.Client
}

// NewTill returns the till of the environment.
func NewTill() *Till {
	// clienttimeout: fine, literal with a limit
	return &Till{base: os.Getenv("AURORA_API_BASE"), http: &http.Client{Timeout: 25 * time.Second}}
}

var errRefused = errors.New("attempts: refused")

// send reports whether another attempt may help, and when.
func (t *Till) send(req *http.Request) (again bool, after time.Duration, err error) {
	resp, err := t.http.Do(req)
	if err != nil {
		return true, time.Second, err
	}
	defer resp.Body.Close()
	io.Copy(io.Discard, io.LimitReader(resp.Body, 1<<16))
	switch {
	case resp.StatusCode == http.StatusTooManyRequests || resp.StatusCode == http.StatusServiceUnavailable:
		s, _ := strconv.Atoi(resp.Header.Get("Retry-After"))
		return true, time.Duration(s) * time.Second, errRefused
	case resp.StatusCode >= 400:
		return false, 0, errRefused
	}
	return false, 0, nil
}

func (t *Till) post(ctx context.Context, path string, in any) (*http.Request, error) {
	// idempotencykey: fine, builder; callers give path and then the key
	b, err := json.Marshal(in)
	if err != nil {
		return nil, err
	}
	return http.NewRequestWithContext(ctx, http.MethodPost, t.base+path, bytes.NewReader(b))
}

type tx struct {
	ID     string `json:"transactionId"`
	Amount string `json:"amount,omitempty"`
}

// CaptureSeq takes the money of a hold.
func (t *Till) CaptureSeq(ctx context.Context, in tx) error {
	// idempotencykey: a fault, new key per turn of an iterator of attempts
	var last error
	for n := range pause.Tries(ctx, 4) {
		req, err := t.post(ctx, "/pay-api/v1/transactions/capture", in) // want `POST ./pay-api/v1/transactions/capture gets another idempotency key for each attempt; a retry is taken for a new request \(idempotencykey\)`
		if err != nil {
			return err
		}
		req.Header.Set("X-Attempt", strconv.Itoa(n))
		req.Header.Set("Idempotency-Key", uuid.NewString())
		again, _, err := t.send(req)
		if !again {
			return err
		}
		last = err
	}
	return last
}

// VoidSeq gives a hold back.
func (t *Till) VoidSeq(ctx context.Context, in tx) error {
	// idempotencykey: fine, key made before the iterator of attempts
	key := uuid.NewString()
	var last error
	for range pause.Tries(ctx, 4) {
		req, err := t.post(ctx, "/pay-api/v1/transactions/void", in)
		if err != nil {
			return err
		}
		req.Header.Set("Idempotency-Key", key)
		again, _, err := t.send(req)
		if !again {
			return err
		}
		last = err
	}
	return last
}

// ReturnDelays pays back, at once and after each of the delays.
func (t *Till) ReturnDelays(ctx context.Context, in tx) error {
	// idempotencykey: a fault, range over delays is a retry loop
	var err error
	for _, d := range []time.Duration{0, time.Second, 3 * time.Second, 10 * time.Second} {
		time.Sleep(d)
		var req *http.Request
		if req, err = t.post(ctx, "/pay-api/v1/transactions/return", in); err != nil { // want `POST ./pay-api/v1/transactions/return gets another idempotency key for each attempt; a retry is taken for a new request \(idempotencykey\)`
			return err
		}
		req.Header.Set("Idempotency-Key", "return-"+uuid.New().String())
		var again bool
		if again, _, err = t.send(req); !again {
			break
		}
	}
	return err
}

var delays = [...]time.Duration{0, time.Second, 4 * time.Second}

// TipDelays adjusts a tip.
func (t *Till) TipDelays(ctx context.Context, in tx) error {
	// idempotencykey: fine, derived from the payment, same in each turn
	var err error
	for _, d := range delays {
		time.Sleep(d)
		var req *http.Request
		if req, err = t.post(ctx, "/pay-api/v1/transactions/tip-adjustment", in); err != nil {
			return err
		}
		req.Header.Set("Idempotency-Key", "tip:"+in.ID+":"+in.Amount)
		var again bool
		if again, _, err = t.send(req); !again {
			break
		}
	}
	return err
}

// CaptureAll takes the money of many holds.
func (t *Till) CaptureAll(ctx context.Context, holds []tx) {
	// idempotencykey: a fault, key in the inner loop, labelled continue goes on
holds:
	for _, h := range holds {
		for n := 0; n < 3; n++ {
			req, err := t.post(ctx, "/pay-api/v1/transactions/capture", h) // want `POST ./pay-api/v1/transactions/capture gets another idempotency key for each attempt; a retry is taken for a new request \(idempotencykey\)`
			if err != nil {
				continue holds
			}
			req.Header.Set("Idempotency-Key", uuid.NewString())
			if again, after, _ := t.send(req); again {
				time.Sleep(after << n)
				continue
			}
			continue holds
		}
	}
}

// VoidAll gives many holds back.
func (t *Till) VoidAll(ctx context.Context, holds []tx) {
	// idempotencykey: fine, key per hold, inner loop repeats it
holds:
	for _, h := range holds {
		id := uuid.NewString()
		for n := 0; n < 3; n++ {
			req, err := t.post(ctx, "/pay-api/v1/transactions/void", h)
			if err != nil {
				continue holds
			}
			req.Header.Set("Idempotency-Key", id)
			if again, after, _ := t.send(req); !again {
				continue holds
			} else {
				time.Sleep(after << n)
			}
		}
	}
}

// Sale charges a stored method for as long as the cashier waits.
func (t *Till) Sale(ctx context.Context, method, amount string) error {
	// idempotencykey: a fault, timer case makes a key each time it fires
	timer := time.NewTimer(0)
	defer timer.Stop()
	for tries := 0; ; {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-timer.C:
			req, err := t.post(ctx, "/pay-api/v1/transactions/sale", map[string]string{"paymentMethodId": method, "amount": amount}) // want `POST ./pay-api/v1/transactions/sale gets another idempotency key for each attempt; a retry is taken for a new request \(idempotencykey\)`
			if err != nil {
				return err
			}
			req.Header["Idempotency-Key"] = []string{uuid.NewString()}
			again, after, err := t.send(req)
			if tries++; !again || tries > 3 {
				return err
			}
			timer.Reset(after << tries)
		}
	}
}

// Auth holds an amount for as long as the cashier waits.
func (t *Till) Auth(ctx context.Context, method, amount string) error {
	// idempotencykey: fine, header map made before the timer loop
	head := http.Header{"Idempotency-Key": {uuid.NewString()}, "Content-Type": {"application/json"}}
	timer := time.NewTimer(0)
	defer timer.Stop()
	for tries := 0; ; {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-timer.C:
			req, err := t.post(ctx, "/pay-api/v1/transactions/auth", map[string]string{"paymentMethodId": method, "amount": amount})
			if err != nil {
				return err
			}
			req.Header = head.Clone()
			again, after, err := t.send(req)
			if tries++; !again || tries > 3 {
				return err
			}
			timer.Reset(after << tries)
		}
	}
}

// Settle closes the batch.
func (t *Till) Settle(ctx context.Context, processor string) error {
	// idempotencykey: a fault, loop variable key is renewed in the post statement
	var err error
	for key, n := uuid.NewString(), 0; n < 3; key, n = uuid.NewString(), n+1 {
		var req *http.Request
		if req, err = t.post(ctx, "/pay-api/v1/transactions/settle", map[string]string{"paymentProcessorId": processor}); err != nil { // want `POST ./pay-api/v1/transactions/settle gets another idempotency key for each attempt; a retry is taken for a new request \(idempotencykey\)`
			return err
		}
		req.Header.Set("Idempotency-Key", key)
		var again bool
		if again, _, err = t.send(req); !again {
			break
		}
		time.Sleep(time.Second << n)
	}
	return err
}

// SettleInit closes the batch.
func (t *Till) SettleInit(ctx context.Context, processor string) error {
	// idempotencykey: fine, loop variable key is made in the init only
	var err error
	for key, n := uuid.NewString(), 0; n < 3; n++ {
		var req *http.Request
		if req, err = t.post(ctx, "/pay-api/v1/transactions/settle", map[string]string{"paymentProcessorId": processor}); err != nil {
			return err
		}
		req.Header.Set("Idempotency-Key", key)
		var again bool
		if again, _, err = t.send(req); !again {
			break
		}
		time.Sleep(time.Second << n)
	}
	return err
}

// Debit pulls money from a bank account.
func (t *Till) Debit(ctx context.Context, account, amount string) error {
	// idempotencykey: a fault, inner key shadows the stable one
	key := uuid.NewString()
	var err error
	for n := range 3 {
		key := fmt.Sprint("debit-", uuid.New())
		var req *http.Request
		if req, err = t.post(ctx, "/pay-api/v1/transactions/ach/payment", map[string]string{"accountId": account, "amount": amount}); err != nil { // want `POST ./pay-api/v1/transactions/ach/payment gets another idempotency key for each attempt; a retry is taken for a new request \(idempotencykey\)`
			break
		}
		req.Header.Set("Idempotency-Key", key)
		var again bool
		if again, _, err = t.send(req); !again {
			break
		}
		time.Sleep(time.Second << n)
	}
	if err != nil {
		return fmt.Errorf("debit %s: %w", key, err)
	}
	return nil
}

// Credit pays out to a bank account.
func (t *Till) Credit(ctx context.Context, account, amount string) error {
	// idempotencykey: a fault, number of the try is part of the key
	var err error
	for try := 1; try <= 3; try++ {
		var req *http.Request
		if req, err = t.post(ctx, "/pay-api/v1/transactions/ach/payment/credit", map[string]string{"accountId": account, "amount": amount}); err != nil { // want `POST ./pay-api/v1/transactions/ach/payment/credit gets another idempotency key for each attempt; a retry is taken for a new request \(idempotencykey\)`
			return err
		}
		req.Header.Set("Idempotency-Key", account+"-"+amount+"-"+strconv.Itoa(try))
		var again bool
		if again, _, err = t.send(req); !again {
			return err
		}
		time.Sleep(time.Duration(try*try) * time.Second)
	}
	return err
}

// Refund sends a bank debit back.
func (t *Till) Refund(ctx context.Context, id string) error {
	// idempotencykey: fine, sync.OnceValue gives every attempt the same key
	key := sync.OnceValue(uuid.NewString)
	var err error
	for n := range 3 {
		var req *http.Request
		if req, err = t.post(ctx, "/pay-api/v1/transactions/ach/"+id+"/refund", nil); err != nil {
			return err
		}
		req.Header.Set("Idempotency-Key", key())
		var again bool
		if again, _, err = t.send(req); !again {
			return err
		}
		time.Sleep(time.Second << n)
	}
	return err
}

// Stop voids a bank debit.
func (t *Till) Stop(ctx context.Context, id string) error {
	// idempotencykey: a fault, function variable gives each attempt another key
	key := uuid.NewString
	var err error
	for n := range 3 {
		var req *http.Request
		if req, err = t.post(ctx, "/pay-api/v1/transactions/ach/"+id+"/void", nil); err != nil { // want `POST ./pay-api/v1/transactions/ach/./void gets another idempotency key for each attempt; a retry is taken for a new request \(idempotencykey\)`
			return err
		}
		req.Header.Set("Idempotency-Key", key())
		var again bool
		if again, _, err = t.send(req); !again {
			return err
		}
		time.Sleep(time.Second << n)
	}
	return err
}

// Enrol stores a customer before the patience ends.
func (t *Till) Enrol(ctx context.Context, name string) error {
	// idempotencykey: a fault, loop until a moment, key inside
	rest := 100 * time.Millisecond
	for end := time.Now().Add(20 * time.Second); time.Now().Before(end); rest *= 2 {
		req, err := t.post(ctx, "/pay-api/v1/customers", map[string]string{"firstName": name}) // want `POST ./pay-api/v1/customers gets another idempotency key for each attempt; a retry is taken for a new request \(idempotencykey\)`
		if err != nil {
			return err
		}
		k, err := uuid.NewRandom()
		if err != nil {
			return err
		}
		req.Header.Set("X-Idempotency-Key", k.String())
		again, _, err := t.send(req)
		if !again {
			return err
		}
		time.Sleep(rest)
	}
	return errRefused
}

// Release lets a bank payment go, unless it takes too long.
func (t *Till) Release(ctx context.Context, id string) error {
	// idempotencykey: a fault, condition of a polling helper makes the key
	return pause.Until(ctx, 200*time.Millisecond, func(ctx context.Context) (bool, error) {
		req, err := t.post(ctx, "/v2/transactions/release-hold", tx{ID: id}) // want `POST ./v2/transactions/release-hold gets another idempotency key for each attempt; a retry is taken for a new request \(idempotencykey\)`
		if err != nil {
			return false, err
		}
		req.Header.Set("Idempotency-Key", uuid.NewString())
		again, _, err := t.send(req)
		return !again, err
	})
}

// Hold holds a bank payment.
func (t *Till) Hold(ctx context.Context, id string) error {
	// idempotencykey: fine, closure captures the key made outside
	key := "hold-" + id
	return pause.Until(ctx, 200*time.Millisecond, func(ctx context.Context) (bool, error) {
		req, err := t.post(ctx, "/v2/transactions/hold", tx{ID: id})
		if err != nil {
			return false, err
		}
		req.Header.Set("Idempotency-Key", key)
		again, _, err := t.send(req)
		return !again, err
	})
}

type terminate struct {
	till *Till
	plan string
}

// Try makes one attempt.
func (a terminate) Try(ctx context.Context) (bool, error) {
	// idempotencykey: a fault, attempt object makes a key per Try
	req, err := http.NewRequestWithContext(ctx, http.MethodPut, a.till.base+"/sub-api/v1/subscriptions/"+a.plan+"/terminate", nil)
	if err != nil {
		return false, err
	}
	req.Header.Set("Idempotency-Key", uuid.NewString())
	again, _, err := a.till.send(req)
	return again, err
}

// Terminate ends a plan.
func (t *Till) Terminate(ctx context.Context, plan string) error {
	// idempotencykey: a fault, helper repeats the object's method
	return pause.Keep(ctx, 3, terminate{till: t, plan: plan}) // want `PUT ./sub-api/v1/subscriptions/./terminate gets another idempotency key for each attempt; a retry is taken for a new request \(idempotencykey\)`
}

type activate struct {
	till        *Till
	device, key string
}

// Try makes one attempt.
func (a *activate) Try(ctx context.Context) (bool, error) {
	// idempotencykey: fine, key is filled when the object is made
	req, err := a.till.post(ctx, "/pay-api/v1/devices/"+a.device+"/tap-to-pay/activate", nil)
	if err != nil {
		return false, err
	}
	req.Header.Set("Idempotency-Key", a.key)
	again, _, err := a.till.send(req)
	return again, err
}

// Activate turns a phone into a reader.
func (t *Till) Activate(ctx context.Context, device string) error {
	// idempotencykey: fine, object carries the key through all attempts
	return pause.Keep(ctx, 3, &activate{till: t, device: device, key: uuid.NewString()})
}

// Link makes a payment link.
func (t *Till) Link(ctx context.Context, amount string) (string, error) {
	// idempotencykey: a fault, generic growing retry repeats the closure
	set := pause.Settings{First: time.Second, Most: 20 * time.Second, Count: 4}
	return pause.Grow(ctx, set, func(ctx context.Context) (string, error) {
		req, err := t.post(ctx, "/v2/payment-links", map[string]string{"amount": amount}) // want `POST ./v2/payment-links gets another idempotency key for each attempt; a retry is taken for a new request \(idempotencykey\)`
		if err != nil {
			return "", err
		}
		id := uuid.NewString()
		req.Header.Set("Idempotency-Key", id)
		_, _, err = t.send(req)
		return id, err
	})
}

// LinkOnce makes a payment link without repeating.
func (t *Till) LinkOnce(ctx context.Context, amount string) (string, error) {
	// idempotencykey: fine, generic helper calls the closure only once
	return pause.Guard(ctx, func(ctx context.Context) (string, error) {
		req, err := t.post(ctx, "/v2/payment-links", map[string]string{"amount": amount})
		if err != nil {
			return "", err
		}
		id := uuid.NewString()
		req.Header.Set("Idempotency-Key", id)
		_, _, err = t.send(req)
		return id, err
	})
}

// Cancel frees a terminal; it tries again with what it has.
func (t *Till) Cancel(ctx context.Context, id string) error {
	// idempotencykey: a fault, retries a request that never gets any key
	req, err := t.post(ctx, "/pos-api/v1/pos-transactions/"+id+"/cancel", nil) // want `POST ./pos-api/v1/pos-transactions/./cancel leaves without an idempotency key; a repeated request is taken for a new one \(idempotencykey\)`
	if err != nil {
		return err
	}
	for n := range 3 {
		var again bool
		if again, _, err = t.send(req); !again {
			return err
		}
		time.Sleep(time.Second << n)
	}
	return err
}

// Read waits until the sale has an answer.
func (t *Till) Read(ctx context.Context, id string) error {
	// idempotencykey: fine, repeats a read
	for n := range pause.Tries(ctx, 10) {
		req, err := http.NewRequestWithContext(ctx, http.MethodGet, t.base+"/pay-api/v1/transactions/"+id, nil)
		if err != nil {
			return err
		}
		req.Header.Set("X-Attempt", strconv.Itoa(n))
		if again, _, err := t.send(req); !again {
			return err
		}
	}
	return errRefused
}
