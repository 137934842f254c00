// Package libretry repeats calls with the libraries people use for it.
package libretry

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"os"
	"time"

	avast "github.com/avast/retry-go/v4"
	"github.com/cenkalti/backoff/v4"
	"github.com/google/uuid"
	vargo "github.com/sethvargo/go-retry"
	"golang.org/x/sync/errgroup"
)

// Bank talks to the bank side of the gateway.
type Bank struct {
	url  string
	http *http.Client
}

// NewBank returns a bank.
func NewBank() *Bank {
	// clienttimeout: fine, limit in the literal
	return &Bank{url: os.Getenv("ARISE_URL"), http: &http.Client{Timeout: 30 * time.Second}}
}

func (b *Bank) do(req *http.Request) error {
	resp, err := b.http.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode >= 500 {
		return fmt.Errorf("bank: %s", resp.Status)
	}
	if resp.StatusCode >= 300 {
		return avast.Unrecoverable(errors.New("bank: refused"))
	}
	return nil
}

func (b *Bank) payment(ctx context.Context, path string, in any) (*http.Request, error) {
	// idempotencykey: a fault, builder makes the key; Debit repeats it
	body, err := json.Marshal(in)
	if err != nil {
		return nil, err
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, b.url+path, bytes.NewReader(body))
	if err != nil {
		return nil, err
	}
	req.Header.Set("Content-Type", "application/json")
	req.Header.Set("Idempotency-Key", uuid.NewString())
	return req, nil
}

// Debit pulls money.
func (b *Bank) Debit(ctx context.Context, in any) error {
	// idempotencykey: a fault, builder with the key runs in every attempt
	return avast.Do(func() error {
		req, err := b.payment(ctx, "/pay-api/v1/transactions/ach/payment", in) // want `POST ./pay-api/v1/transactions/ach/payment gets another idempotency key for each attempt; a retry is taken for a new request \(idempotencykey\)`
		if err != nil {
			return avast.Unrecoverable(err)
		}
		return b.do(req)
	}, avast.Attempts(4), avast.Context(ctx), avast.DelayType(avast.BackOffDelay))
}

// Credit pays money out.
func (b *Bank) Credit(ctx context.Context, in any) error {
	// idempotencykey: fine, builder runs before the attempts
	req, err := b.payment(ctx, "/pay-api/v1/transactions/ach/payment/credit", in)
	if err != nil {
		return err
	}
	return avast.Do(func() error {
		try := req.Clone(ctx)
		if req.GetBody != nil {
			try.Body, _ = req.GetBody()
		}
		return b.do(try)
	}, avast.Attempts(4), avast.Context(ctx), avast.DelayType(avast.BackOffDelay))
}

// Refund sends a debit back.
func (b *Bank) Refund(ctx context.Context, id string) (string, error) {
	// idempotencykey: a fault, DoWithData repeats, key of the attempt is answered
	return avast.DoWithData(func() (string, error) {
		req, err := http.NewRequestWithContext(ctx, http.MethodPost, b.url+"/pay-api/v1/transactions/ach/"+id+"/refund", nil) // want `POST ./pay-api/v1/transactions/ach/./refund gets another idempotency key for each attempt; a retry is taken for a new request \(idempotencykey\)`
		if err != nil {
			return "", err
		}
		key := uuid.NewString()
		req.Header.Set("Idempotency-Key", key)
		return key, b.do(req)
	}, avast.Attempts(3), avast.DelayType(avast.BackOffDelay))
}

// Void stops a debit.
func (b *Bank) Void(ctx context.Context, id string) error {
	// idempotencykey: a fault, number of the attempt from OnRetry is in the key
	n := uint(0)
	return avast.Do(func() error {
		req, err := http.NewRequestWithContext(ctx, http.MethodPost, b.url+"/pay-api/v1/transactions/ach/"+id+"/void", nil) // want `POST ./pay-api/v1/transactions/ach/./void gets another idempotency key for each attempt; a retry is taken for a new request \(idempotencykey\)`
		if err != nil {
			return err
		}
		req.Header.Set("Idempotency-Key", fmt.Sprintf("void-%s-%d", id, n))
		return b.do(req)
	}, avast.OnRetry(func(i uint, _ error) { n = i + 1 }), avast.Attempts(3), avast.DelayType(avast.BackOffDelay))
}

// Hold freezes a debit.
func (b *Bank) Hold(ctx context.Context, id string) error {
	// idempotencykey: a fault, RetryNotify repeats the operation with a new key
	op := func() error {
		req, err := http.NewRequestWithContext(ctx, http.MethodPost, b.url+"/v2/transactions/"+id+"/ach-hold", nil) // want `POST ./v2/transactions/./ach-hold gets another idempotency key for each attempt; a retry is taken for a new request \(idempotencykey\)`
		if err != nil {
			return backoff.Permanent(err)
		}
		req.Header.Set("Idempotency-Key", uuid.NewString())
		return b.do(req)
	}
	note := func(error, time.Duration) {}
	return backoff.RetryNotify(op, backoff.WithMaxRetries(backoff.NewExponentialBackOff(), 3), note)
}

// Release thaws a debit.
func (b *Bank) Release(ctx context.Context, id string) error {
	// idempotencykey: fine, key made outside of the operation
	key := uuid.NewString()
	var op backoff.Operation = func() error {
		req, err := http.NewRequestWithContext(ctx, http.MethodPost, b.url+"/v2/transactions/"+id+"/ach-release", nil)
		if err != nil {
			return backoff.Permanent(err)
		}
		req.Header.Set("Idempotency-Key", key)
		return b.do(req)
	}
	return backoff.Retry(op, backoff.WithContext(backoff.WithMaxRetries(backoff.NewExponentialBackOff(), 3), ctx))
}

// Close closes the batch.
func (b *Bank) Close(ctx context.Context) error {
	// idempotencykey: fine, derived from the date of the batch, given from outside
	day, _ := ctx.Value("day").(string)
	_, err := backoff.RetryWithData(func() (int, error) {
		req, err := http.NewRequestWithContext(ctx, http.MethodPost, b.url+"/v2/settlements/batches/close", nil)
		if err != nil {
			return 0, backoff.Permanent(err)
		}
		req.Header.Set("Idempotency-Key", "close-"+day)
		return 0, b.do(req)
	}, backoff.WithMaxRetries(backoff.NewExponentialBackOff(), 3))
	return err
}

// Link makes a payment link.
func (b *Bank) Link(ctx context.Context, amount string) error {
	// idempotencykey: a fault, Fibonacci repeats the function with a new key
	return vargo.Fibonacci(ctx, time.Second, func(ctx context.Context) error {
		req, err := b.payment(ctx, "/v2/payment-links", map[string]string{"amount": amount}) // want `POST ./v2/payment-links gets another idempotency key for each attempt; a retry is taken for a new request \(idempotencykey\)`
		if err != nil {
			return err
		}
		req.Header.Set("Idempotency-Key", "link-"+uuid.NewString())
		if err := b.do(req); err != nil {
			return vargo.RetryableError(err)
		}
		return nil
	})
}

// Session opens a page.
func (b *Bank) Session(ctx context.Context, cart string) error {
	// idempotencykey: fine, referenceId of the cart in every attempt
	return vargo.Do(ctx, vargo.WithMaxRetries(3, vargo.NewExponential(time.Second)), func(ctx context.Context) error {
		body, err := json.Marshal(map[string]string{"referenceId": cart})
		if err != nil {
			return err
		}
		req, err := http.NewRequestWithContext(ctx, http.MethodPost, b.url+"/v2/payment-sessions", bytes.NewReader(body))
		if err != nil {
			return err
		}
		return vargo.RetryableError(b.do(req))
	})
}

// All sends many debits back at once, each with its own attempts.
func (b *Bank) All(ctx context.Context, ids []string) error {
	// idempotencykey: fine, key per item, outside of the item's attempts
	g, ctx := errgroup.WithContext(ctx)
	g.SetLimit(4)
	for _, id := range ids {
		g.Go(func() error {
			key := uuid.NewString()
			return avast.Do(func() error {
				req, err := http.NewRequestWithContext(ctx, http.MethodPost, b.url+"/pay-api/v1/transactions/ach/"+id+"/refund", nil)
				if err != nil {
					return err
				}
				req.Header.Set("Idempotency-Key", key)
				return b.do(req)
			}, avast.Attempts(3), avast.DelayType(avast.BackOffDelay))
		})
	}
	return g.Wait()
}

// AllLoose sends many debits back at once, each with its own attempts.
func (b *Bank) AllLoose(ctx context.Context, ids []string) error {
	// idempotencykey: a fault, key inside the item's attempts
	g, ctx := errgroup.WithContext(ctx)
	for _, id := range ids {
		g.Go(func() error {
			return avast.Do(func() error {
				req, err := http.NewRequestWithContext(ctx, http.MethodPost, b.url+"/pay-api/v1/transactions/ach/"+id+"/refund", nil) // want `POST ./pay-api/v1/transactions/ach/./refund gets another idempotency key for each attempt; a retry is taken for a new request \(idempotencykey\)`
				if err != nil {
					return err
				}
				req.Header.Set("Idempotency-Key", uuid.NewString())
				return b.do(req)
			}, avast.Attempts(3), avast.DelayType(avast.BackOffDelay))
		})
	}
	return g.Wait()
}
