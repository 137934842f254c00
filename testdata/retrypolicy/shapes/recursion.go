package shapes

import (
	"context"
	"net/http"
	"time"
)

// helps says whether another attempt may work.
func helps(err error) bool { return err != nil && temporary(err) }

// TenTimes calls itself nine times.
func TenTimes(ctx context.Context, key string) error { return tenTimes(ctx, key, 0) }

func tenTimes(ctx context.Context, key string, nth int) error {
	_, err := call[payment](ctx, http.MethodPost, "/v2/payment-links", key)
	if helps(err) && nth < 9 {
		time.Sleep(100 * time.Millisecond << nth)
		return tenTimes(ctx, key, nth+1) // want `the retry of POST ./v2/payment-links makes 10 attempts, more than 5`
	}
	return err
}

// ThreeTimes does so twice.
func ThreeTimes(ctx context.Context, key string) error { return threeTimes(ctx, key, 1) }

func threeTimes(ctx context.Context, key string, nth int) error {
	_, err := call[payment](ctx, http.MethodPost, "/v2/payment-links", key)
	if !helps(err) || nth >= 3 {
		return err
	}
	time.Sleep(100 * time.Millisecond << nth)
	return threeTimes(ctx, key, nth+1)
}

// OnceMore does so once: one wait is no pattern.
func OnceMore(ctx context.Context, key string) error { return onceMore(ctx, key, true) }

func onceMore(ctx context.Context, key string, again bool) error {
	_, err := call[payment](ctx, http.MethodPost, "/v2/payment-links", key)
	if helps(err) && again {
		time.Sleep(time.Second)
		return onceMore(ctx, key, false)
	}
	return err
}

type till struct{}

// Down counts down, and looks before it sends.
func (t till) Down(ctx context.Context, key string) error { return t.down(ctx, key, 8, time.Second) }

func (t till) down(ctx context.Context, key string, left uint, wait time.Duration) error {
	if left == 0 {
		return errGivenUp
	}
	_, err := call[payment](ctx, http.MethodPost, "/v2/payment-links", key)
	if !helps(err) {
		return err
	}
	time.Sleep(wait)
	return t.down(ctx, key, left-1, 2*wait) // want `makes 8 attempts, more than 5`
}

// Few looks before it sends as well.
func (t till) Few(ctx context.Context, key string) error { return t.few(ctx, key, 0, time.Second) }

func (t till) few(ctx context.Context, key string, nth int, wait time.Duration) error {
	nth++
	if nth > 5 {
		return errGivenUp
	}
	_, err := call[payment](ctx, http.MethodPost, "/v2/payment-links", key)
	if !helps(err) {
		return err
	}
	time.Sleep(wait)
	return t.few(ctx, key, nth, 2*wait)
}

// Given lets its callers say how often.
func Given(ctx context.Context, key string, nth, most int) error {
	_, err := call[payment](ctx, http.MethodPost, "/v2/payment-links", key)
	if !helps(err) || nth == most {
		return err
	}
	time.Sleep(time.Second << nth)
	return Given(ctx, key, nth+1, most)
}

// Slower only waits in another way after many attempts.
func Slower(ctx context.Context, key string) error { return slower(ctx, key, 0, 4) }

func slower(ctx context.Context, key string, nth, left int) error {
	_, err := call[payment](ctx, http.MethodPost, "/v2/payment-links", key)
	if !helps(err) || left == 0 {
		return err
	}
	wait := time.Second << nth
	if nth > 20 {
		wait = time.Minute
	}
	time.Sleep(wait)
	return slower(ctx, key, nth+1, left-1)
}

// InLiteral is a literal that calls itself.
func InLiteral(ctx context.Context, key string) error {
	var attempt func(n int) error
	attempt = func(n int) error {
		_, err := call[payment](ctx, http.MethodPost, "/v2/payment-links", key)
		if !helps(err) || n > 10 {
			return err
		}
		time.Sleep(time.Second << n)
		return attempt(n + 1) // want `makes 12 attempts, more than 5`
	}
	return attempt(0)
}
