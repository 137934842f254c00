// Package libs tries again by libraries.
package libs

import (
	"context"
	"errors"
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
	sethvargo "github.com/sethvargo/go-retry"
)

var hc = &http.Client{Timeout: 30 * time.Second}

var (
	errBusy    = errors.New("libs: busy")
	errRefused = errors.New("libs: refused")
)

func void(ctx context.Context, key string) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, os.Getenv("ARISE_BASE_URL")+"/pay-api/v1/transactions/void", http.NoBody)
	if err != nil {
		return err
	}
	req.Header.Set("Idempotency-Key", key)
	resp, err := hc.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	switch {
	case resp.StatusCode == http.StatusTooManyRequests, resp.StatusCode >= 500:
		return errBusy
	case resp.StatusCode >= 300:
		return errRefused
	}
	return nil
}

func busy(err error) bool { return errors.Is(err, errBusy) }

// Avast stops at refusals.
func Avast(ctx context.Context, key string) error {
	return retry4.Do(func() error { return void(ctx, key) }, retry4.Attempts(3), retry4.RetryIf(busy))
}

// AvastAll does not.
func AvastAll(ctx context.Context, key string) error {
	return retry4.Do(func() error { return void(ctx, key) }, retry4.Attempts(3)) // want `the retry of POST ./pay-api/v1/transactions/void repeats what is answered with 400`
}

// AvastDefault has ten attempts.
func AvastDefault(ctx context.Context, key string) error {
	return retry4.Do(func() error { return void(ctx, key) }, retry4.RetryIf(busy), retry4.Context(ctx)) // want `makes 10 attempts, more than 5`
}

// AvastFixed waits the same time.
func AvastFixed(ctx context.Context, key string) error {
	_, err := retry4.DoWithData(func() (int, error) { return 0, void(ctx, key) }, retry4.RetryIf(busy), retry4.Attempts(4), retry4.DelayType(retry4.FixedDelay)) // want `waits the same time before each attempt`
	return err
}

// AvastEndless has no limit.
func AvastEndless(ctx context.Context, key string) error {
	return retry4.Do(func() error { return void(ctx, key) }, retry4.RetryIf(busy), retry4.Attempts(0)) // want `has no end`
}

// AvastStop wraps what is not to be repeated.
func AvastStop(ctx context.Context, key string) error {
	return retry5.New(retry5.Attempts(5), retry5.Context(ctx)).Do(func() error {
		err := void(ctx, key)
		if err != nil && !busy(err) {
			return retry5.Unrecoverable(err)
		}
		return err
	})
}

// AvastMany has too many attempts.
func AvastMany(ctx context.Context, key string) error {
	return retry5.New(retry5.Attempts(20), retry5.RetryIf(busy)).Do(func() error { return void(ctx, key) }) // want `makes 20 attempts, more than 5`
}

// Cenkalti is as it is meant.
func Cenkalti(ctx context.Context, key string) error {
	return backoff4.Retry(func() error {
		if err := void(ctx, key); err != nil && !busy(err) {
			return backoff4.Permanent(err)
		} else {
			return err
		}
	}, backoff4.WithContext(backoff4.WithMaxRetries(backoff4.NewExponentialBackOff(), 3), ctx))
}

// CenkaltiAll repeats refusals.
func CenkaltiAll(ctx context.Context, key string) error {
	op := func() error { return void(ctx, key) }
	return backoff4.Retry(op, backoff4.WithMaxRetries(backoff4.NewExponentialBackOff(), 3)) // want `repeats what is answered with 400`
}

func permanent(ctx context.Context, key string) error {
	err := void(ctx, key)
	if errors.Is(err, errRefused) {
		return backoff4.Permanent(err)
	}
	return err
}

// CenkaltiConstant waits the same time, for ever.
func CenkaltiConstant(ctx context.Context, key string) error {
	return backoff4.Retry(func() error { return permanent(ctx, key) }, backoff4.NewConstantBackOff(time.Second)) // want `has no end` `waits the same time before each attempt`
}

// CenkaltiMany has too many attempts.
func CenkaltiMany(ctx context.Context, key string) error {
	b := backoff4.WithMaxRetries(backoff4.NewExponentialBackOff(), 10) // want `makes 11 attempts, more than 5`
	return backoff4.Retry(func() error { return permanent(ctx, key) }, b)
}

// CenkaltiTime ends after some time.
func CenkaltiTime(ctx context.Context, key string) error {
	b := backoff4.NewExponentialBackOff(backoff4.WithMaxElapsedTime(time.Minute))
	return backoff4.Retry(func() error { return permanent(ctx, key) }, b)
}

// CenkaltiEndless takes that end away.
func CenkaltiEndless(ctx context.Context, key string) error {
	b := backoff4.NewExponentialBackOff()
	b.MaxElapsedTime = 0
	return backoff4.Retry(func() error { return permanent(ctx, key) }, b) // want `has no end`
}

// CenkaltiNext waits as a backoff says.
func CenkaltiNext(ctx context.Context, key string) (err error) {
	b := backoff4.NewExponentialBackOff()
	for range 4 {
		if err = void(ctx, key); !busy(err) {
			return err
		}
		time.Sleep(b.NextBackOff())
	}
	return err
}

// Fifth has the options of the fifth version.
func Fifth(ctx context.Context, key string) error {
	_, err := backoff5.Retry(ctx, func() (struct{}, error) { // want `makes 9 attempts, more than 5`
		err := void(ctx, key)
		if errors.Is(err, errRefused) {
			return struct{}{}, backoff5.Permanent(err)
		}
		return struct{}{}, err
	}, backoff5.WithMaxTries(9))
	return err
}

// FifthConstant waits the same time.
func FifthConstant(ctx context.Context, key string) error {
	_, err := backoff5.Retry(ctx, func() (struct{}, error) { // want `waits the same time before each attempt`
		err := void(ctx, key)
		if errors.Is(err, errRefused) {
			return struct{}{}, backoff5.Permanent(err)
		}
		return struct{}{}, err
	}, backoff5.WithMaxTries(4), backoff5.WithBackOff(backoff5.NewConstantBackOff(time.Second)))
	return err
}

// Sethvargo repeats what is marked.
func Sethvargo(ctx context.Context, key string) error {
	return sethvargo.Do(ctx, sethvargo.WithMaxRetries(4, sethvargo.NewExponential(time.Second)), func(ctx context.Context) error {
		err := void(ctx, key)
		if busy(err) {
			return sethvargo.RetryableError(err)
		}
		return err
	})
}

// SethvargoAll marks everything.
func SethvargoAll(ctx context.Context, key string) error {
	return sethvargo.Do(ctx, sethvargo.WithMaxRetries(4, sethvargo.NewFibonacci(time.Second)), func(ctx context.Context) error { // want `repeats what is answered with 400`
		if err := void(ctx, key); err != nil {
			return sethvargo.RetryableError(err)
		}
		return nil
	})
}

// SethvargoConstant waits the same time.
func SethvargoConstant(ctx context.Context, key string) error {
	b := sethvargo.WithMaxRetries(6, sethvargo.NewConstant(time.Second)) // want `makes 7 attempts, more than 5` `waits the same time before each attempt`
	return sethvargo.Do(ctx, b, func(ctx context.Context) error {
		err := void(ctx, key)
		if busy(err) {
			return sethvargo.RetryableError(err)
		}
		return err
	})
}

// SethvargoTime ends after some time.
func SethvargoTime(ctx context.Context, key string) error {
	b := sethvargo.WithMaxDuration(time.Minute, sethvargo.WithJitterPercent(10, sethvargo.NewExponential(time.Second)))
	return sethvargo.Do(ctx, b, func(ctx context.Context) error {
		err := void(ctx, key)
		if busy(err) {
			return sethvargo.RetryableError(err)
		}
		return err
	})
}

// Eapache repeats all errors.
func Eapache(ctx context.Context, key string) error {
	r := retrier.New(retrier.ExponentialBackoff(3, time.Second), nil)
	return r.RunCtx(ctx, func(ctx context.Context) error { return void(ctx, key) }) // want `repeats what is answered with 400`
}

// EapacheConstant has errors that it repeats.
func EapacheConstant(ctx context.Context, key string) error {
	r := retrier.New(retrier.ConstantBackoff(3, time.Second), retrier.WhitelistClassifier{errBusy}) // want `waits the same time before each attempt`
	return r.RunCtx(ctx, func(ctx context.Context) error { return void(ctx, key) })
}

// Failsafe has what it needs.
func Failsafe(ctx context.Context, key string) error {
	p := retrypolicy.NewBuilder[any]().HandleErrors(errBusy).WithBackoff(time.Second, 10*time.Second).WithMaxRetries(3).Build()
	return failsafe.With(p).WithContext(ctx).Run(func() error { return void(ctx, key) })
}

// FailsafeDense does not wait.
func FailsafeDense(ctx context.Context, key string) error {
	p := retrypolicy.NewBuilder[any]().HandleErrors(errBusy).WithMaxRetries(3).Build()
	return failsafe.With(p).Run(func() error { return void(ctx, key) }) // want `does not wait between attempts`
}

// FailsafeMany has too many attempts.
func FailsafeMany(ctx context.Context, key string) error {
	p := retrypolicy.NewBuilder[any]().HandleErrors(errBusy).WithBackoff(time.Second, time.Minute).WithMaxAttempts(8).Build()
	return failsafe.With(p).Run(func() error { return void(ctx, key) }) // want `makes 8 attempts, more than 5`
}

// CenkaltiZero does not wait.
func CenkaltiZero(ctx context.Context, key string) error {
	b := backoff4.WithMaxRetries(&backoff4.ZeroBackOff{}, 3) // want `does not wait between attempts`
	return backoff4.Retry(func() error { return permanent(ctx, key) }, b)
}

// SethvargoEndless has no limit, and a context without a deadline.
func SethvargoEndless(ctx context.Context, key string) error {
	return sethvargo.Do(ctx, sethvargo.NewFibonacci(time.Second), func(ctx context.Context) error { // want `has no end`
		err := void(ctx, key)
		if busy(err) {
			return sethvargo.RetryableError(err)
		}
		return err
	})
}

// SethvargoBounded has a deadline.
func SethvargoBounded(ctx context.Context, key string) error {
	ctx, cancel := context.WithTimeout(ctx, time.Minute)
	defer cancel()
	return sethvargo.Do(ctx, sethvargo.NewFibonacci(time.Second), func(ctx context.Context) error {
		err := void(ctx, key)
		if busy(err) {
			return sethvargo.RetryableError(err)
		}
		return err
	})
}

type onlyBusy struct{}

func (onlyBusy) Classify(err error) retrier.Action {
	if err == nil {
		return retrier.Succeed
	}
	if busy(err) {
		return retrier.Retry
	}
	return retrier.Fail
}

// ResiliencyBusy has a classifier of its own, which goes on when it may help.
func ResiliencyBusy(ctx context.Context, key string) error {
	return retrier.New(retrier.ExponentialBackoff(3, time.Second), onlyBusy{}).RunCtx(ctx, func(ctx context.Context) error { return void(ctx, key) })
}

// eager has state.
type eager struct{ seen int }

func (e *eager) Classify(err error) retrier.Action {
	if err == nil {
		return retrier.Succeed
	}
	e.seen++
	return retrier.Retry
}

// ResiliencyEager has one that always goes on.
func ResiliencyEager(ctx context.Context, key string) error {
	r := retrier.New(retrier.ExponentialBackoff(3, time.Second), &eager{})
	return r.Run(func() error { return void(ctx, key) }) // want `repeats what is answered with 400`
}
