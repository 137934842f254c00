package makers

import (
	"context"
	"time"

	"github.com/go-resty/resty/v2"
)

// How often a client repeats is often told by who has it made.

type settings struct {
	repeats int
	wait    time.Duration
}

type setting func(*settings)

func repeats(n int) setting { return func(s *settings) { s.repeats = n } }

func made(with ...setting) *resty.Client {
	s := settings{wait: time.Second}
	for _, f := range with {
		f(&s)
	}
	c := resty.New().SetBaseURL("https://api.flute.com").SetTimeout(time.Second)
	if s.repeats > 0 {
		c.SetRetryCount(s.repeats).SetRetryWaitTime(s.wait).SetRetryMaxWaitTime(10 * s.wait)
	}
	return c
}

func counted(n int) *resty.Client {
	return resty.New().SetBaseURL("https://api.flute.com").SetTimeout(time.Second).SetRetryCount(n)
}

func ten() *resty.Client {
	return resty.New().SetBaseURL("https://api.flute.com").SetTimeout(time.Second).SetRetryCount(10) // want `makes 11 attempts, more than 5`
}

// Till sends by a client that its makers have made.
type Till struct{ c *resty.Client }

// NewTill repeats twice.
func NewTill() *Till { return &Till{made(repeats(2))} }

// NewNightTill repeats for too long.
func NewNightTill() *Till { return &Till{made(repeats(20))} } // want `makes 21 attempts, more than 5`

// NewCounted repeats three times.
func NewCounted() *Till { return &Till{counted(3)} }

// NewLong repeats for too long.
func NewLong() *Till { return &Till{counted(30)} } // want `makes 31 attempts, more than 5`

// NewTen has ten repeat, which is reported there.
func NewTen() *Till { return &Till{ten()} }

// Void drops a hold.
func (t *Till) Void(ctx context.Context, key, id string) error {
	_, err := t.c.R().SetContext(ctx).SetHeader("Idempotency-Key", key).Post("/v2/transactions/" + id + "/reversal")
	return err
}
