// Package commands calls what it finds in a table.
package commands

import (
	"context"
	"net/http"
	"time"
)

type command func(ctx context.Context, hc *http.Client) error

func terminals(ctx context.Context, hc *http.Client) error {
	return get(ctx, hc, "terminals")
}

func batches(ctx context.Context, hc *http.Client) error {
	return get(ctx, hc, "settlements/batches")
}

func get(ctx context.Context, hc *http.Client, what string) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, "https://api.flute.com/v2/"+what, nil)
	if err != nil {
		return err
	}
	resp, err := hc.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func own(ctx context.Context, _ *http.Client) error {
	return get(ctx, &http.Client{}, "terminals")
}

func unhurried(ctx context.Context, _ *http.Client) error {
	return get(ctx, &http.Client{}, "terminals") // want `the http.Client that sends GET https://api.flute.com/v2/terminals has no timeout`
}

// Run runs the named command within a minute.
func Run(name string) error {
	cmds := map[string]command{"terminals": terminals, "batches": batches, "own": own}
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	if c, ok := cmds[name]; ok {
		return c(ctx, http.DefaultClient)
	}
	return nil
}

// RunAll runs all commands, and waits for each.
func RunAll() (failed int) {
	for _, c := range []command{unhurried} {
		if c(context.Background(), nil) != nil {
			failed++
		}
	}
	return failed
}
