package flow

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"time"

	"github.com/google/uuid"

	"github.com/auroravet/auroravet/testdata/nethttp/internal/retryx"
)

// refund is one refund that may take several attempts.
type refund struct {
	flow *Flow
	id   string
	key  string
}

func (r *refund) fresh(ctx context.Context) error {
	// idempotencykey: a fault, attempt method makes the key
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, r.flow.base+"/v2/transactions/"+r.id+"/reversal", nil)
	if err != nil {
		return err
	}
	req.Header.Set("Idempotency-Key", uuid.NewString())
	return r.flow.roundTrip(req)
}

func (r *refund) stable(ctx context.Context) error {
	// idempotencykey: fine, key is a field made once
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, r.flow.base+"/v2/transactions/"+r.id+"/reversal", nil)
	if err != nil {
		return err
	}
	req.Header.Set("Idempotency-Key", r.key)
	return r.flow.roundTrip(req)
}

// Reverse gives a payment back.
func (f *Flow) Reverse(ctx context.Context, id string) error {
	// idempotencykey: a fault, method value is repeated
	r := &refund{flow: f, id: id}
	return retryx.Do(ctx, 3, r.fresh) // want `POST ./v2/transactions/./reversal gets another idempotency key for each attempt; a retry is taken for a new request \(idempotencykey\)`
}

// ReverseOnce gives a payment back, however often it is tried.
func (f *Flow) ReverseOnce(ctx context.Context, id string) error {
	// idempotencykey: fine, repeated method reads the field
	r := &refund{flow: f, id: id, key: uuid.NewString()}
	return retryx.Do(ctx, 3, r.stable)
}

// Resume sends one request again until it is taken.
func (f *Flow) Resume(ctx context.Context, session string) error {
	// idempotencykey: fine, set only when the repeated request has none
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, f.base+"/pay-int-api/payment-sessions/"+session+"/cancel", http.NoBody)
	if err != nil {
		return err
	}
	for i := range 3 {
		if req.Header.Get("Idempotency-Key") == "" {
			req.Header.Set("Idempotency-Key", uuid.NewString())
		}
		if err = f.roundTrip(req); !errors.Is(err, errBusy) {
			return err
		}
		time.Sleep(time.Second << i)
	}
	return err
}

// Abandon is Resume with a copy for each attempt.
func (f *Flow) Abandon(ctx context.Context, session string) error {
	// idempotencykey: a fault, each attempt's clone has none, gets another
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, f.base+"/pay-int-api/payment-sessions/"+session+"/cancel", http.NoBody) // want `POST ./pay-int-api/payment-sessions/./cancel gets another idempotency key for each attempt; a retry is taken for a new request \(idempotencykey\)`
	if err != nil {
		return err
	}
	for i := range 3 {
		c := req.Clone(ctx)
		if c.Header.Get("Idempotency-Key") == "" {
			c.Header.Set("Idempotency-Key", uuid.NewString())
		}
		if err = f.roundTrip(c); !errors.Is(err, errBusy) {
			return err
		}
		time.Sleep(time.Second << i)
	}
	return err
}

// Renew sends copies of a request that has its key.
func (f *Flow) Renew(ctx context.Context, plan string) error {
	// idempotencykey: fine, clones inherit the key of the original
	req, err := http.NewRequestWithContext(ctx, http.MethodPut, f.base+"/sub-api/v1/subscriptions/"+plan+"/terminate", http.NoBody)
	if err != nil {
		return err
	}
	req.Header.Set("Idempotency-Key", uuid.NewString())
	for i := range 3 {
		if err = f.roundTrip(req.Clone(ctx)); !errors.Is(err, errBusy) {
			return err
		}
		time.Sleep(time.Second << i)
	}
	return err
}

// Extend sends the same request with another key each time.
func (f *Flow) Extend(ctx context.Context, plan string) error {
	// idempotencykey: a fault, one request, overwritten key per attempt
	req, err := http.NewRequestWithContext(ctx, http.MethodPut, f.base+"/sub-api/v1/subscriptions/"+plan+"/terminate", http.NoBody) // want `PUT ./sub-api/v1/subscriptions/./terminate gets another idempotency key for each attempt; a retry is taken for a new request \(idempotencykey\)`
	if err != nil {
		return err
	}
	for i := 1; i <= 3; i++ {
		req.Header.Set("Idempotency-Key", uuid.NewString())
		if err = f.roundTrip(req); err == nil {
			return nil
		}
		time.Sleep(time.Second << i)
	}
	return err
}

// Lazy makes the key in the loop, but once.
func (f *Flow) Lazy(ctx context.Context, id string) error {
	// idempotencykey: fine, only the first turn makes the key
	var key string
	var err error
	for i := 0; i < 3; i++ {
		if key == "" {
			key = uuid.NewString()
		}
		var req *http.Request
		req, err = http.NewRequestWithContext(ctx, http.MethodPost, f.base+"/pos-api/v1/pos-transactions/"+id+"/cancel", nil)
		if err != nil {
			return err
		}
		req.Header.Set("Idempotency-Key", key)
		if err = f.roundTrip(req); err == nil {
			return nil
		}
		time.Sleep(time.Second << i)
	}
	return err
}

// Batch pays many back, each with its own retries.
func (f *Flow) Batch(ctx context.Context, ids []string) error {
	// idempotencykey: fine, key per item, outside the inner retry loop
	var errs []error
	for _, id := range ids {
		key := uuid.NewString()
		var err error
		for i := 0; i < 3; i++ {
			var req *http.Request
			req, err = http.NewRequestWithContext(ctx, http.MethodPost, f.base+"/pay-api/v1/transactions/ach/"+id+"/refund", nil)
			if err != nil {
				break
			}
			req.Header.Set("Idempotency-Key", key)
			if err = f.roundTrip(req); !errors.Is(err, errBusy) {
				break
			}
			time.Sleep(time.Second << i)
		}
		errs = append(errs, err)
	}
	return errors.Join(errs...)
}

// BatchVoid voids many, each with its own retries.
func (f *Flow) BatchVoid(ctx context.Context, ids []string) error {
	// idempotencykey: a fault, key inside the inner retry loop
	var errs []error
	for _, id := range ids {
		err := retryx.Do(ctx, 3, func(ctx context.Context) error {
			req, err := http.NewRequestWithContext(ctx, http.MethodPost, f.base+"/pay-api/v1/transactions/ach/"+id+"/void", nil) // want `POST ./pay-api/v1/transactions/ach/./void gets another idempotency key for each attempt; a retry is taken for a new request \(idempotencykey\)`
			if err != nil {
				return err
			}
			req.Header.Set("Idempotency-Key", fmt.Sprint("void-", uuid.New()))
			return f.roundTrip(req)
		})
		errs = append(errs, err)
	}
	return errors.Join(errs...)
}

// PayLink makes a link and gives it a reference.
func (f *Flow) PayLink(ctx context.Context, amount string) error {
	// idempotencykey: a fault, referenceId is new in every attempt
	tick := time.NewTicker(2 * time.Second)
	defer tick.Stop()
	for n := 0; n < 3; n++ {
		body := encode(map[string]any{"amount": amount, "referenceId": uuid.NewString()})
		req, err := http.NewRequestWithContext(ctx, http.MethodPost, f.base+"/v2/payment-links", body) // want `POST ./v2/payment-links gets another idempotency key for each attempt; a retry is taken for a new request \(idempotencykey\)`
		if err != nil {
			return err
		}
		if err = f.roundTrip(req); !errors.Is(err, errBusy) {
			return err
		}
		<-tick.C
	}
	return errBusy
}

// Watch polls until the terminal has an answer.
func (f *Flow) Watch(ctx context.Context, id string) error {
	// idempotencykey: fine, polling reads, no key wanted
	tick := time.NewTicker(5 * time.Second)
	defer tick.Stop()
	for range tick.C {
		req, err := http.NewRequestWithContext(ctx, http.MethodGet, f.base+"/pos-api/v1/pos-transactions/"+id, nil)
		if err != nil {
			return err
		}
		if err = f.roundTrip(req); !errors.Is(err, errBusy) {
			return err
		}
	}
	return nil
}
