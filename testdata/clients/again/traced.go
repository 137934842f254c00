package again

import (
	"context"
	"net/http"
	"time"

	"github.com/google/uuid"
	"go.opentelemetry.io/otel/trace"
)

type baseOf struct{}

// traced is a client whose base a context can replace.
type traced struct {
	base string
	tr   trace.Tracer
}

func newTraced(tr trace.Tracer) *traced { return &traced{base: "https://api.flute.com", tr: tr} }

func (t *traced) url(ctx context.Context) string {
	if u, ok := ctx.Value(baseOf{}).(string); ok {
		return u
	}
	return t.base
}

func (t *traced) settle(ctx context.Context, key string) (err error) {
	ctx, span := t.tr.Start(ctx, "settle")
	defer span.End()
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, t.url(ctx)+"/v2/settlements/settle", nil)
	if err != nil {
		return err
	}
	r.Header.Set("Idempotency-Key", key)
	resp, err := hc.Do(r)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// TracedTries has a key for each span.
func TracedTries(ctx context.Context, tr trace.Tracer) (err error) {
	t := newTraced(tr)
	for range 3 {
		if err = t.settle(ctx, uuid.NewString()); err == nil { // want `POST …/v2/settlements/settle gets another idempotency key for each attempt`
			return nil
		}
		time.Sleep(time.Second)
	}
	return err
}

// TracedOnce has one for all spans.
func TracedOnce(ctx context.Context, tr trace.Tracer) (err error) {
	t, key := newTraced(tr), uuid.NewString()
	for range 3 {
		if err = t.settle(ctx, key); err == nil {
			return nil
		}
		time.Sleep(time.Second)
	}
	return err
}
