// Package tries repeats what says of itself that another attempt is worth it.
package tries

import (
	"context"
	"math/rand/v2"
	"time"
)

const most = 4

// Run calls once until it has worked or is not worth another attempt.
func Run(ctx context.Context, once func(ctx context.Context) (again bool, err error)) error {
	pause := 200 * time.Millisecond
	for n := 1; ; n++ {
		again, err := once(ctx)
		if err == nil || !again || n == most {
			return err
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(pause + rand.N(pause)):
		}
		pause *= 2
	}
}
