package waits

import (
	"context"
	"net/http"
	"time"

	"github.com/auroravet/auroravet/testdata/services/internal/soon"
)

// Near gets its context from another package.
func Near(ctx context.Context) error {
	// clienttimeout: fine, helper of another package sets a deadline
	ctx, stop := soon.Within(ctx)
	defer stop()
	return look(ctx, http.DefaultClient, "devices?near=1")
}

// Far gets its context from another package.
func Far(ctx context.Context) error {
	// clienttimeout: a fault, helper of another package only makes it stoppable
	ctx, stop := soon.Stoppable(ctx)
	defer stop()
	return look(ctx, http.DefaultClient, "devices?far=1") // want `the http\.DefaultClient that sends GET ./pay-api/v1/devices\?far=1 has no timeout; a silent server holds the caller for ever \(clienttimeout\)`
}

// Inside reads within a helper that bounds its closure.
func Inside(ctx context.Context) error {
	// clienttimeout: fine, closure gets a context with a deadline
	return soon.Run(ctx, func(ctx context.Context) error {
		return look(ctx, http.DefaultClient, "merchants?inside=1")
	})
}

// Outside reads within the same helper with the wrong context.
func Outside(ctx context.Context) error {
	// clienttimeout: a fault, closure ignores the context that has the deadline
	return soon.Run(ctx, func(context.Context) error {
		return look(ctx, http.DefaultClient, "merchants?outside=1") // want `the http\.DefaultClient that sends GET ./pay-api/v1/merchants\?outside=1 has no timeout; a silent server holds the caller for ever \(clienttimeout\)`
	})
}

// Called reads within a helper that only names its closure.
func Called(ctx context.Context) error {
	// clienttimeout: a fault, context with a value has no deadline
	return soon.Named(ctx, "called", func(ctx context.Context) error {
		return look(ctx, http.DefaultClient, "merchants?called=1") // want `the http\.DefaultClient that sends GET ./pay-api/v1/merchants\?called=1 has no timeout; a silent server holds the caller for ever \(clienttimeout\)`
	})
}

// Decorated reads through a sender that bounds requests.
func Decorated(ctx context.Context) error {
	// clienttimeout: fine, decorator gives each request a deadline
	return look(ctx, soon.Bounded{Next: http.DefaultClient, Max: 8 * time.Second}, "customers?decorated=1")
}

// Counted reads through a sender that counts.
func Counted(ctx context.Context) error {
	// clienttimeout: a fault, counting decorator brings no deadline
	return look(ctx, &soon.Counted{Next: http.DefaultClient}, "customers?counted=1") // want `the http\.DefaultClient that sends GET ./pay-api/v1/customers\?counted=1 has no timeout; a silent server holds the caller for ever \(clienttimeout\)`
}

// Both reads through two senders.
func Both(ctx context.Context) error {
	// clienttimeout: fine, bounding decorator below the counting one
	return look(ctx, &soon.Counted{Next: soon.Bounded{Next: &http.Client{}, Max: time.Second}}, "customers?both=1")
}

// job is one night job.
type job struct {
	name string
	ctx  context.Context
}

func (j job) run() error {
	req, err := http.NewRequestWithContext(j.ctx, http.MethodGet, where("transactions?job="+j.name), nil)
	if err != nil {
		return err
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Jobs runs the jobs of the night.
func Jobs(ctx context.Context) error {
	// clienttimeout: fine, the context in the struct has a deadline
	ctx, stop := context.WithTimeout(ctx, time.Minute)
	defer stop()
	return job{name: "sales", ctx: ctx}.run()
}

// Each bounds every turn of a loop by itself.
func Each(ctx context.Context, ids []string) error {
	// clienttimeout: fine, closure called in place makes a deadline per item
	for _, id := range ids {
		if err := func() error {
			ctx, stop := context.WithTimeout(ctx, 5*time.Second)
			defer stop()
			return look(ctx, http.DefaultClient, "transactions/"+id)
		}(); err != nil {
			return err
		}
	}
	return nil
}

// After bounds the first call and not the second.
func After(ctx context.Context) error {
	// clienttimeout: a fault, second call goes with the parent context
	short, stop := context.WithTimeout(ctx, 5*time.Second)
	defer stop()
	if err := look(short, http.DefaultClient, "devices?first=1"); err != nil {
		return err
	}
	return look(ctx, http.DefaultClient, "devices?second=1") // want `the http\.DefaultClient that sends GET ./pay-api/v1/devices\?second=1 has no timeout; a silent server holds the caller for ever \(clienttimeout\)`
}

// Goroutine sends in the background with what it was given.
func Goroutine(parent context.Context) <-chan error {
	// clienttimeout: a fault, goroutine detaches into Background
	out := make(chan error, 1)
	ctx, stop := context.WithTimeout(parent, time.Second)
	go func() {
		defer stop()
		<-ctx.Done()
		out <- look(context.Background(), http.DefaultClient, "devices?late=1") // want `the http\.DefaultClient that sends GET ./pay-api/v1/devices\?late=1 has no timeout; a silent server holds the caller for ever \(clienttimeout\)`
	}()
	return out
}

// Group sends in the background within a limit.
func Group(parent context.Context) <-chan error {
	// clienttimeout: fine, goroutine captures the context with the deadline
	out := make(chan error, 1)
	ctx, stop := context.WithTimeout(parent, 10*time.Second)
	go func() {
		defer stop()
		out <- look(ctx, http.DefaultClient, "devices?soon=1")
	}()
	return out
}
