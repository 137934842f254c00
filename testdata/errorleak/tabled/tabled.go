// Package tabled asks a table of functions how things are.
package tabled

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"sync"

	"github.com/auroravet/auroravet/testdata/errorleak/pay"
)

// Probe is a line of the table.
type Probe struct {
	Name string
	Ask  func(ctx context.Context) error
}

func probes(c *pay.Client, stock func(context.Context) error) []Probe {
	return []Probe{
		{"stock", stock},
		{"payments", func(ctx context.Context) error {
			if _, err := c.Charge(ctx, "probe", 1); err != nil {
				return fmt.Errorf("probe: %w", err)
			}
			return nil
		}},
	}
}

func quiet(c *pay.Client) []Probe {
	return []Probe{{"payments", func(ctx context.Context) error {
		if _, err := c.Charge(ctx, "probe", 1); err != nil {
			return fmt.Errorf("the payments do not work")
		}
		return nil
	}}}
}

// health asks all of them side by side.
func health(all []Probe) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		said := make([]string, len(all))
		var wg sync.WaitGroup
		for i, p := range all {
			wg.Go(func() {
				if err := p.Ask(r.Context()); err != nil {
					said[i] = err.Error()
				}
			})
		}
		wg.Wait()
		report := map[string]string{}
		for i, p := range all {
			report[p.Name] = said[i]
		}
		json.NewEncoder(w).Encode(report) // want `shows the customer an error of the payment API`
	}
}

// Routes mounts the pages.
func Routes(mux *http.ServeMux, c *pay.Client) {
	mux.Handle("/health", health(probes(c, nil)))
	mux.Handle("/calm", health(quiet(c)))
}
