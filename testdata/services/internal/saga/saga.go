// Package saga runs steps and undoes them when a later one fails.
package saga

import (
	"context"
	"errors"
	"time"
)

// Step is one step and how to undo it.
type Step struct {
	Name string
	Do   func(context.Context) error
	Undo func(context.Context) error
}

// Runner runs steps.
type Runner struct {
	Tries int
	Rest  time.Duration
}

// Run does the steps, each up to Tries times, and undoes what was done, once.
func (r Runner) Run(ctx context.Context, steps ...Step) error {
	for i, s := range steps {
		if err := r.try(ctx, s.Do); err != nil {
			errs := []error{err}
			for j := i - 1; j >= 0; j-- {
				if steps[j].Undo != nil {
					errs = append(errs, steps[j].Undo(ctx))
				}
			}
			return errors.Join(errs...)
		}
	}
	return nil
}

func (r Runner) try(ctx context.Context, f func(context.Context) error) error {
	var err error
	for n := 0; n < r.Tries; n++ {
		if err = f(ctx); err == nil {
			return nil
		}
		time.Sleep(r.Rest << n)
	}
	return err
}
