// Package given has retries that are told by others than those who make them: by options, by each request
// and by a limiter.
package given

import (
	"context"
	"errors"
	"net/http"
	"time"

	"golang.org/x/time/rate"
	"resty.dev/v3"
)

const base = "https://api.flute.com"

// Shop sends by a client.
type Shop struct{ c *resty.Client }

// Option changes a shop.
type Option func(*Shop)

// Repeats says how often; who calls it is reported.
func Repeats(n int) Option { return func(s *Shop) { s.c.SetRetryCount(n) } }

// Stubborn repeats for too long.
func Stubborn() Option { return func(s *Shop) { s.c.SetRetryCount(12) } } // want `makes 13 attempts, more than 5`

// NewShop repeats three times by itself.
func NewShop(opts ...Option) *Shop {
	s := &Shop{c: resty.New().SetBaseURL(base).SetTimeout(10 * time.Second).
		SetRetryCount(3)}
	for _, o := range opts {
		o(s)
	}
	return s
}

// Calm repeats twice.
func Calm() *Shop { return NewShop(Repeats(2)) }

// Summer repeats for too long.
func Summer() *Shop { return NewShop(Repeats(20)) } // want `makes 21 attempts, more than 5`

// Winter takes the option as it is.
func Winter() *Shop { return NewShop(Stubborn()) }

// Payment reads a payment.
func (s *Shop) Payment(ctx context.Context, id string) error {
	_, err := s.c.R().SetContext(ctx).Get("/v2/transactions/" + id)
	return err
}

// Often tells one request to go on for long.
func (s *Shop) Often(ctx context.Context) error {
	_, err := s.c.R().SetContext(ctx).
		SetRetryCount(9). // want `makes 10 attempts, more than 5`
		Get("/v2/terminals")
	return err
}

// Refused has one request sent again after a refusal.
func (s *Shop) Refused(ctx context.Context) error {
	_, err := s.c.R().SetContext(ctx).
		AddRetryConditions(func(r *resty.Response, err error) bool { return err != nil || r.StatusCode() >= 400 }). // want `repeats what is answered with 400`
		Get("/v2/terminals")
	return err
}

// Passing has one request sent again when that may help.
func (s *Shop) Passing(ctx context.Context) error {
	_, err := s.c.R().SetContext(ctx).
		AddRetryConditions(func(r *resty.Response, err error) bool {
			return err != nil || r.StatusCode() == http.StatusTooManyRequests
		}).
		Get("/v2/terminals")
	return err
}

// Steady has one request wait the same time.
func (s *Shop) Steady(ctx context.Context) error {
	_, err := s.c.R().SetContext(ctx).
		SetRetryDelayStrategy(resty.RetryConstantDelayStrategy(time.Second)). // want `waits the same time before each attempt`
		Get("/v2/terminals")
	return err
}

var errDown = errors.New("the API is down")

func ask(ctx context.Context, path string) error {
	ctx, cancel := context.WithTimeout(ctx, 5*time.Second)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, base+path, nil)
	if err != nil {
		return err
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode >= 500 {
		return errDown
	}
	return nil
}

type plan struct {
	times int
	first time.Duration
}

// under tries as often as a plan says.
func under[T any](ctx context.Context, p plan, f func(context.Context) (T, error)) (v T, err error) {
	wait := p.first
	for n := 0; n < p.times; n++ {
		if v, err = f(ctx); err == nil || !errors.Is(err, errDown) {
			return v, err
		}
		time.Sleep(wait)
		wait *= 2
	}
	return v, err
}

// Short tries three times.
func Short(ctx context.Context) (bool, error) {
	return under(ctx, plan{3, time.Second}, func(ctx context.Context) (bool, error) { return true, ask(ctx, "/v2/devices") })
}

// Long tries too often.
func Long(ctx context.Context) (bool, error) {
	return under(ctx, plan{30, time.Second}, func(ctx context.Context) (bool, error) { return true, ask(ctx, "/v2/devices") }) // want `makes 30 attempts, more than 5`
}

// times gives a function that tries some times.
func times(n int) func(context.Context, string) error {
	return func(ctx context.Context, path string) (err error) {
		for i := range n {
			if err = ask(ctx, path); !errors.Is(err, errDown) {
				return err
			}
			time.Sleep(time.Second << i)
		}
		return err
	}
}

// Thrice tries three times.
func Thrice(ctx context.Context) error { return times(3)(ctx, "/v2/devices") }

// Dozen tries too often.
func Dozen(ctx context.Context) error { return times(12)(ctx, "/v2/devices") } // want `makes 12 attempts, more than 5`

// Paced goes on at the pace of a limiter.
func Paced(ctx context.Context) (err error) {
	pace := rate.NewLimiter(rate.Every(time.Second), 1)
	for range 4 {
		if err = pace.Wait(ctx); err != nil {
			return err
		}
		if err = ask(ctx, "/v2/devices"); !errors.Is(err, errDown) { // want `waits the same time before each attempt`
			return err
		}
	}
	return err
}

// Slower waits longer each time, too.
func Slower(ctx context.Context) (err error) {
	pace := rate.NewLimiter(5, 1)
	for n := range 4 {
		if err = pace.Wait(ctx); err != nil {
			return err
		}
		if err = ask(ctx, "/v2/devices"); !errors.Is(err, errDown) {
			return err
		}
		time.Sleep(time.Second << n)
	}
	return err
}

// Slowing has a limiter get slower.
func Slowing(ctx context.Context) (err error) {
	pace := rate.NewLimiter(2, 1)
	for n := range 4 {
		if err = pace.Wait(ctx); err != nil {
			return err
		}
		if err = ask(ctx, "/v2/devices"); !errors.Is(err, errDown) {
			return err
		}
		pace.SetLimit(rate.Every(time.Second << n))
	}
	return err
}

// Shared has a limiter of somebody else.
func Shared(ctx context.Context, pace *rate.Limiter) (err error) {
	for range 4 {
		if err = pace.Wait(ctx); err != nil {
			return err
		}
		if err = ask(ctx, "/v2/devices"); !errors.Is(err, errDown) {
			return err
		}
	}
	return err
}
