// Package deadlines has one client without a limit and many contexts.
package deadlines

import (
	"context"
	"errors"
	"net/http"
	"os"
	"os/signal"
	"time"

	"golang.org/x/sync/errgroup"
)

const root = "https://api.arise.risewithaurora.com/pay-api/v1/"

type tenant struct{}

func get(ctx context.Context, path string) error {
	// clienttimeout: a fault, one of its callers gives no deadline
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, root+path, nil)
	if err != nil {
		return err
	}
	return do(req, http.DefaultClient) // want `the http\.DefaultClient that sends GET https://api\.arise\.risewithaurora\.com/pay-api/v1/merchants has no timeout; a silent server holds the caller for ever \(clienttimeout\)`
}

func do(req *http.Request, hc *http.Client) error {
	resp, err := hc.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return errors.New(resp.Status)
	}
	return nil
}

func limit(ctx context.Context) (context.Context, context.CancelFunc) {
	return context.WithTimeout(ctx, 10*time.Second)
}

func stoppable(ctx context.Context) (context.Context, context.CancelFunc) {
	return context.WithCancel(ctx)
}

func one(ctx context.Context, path string) *http.Request {
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, root+path, nil)
	if err != nil {
		panic(err)
	}
	return r
}

// Devices gets its deadline from a helper.
func Devices(ctx context.Context) error {
	// clienttimeout: fine, helper returns a context with timeout
	ctx, cancel := limit(ctx)
	defer cancel()
	return do(one(ctx, "devices"), http.DefaultClient)
}

// Merchants gets a context that can only be stopped.
func Merchants(ctx context.Context) error {
	// clienttimeout: a fault, helper returns a cancel context only
	ctx, cancel := stoppable(ctx)
	defer cancel()
	return do(one(ctx, "merchants"), http.DefaultClient) // want `the http\.DefaultClient that sends GET https://api\.arise\.risewithaurora\.com/pay-api/v1/merchants has no timeout; a silent server holds the caller for ever \(clienttimeout\)`
}

// Shadowed makes the deadline in a block that ends too soon.
func Shadowed(ctx context.Context, patient bool) error {
	// clienttimeout: a fault, deadline lives in the shadowing variable
	if !patient {
		ctx, cancel := context.WithTimeout(ctx, 5*time.Second)
		defer cancel()
		if ctx.Err() != nil {
			return ctx.Err()
		}
	}
	return do(one(ctx, "customers"), http.DefaultClient) // want `the http\.DefaultClient that sends GET https://api\.arise\.risewithaurora\.com/pay-api/v1/customers has no timeout; a silent server holds the caller for ever \(clienttimeout\)`
}

// Parent makes a deadline and sends with the parent.
func Parent(ctx context.Context, lock func(context.Context) error) error {
	// clienttimeout: a fault, the request takes the parent context
	short, cancel := context.WithTimeout(ctx, 2*time.Second)
	defer cancel()
	if err := lock(short); err != nil {
		return err
	}
	return do(one(ctx, "transactions"), http.DefaultClient) // want `the http\.DefaultClient that sends GET https://api\.arise\.risewithaurora\.com/pay-api/v1/transactions has no timeout; a silent server holds the caller for ever \(clienttimeout\)`
}

// Detached drops the deadline again.
func Detached(ctx context.Context) error {
	// clienttimeout: a fault, WithoutCancel drops the deadline
	ctx, cancel := context.WithTimeout(ctx, 2*time.Second)
	defer cancel()
	return do(one(context.WithoutCancel(ctx), "transactions"), http.DefaultClient) // want `the http\.DefaultClient that sends GET https://api\.arise\.risewithaurora\.com/pay-api/v1/transactions has no timeout; a silent server holds the caller for ever \(clienttimeout\)`
}

// Reattached drops the caller's and makes its own.
func Reattached(ctx context.Context) error {
	// clienttimeout: fine, timeout made after WithoutCancel
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), 2*time.Second)
	defer cancel()
	return do(one(ctx, "transactions"), http.DefaultClient)
}

// Caused can be stopped with a cause.
func Caused(ctx context.Context) error {
	// clienttimeout: a fault, WithCancelCause has no deadline
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(errors.New("done"))
	return do(one(ctx, "settlements/batches"), http.DefaultClient) // want `the http\.DefaultClient that sends GET https://api\.arise\.risewithaurora\.com/pay-api/v1/settlements/batches has no timeout; a silent server holds the caller for ever \(clienttimeout\)`
}

// Dated ends at a time, with a cause.
func Dated(ctx context.Context, end time.Time) error {
	// clienttimeout: fine, WithDeadlineCause is a deadline
	ctx, cancel := context.WithDeadlineCause(ctx, end, errors.New("shop closed"))
	defer cancel()
	return do(one(ctx, "settlements/batches"), http.DefaultClient)
}

// Valued puts a value around the deadline.
func Valued(ctx context.Context, name string) error {
	// clienttimeout: fine, WithValue keeps the deadline below it
	ctx, cancel := context.WithTimeout(ctx, 2*time.Second)
	defer cancel()
	return do(one(context.WithValue(ctx, tenant{}, name), "customers"), http.DefaultClient)
}

// Replaced gives the finished request its deadline.
func Replaced(ctx context.Context) error {
	// clienttimeout: fine, WithContext result is sent
	r := one(context.Background(), "devices")
	ctx, cancel := context.WithTimeout(ctx, 2*time.Second)
	defer cancel()
	r = r.WithContext(ctx)
	return do(r, http.DefaultClient)
}

// Lost makes a request with a deadline and sends the other one.
func Lost(ctx context.Context) error {
	// clienttimeout: a fault, WithContext result only gives the log line
	r := one(context.Background(), "devices")
	ctx, cancel := context.WithTimeout(ctx, 2*time.Second)
	defer cancel()
	if q := r.WithContext(ctx); q.URL.Host == "" {
		return errors.New("no host")
	}
	return do(r, http.DefaultClient) // want `the http\.DefaultClient that sends GET https://api\.arise\.risewithaurora\.com/pay-api/v1/devices has no timeout; a silent server holds the caller for ever \(clienttimeout\)`
}

// Cloned gives the copy its deadline.
func Cloned(tmpl *http.Request) error {
	// clienttimeout: fine, Clone with a deadline is sent
	ctx, cancel := context.WithTimeout(context.Background(), 2*time.Second)
	defer cancel()
	c := tmpl.Clone(ctx)
	c.URL.Path = "/pay-api/v1/devices"
	return do(c, http.DefaultClient)
}

// Signalled ends with the process.
func Signalled() error {
	// clienttimeout: a fault, NotifyContext has no deadline
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	return do(one(ctx, "transactions?page=1"), http.DefaultClient) // want `the http\.DefaultClient that sends GET https://api\.arise\.risewithaurora\.com/pay-api/v1/transactions\?page=1 has no timeout; a silent server holds the caller for ever \(clienttimeout\)`
}

// Ensured adds a deadline where there is none.
func Ensured(ctx context.Context) error {
	// clienttimeout: fine, deadline is either there or added
	if _, ok := ctx.Deadline(); !ok {
		var cancel context.CancelFunc
		ctx, cancel = context.WithTimeout(ctx, 20*time.Second)
		defer cancel()
	}
	return do(one(ctx, "customers"), http.DefaultClient)
}

// Together reads two lists within a limit.
func Together(ctx context.Context) error {
	// clienttimeout: fine, group context inherits the timeout
	ctx, cancel := context.WithTimeout(ctx, 30*time.Second)
	defer cancel()
	g, ctx := errgroup.WithContext(ctx)
	g.Go(func() error { return do(one(ctx, "devices"), http.DefaultClient) })
	g.Go(func() error { return do(one(ctx, "merchants"), http.DefaultClient) })
	return g.Wait()
}

// Unbounded reads two lists.
func Unbounded() error {
	// clienttimeout: a fault, group context of Background has no deadline
	g, ctx := errgroup.WithContext(context.Background())
	g.Go(func() error { return do(one(ctx, "devices"), http.DefaultClient) })   // want `the http\.DefaultClient that sends GET https://api\.arise\.risewithaurora\.com/pay-api/v1/devices has no timeout; a silent server holds the caller for ever \(clienttimeout\)`
	g.Go(func() error { return do(one(ctx, "merchants"), http.DefaultClient) }) // want `the http\.DefaultClient that sends GET https://api\.arise\.risewithaurora\.com/pay-api/v1/merchants has no timeout; a silent server holds the caller for ever \(clienttimeout\)`
	return g.Wait()
}

// Handler shows the devices to a browser.
func Handler(w http.ResponseWriter, r *http.Request) {
	// clienttimeout: a fault, inbound context brings no deadline
	if err := do(one(r.Context(), "devices"), http.DefaultClient); err != nil { // want `the http\.DefaultClient that sends GET https://api\.arise\.risewithaurora\.com/pay-api/v1/devices has no timeout; a silent server holds the caller for ever \(clienttimeout\)`
		http.Error(w, "try again later", http.StatusBadGateway)
	}
}

// Brief shows the devices to a browser that will not wait.
func Brief(w http.ResponseWriter, r *http.Request) {
	// clienttimeout: fine, inbound context wrapped with a timeout
	ctx, cancel := context.WithTimeout(r.Context(), 3*time.Second)
	defer cancel()
	if err := do(one(ctx, "devices"), http.DefaultClient); err != nil {
		http.Error(w, "try again later", http.StatusBadGateway)
	}
}

func page(ctx context.Context, n string) error {
	// clienttimeout: fine, both callers give a deadline
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, root+"transactions?page="+n, nil)
	if err != nil {
		return err
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// First reads the first page.
func First() error {
	ctx, cancel := limit(context.Background())
	defer cancel()
	return page(ctx, "1")
}

// Second reads the second page.
func Second(end time.Time) error {
	ctx, cancel := context.WithDeadline(context.Background(), end)
	defer cancel()
	return page(ctx, "2")
}

// Both reads a list, with one deadline less than it looks.
func Both() error {
	// clienttimeout: a fault, second call uses Background
	ctx, cancel := limit(context.Background())
	defer cancel()
	if err := get(ctx, "devices"); err != nil {
		return err
	}
	return refresh(context.Background())
}

func refresh(ctx context.Context) error {
	// clienttimeout: a fault, passes the bare context on
	return get(ctx, "merchants")
}
