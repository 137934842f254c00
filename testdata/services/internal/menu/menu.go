// Package menu sells by requests that are values.
package menu

import (
	"context"
	"net/http"

	"github.com/auroravet/auroravet/testdata/services/internal/posts"
)

type plan struct {
	Customer string `json:"customerId"`
}

type done struct {
	ID string `json:"id"`
}

func start(ctx context.Context, o *posts.Office, p plan) (string, error) {
	out, err := posts.To[done](o, http.MethodPost, "/sub-api/v1/subscriptions").
		Mark("X-Source", "menu").
		With(p).
		Go(ctx) // want `subscriptions leaves without an idempotency key`
	return out.ID, err
}

func stop(ctx context.Context, o *posts.Office, id, why string) error {
	first := posts.To[done](o, http.MethodPut, "/sub-api/v1/subscriptions/"+id+"/terminate").Only("stop-" + id)
	if why != "" {
		first = first.With(map[string]string{"reason": why}).Mark("X-Source", "menu")
	}
	_, err := first.Go(ctx)
	return err
}

// thrown throws the one with the key away.
func thrown(ctx context.Context, o *posts.Office, id string) error {
	first := posts.To[done](o, http.MethodPut, "/sub-api/v1/subscriptions/"+id+"/terminate")
	first.Only("stop-" + id)
	_, err := first.Go(ctx) // want `terminate leaves without an idempotency key`
	return err
}
