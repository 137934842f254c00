// Package again repeats calls by retry libraries.
package again

import (
	"context"
	"fmt"
	"log"
	"net/http"
	"os"
	"time"

	retry4 "github.com/avast/retry-go/v4"
	retry5 "github.com/avast/retry-go/v5"
	backoff4 "github.com/cenkalti/backoff/v4"
	backoff5 "github.com/cenkalti/backoff/v5"
	"github.com/eapache/go-resiliency/retrier"
	"github.com/failsafe-go/failsafe-go"
	"github.com/failsafe-go/failsafe-go/retrypolicy"
	"github.com/failsafe-go/failsafe-go/timeout"
	"github.com/google/uuid"
	"github.com/matryer/try"
	"github.com/sethvargo/go-retry"
)

var hc = &http.Client{Timeout: 10 * time.Second}

// void gives a hold back with a key.
func void(ctx context.Context, key string) error {
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, os.Getenv("AURORA_BASE_URL")+"/pay-api/v1/transactions/void", nil)
	if err != nil {
		return err
	}
	r.Header.Set("Idempotency-Key", key)
	resp, err := hc.Do(r)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Backoff4 makes a key for each attempt.
func Backoff4(ctx context.Context) error {
	return backoff4.Retry(func() error {
		return void(ctx, uuid.NewString()) // want `gets another idempotency key for each attempt`
	}, backoff4.NewExponentialBackOff())
}

// Backoff4Once makes one before.
func Backoff4Once(ctx context.Context) error {
	key := uuid.NewString()
	return backoff4.RetryNotify(func() error { return void(ctx, key) }, backoff4.NewExponentialBackOff(), nil)
}

// Backoff4Data repeats a function with a result.
func Backoff4Data(ctx context.Context) (string, error) {
	return backoff4.RetryWithData(func() (string, error) {
		key := uuid.NewString()
		return key, void(ctx, key) // want `gets another idempotency key for each attempt`
	}, backoff4.NewExponentialBackOff())
}

// Backoff5 has the context first.
func Backoff5(ctx context.Context) error {
	_, err := backoff5.Retry(ctx, func() (struct{}, error) {
		return struct{}{}, void(ctx, uuid.NewString()) // want `gets another idempotency key for each attempt`
	}, backoff5.WithMaxTries(3))
	return err
}

// Backoff5Once makes one before.
func Backoff5Once(ctx context.Context) error {
	key := uuid.NewString()
	_, err := backoff5.Retry(ctx, func() (struct{}, error) { return struct{}{}, void(ctx, key) })
	return err
}

// Avast4 makes a key for each attempt.
func Avast4(ctx context.Context) error {
	return retry4.Do(func() error { return void(ctx, uuid.NewString()) }, retry4.Context(ctx), retry4.Attempts(3)) // want `gets another idempotency key for each attempt`
}

// Avast4Once makes one before.
func Avast4Once(ctx context.Context) error {
	key := uuid.NewString()
	return retry4.Do(func() error { return void(ctx, key) }, retry4.Context(ctx), retry4.Attempts(3))
}

// Avast5 has an object.
func Avast5(ctx context.Context) error {
	return retry5.New(retry5.Attempts(3)).Do(func() error {
		return void(ctx, uuid.NewString()) // want `gets another idempotency key for each attempt`
	})
}

// Sethvargo gives the function a context.
func Sethvargo(ctx context.Context) error {
	return retry.Do(ctx, retry.WithMaxRetries(3, retry.NewExponential(time.Second)), func(ctx context.Context) error {
		return retry.RetryableError(void(ctx, uuid.NewString())) // want `gets another idempotency key for each attempt`
	})
}

// SethvargoOnce makes one before.
func SethvargoOnce(ctx context.Context) error {
	key := uuid.NewString()
	return retry.Fibonacci(ctx, time.Second, func(ctx context.Context) error { return void(ctx, key) })
}

// Failsafe has a policy that retries.
func Failsafe(ctx context.Context) error {
	policy := retrypolicy.NewBuilder[any]().WithMaxRetries(2).Build()
	return failsafe.With(policy).Run(func() error {
		return void(ctx, uuid.NewString()) // want `gets another idempotency key for each attempt`
	})
}

// FailsafeTimeout has none that does.
func FailsafeTimeout(ctx context.Context) error {
	return failsafe.With(timeout.New[any](time.Second)).Run(func() error { return void(ctx, uuid.NewString()) })
}

// FailsafeCount has the number of the attempt in its key.
func FailsafeCount(ctx context.Context, id string) error {
	return failsafe.With(retrypolicy.NewWithDefaults[any]()).RunWithExecution(func(e failsafe.Execution[any]) error { // want `gets another idempotency key for each attempt`
		return void(ctx, fmt.Sprint(id, "-", e.Attempts()))
	})
}

// FailsafeNamed has a name for all attempts.
func FailsafeNamed(ctx context.Context, id string) error {
	return failsafe.With(retrypolicy.NewWithDefaults[any]()).RunWithExecution(func(e failsafe.Execution[any]) error {
		return void(ctx, "named-"+id)
	})
}

// Resiliency has a list of waits.
func Resiliency(ctx context.Context) error {
	r := retrier.New(retrier.ExponentialBackoff(3, time.Second), nil)
	return r.RunCtx(ctx, func(ctx context.Context) error {
		return void(ctx, uuid.NewString()) // want `gets another idempotency key for each attempt`
	})
}

// Try tries.
func Try(ctx context.Context) error {
	return try.Do(func(attempt int) (bool, error) {
		err := void(ctx, uuid.NewString()) // want `gets another idempotency key for each attempt`
		return attempt < 3, err
	})
}

// Method repeats a method value.
type Method struct{ ctx context.Context }

func (m Method) once() error {
	return void(m.ctx, uuid.NewString())
}

// Run repeats it.
func (m Method) Run() error {
	return backoff4.Retry(m.once, backoff4.NewExponentialBackOff()) // want `gets another idempotency key for each attempt`
}

// Items sends each once.
func Items(ctx context.Context, ids []string) error {
	for _, id := range ids {
		key := "void-" + id
		if err := retry4.Do(func() error { return void(ctx, key) }); err != nil {
			return err
		}
	}
	return nil
}

// Ticks goes round at each tick of a backoff until it succeeds.
func Ticks(ctx context.Context) error {
	t := backoff4.NewTicker(backoff4.WithMaxRetries(backoff4.NewExponentialBackOff(), 3))
	defer t.Stop()
	var err error
	for range t.C {
		if err = void(ctx, uuid.NewString()); err == nil { // want `gets another idempotency key for each attempt`
			break
		}
	}
	return err
}

// TicksKeyed makes the key before.
func TicksKeyed(ctx context.Context) error {
	key := uuid.NewString()
	var err error
	for range backoff4.NewTicker(backoff4.NewExponentialBackOff()).C {
		if err = void(ctx, key); err == nil {
			break
		}
	}
	return err
}

// Clock waits for the ticks of a clock.
func Clock(ctx context.Context) error {
	t := time.NewTicker(time.Second)
	defer t.Stop()
	for range t.C {
		if void(ctx, uuid.NewString()) == nil { // want `gets another idempotency key for each attempt`
			return nil
		}
	}
	return ctx.Err()
}

// Hourly asks for another void each hour.
func Hourly(ctx context.Context) {
	for range time.Tick(time.Hour) {
		if err := void(ctx, uuid.NewString()); err != nil {
			log.Print(err)
		}
	}
}

// Jobs sends what comes.
func Jobs(ctx context.Context, jobs chan string) error {
	for id := range jobs {
		if err := void(ctx, uuid.NewString()+id); err != nil {
			return err
		}
	}
	return nil
}
