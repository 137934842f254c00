// Package obs is what the wallet's packages observe with.
package obs

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"os"
	"strings"

	"github.com/rs/zerolog"
	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/trace"
	"go.uber.org/zap"
)

var base = zerolog.New(os.Stderr)

// Fields are the fields of a record.
type Fields map[string]interface{}

// Log writes a record with fields.
func Log(ctx context.Context, msg string, f Fields) {
	ev := base.Info()
	for k, v := range f {
		ev = ev.Interface(k, v)
	}
	ev.Msg(msg)
}

// Err notes an error in the span.
func Err(ctx context.Context, err error, kv ...string) {
	span := trace.SpanFromContext(ctx)
	span.RecordError(err)
	for i := 0; i+1 < len(kv); i += 2 {
		span.SetAttributes(attribute.String(kv[i], kv[i+1]))
	}
}

// JSON prints a value as JSON.
func JSON(v any) {
	b, err := json.MarshalIndent(v, "", "\t")
	if err != nil {
		return
	}
	fmt.Fprintf(os.Stdout, "%s\n", b)
}

// Mask hides a text.
func Mask(s string) string {
	if len(s) < 8 {
		return "***"
	}
	return s[:2] + "***" + s[len(s)-2:]
}

// Masked prints a masked text.
func Masked(what, s string) { slog.Info(what, "value", Mask(s)) }

// Options says how to log.
type Options struct {
	Body func(any)
	Out  io.Writer
}

// DefaultOptions writes bodies.
func DefaultOptions() Options {
	return Options{Body: func(v any) { JSON(v) }, Out: os.Stderr}
}

// Z is a logger of fields.
type Z struct{ z *zap.Logger }

// Add returns a logger with a field.
func (l Z) Add(k string, v any) Z { return Z{l.z.With(zap.Any(k, v))} }

// Say writes.
func (l Z) Say(msg string) { l.z.Info(msg) }

// Timed runs a step and says how it went.
func Timed(name string, in any, f func() error) error {
	err := f()
	slog.Info("step", "name", name, "in", in, "err", err)
	return err
}

// Body reads a body and puts it back.
func Body(r *http.Request) []byte {
	b, _ := io.ReadAll(r.Body)
	r.Body = io.NopCloser(bytes.NewReader(b))
	return b
}

// Clean removes what is no digit.
func Clean(s string) string {
	return strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, s)
}
